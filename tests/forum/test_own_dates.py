"""The plan's own dates: told once a month to whoever answers, within a round's reminder where there is one."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from forum import budget, deciding, forecast, forums, own_dates
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.plan import Completion
from forum.rounds import Kind
from tests.facts import Facts, policy, riga
from tests.forum.ticking import brief, told

DECEMBER = [date(2021, 11, 29) + timedelta(days=number) for number in range(48)]


def plan(facts: Facts) -> Person:
    """What is due when: one at the end of the year, one done, one vague, one after the middle of January."""
    body = facts.body("IZM")
    person = facts.member("IZM kontaktpersona", body)
    facts.measure("2.8", body, due_on=date(2021, 12, 31), due_text="2021. gada 31. decembris")
    facts.measure("2.9", body, due_on=date(2021, 12, 31), completion=Completion.COMPLETE)
    facts.measure("2.10", body, due_text="2022. gada vasara")
    facts.measure("2.11", body, due_on=date(2022, 1, 16))
    forums.of(facts.session, facts.forum).paused_at = None
    return person


def mornings(facts: Facts) -> None:
    for day in DECEMBER:
        deciding.tick(facts.session, facts.forum, now=riga(str(day)), policy=policy())
        facts.session.flush()


def days(facts: Facts) -> list[date]:
    rows = facts.session.scalars(select(OutgoingMessage).where(OutgoingMessage.kind == own_dates.KIND))
    return [row.send_from.date() for row in rows.all()]


def foreseen(facts: Facts) -> list[tuple[date, str, tuple[str, ...]]]:
    found = forecast.foresee(
        facts.session,
        facts.forum,
        first=DECEMBER[0],
        last=DECEMBER[-1],
        now=riga(str(DECEMBER[0])),
        policy=policy(),
    )
    return [(one.on, one.rung, one.numbers) for one in found]


def test_each_month_tells_once_of_what_comes_near_and_of_nothing_vague_or_done(facts: Facts) -> None:
    person = plan(facts)
    # 29 November is told what is due until the middle of December: nothing. December looks to the middle of January.
    ahead = foreseen(facts)
    mornings(facts)

    first, second = days(facts)
    assert (first, second) == (date(2021, 12, 1), date(2022, 1, 3))
    messages = told(facts, person, own_dates.KIND)
    assert brief(facts, messages[0], "2021-12-01") == {
        "measures": [
            {
                "number": "2.8",
                "marks": [],
                "milestone": None,
                "title": "Pasākums 2.8",
                "due_on": date(2021, 12, 31),
                "due_text": "2021. gada 31. decembris",
            }
        ]
    }
    assert ahead == [(date(2021, 12, 1), "own-dates", ("2.8",)), (date(2022, 1, 3), "own-dates", ("2.11",))]


def test_where_a_round_reminds_in_that_month_its_reminder_says_it(facts: Facts) -> None:
    person = plan(facts)
    facts.round(date(2021, 12, 28), kind=Kind.COMMENTS)
    mornings(facts)

    assert days(facts) == [date(2022, 1, 3)]
    (reminder,) = told(facts, person)
    said = brief(facts, reminder, "2021-12-13") or {}
    assert [one["number"] for one in said["own_dates"]] == ["2.8"]


def test_it_counts_as_a_message_beside_the_rounds(facts: Facts) -> None:
    plan(facts)
    found = forecast.foresee(
        facts.session,
        facts.forum,
        first=DECEMBER[0],
        last=DECEMBER[-1],
        now=riga(str(DECEMBER[0])),
        policy=policy(),
    )
    assert [(one.messages, one.in_a_month, one.over) for one in budget.shares(found)] == [(2, 1, False)]
