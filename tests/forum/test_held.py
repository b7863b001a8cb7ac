"""Held back: nobody gets more reminders than a year or a month allows, and what was held back is not lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from forum import chasing, deciding, held, own_dates, snoozes
from forum.accounts import Accounts, Wanted, Why
from forum.awaited import of_people
from forum.journal import JournalEntry
from forum.outbox import OutgoingMessage, State
from forum.people import Person
from forum.policies import Budget
from forum.rounds import Kind, Round
from tests.facts import Facts, policy, riga
from tests.forum.ticking import told

START, SIGN, LAST, LATE = "2021-01-04", "2021-01-18", "2021-01-27", "2021-02-03"
DAYS = [date(2020, 12, 30) + timedelta(days=number) for number in range(42)]


def by(year: int, month: int = 2) -> Budget:
    return Budget(year=year, month=month)


def live(facts: Facts, budget: Budget, *days: str) -> None:
    """Each of these mornings (none named: all from before the round's first reminder until after its last) is decided
    on, and what may go goes."""
    for day in days or map(str, DAYS):
        while deciding.tick(facts.session, facts.forum, now=riga(day), policy=policy(budget=budget)):
            pass
        for row in facts.session.scalars(select(OutgoingMessage).where(OutgoingMessage.state == State.PENDING)):
            if row.send_from <= riga(f"{day} 16:30"):
                row.state, row.sent_at = State.SENT, max(row.send_from, riga(day))
        facts.session.flush()


def had(facts: Facts, person: Person, count: int, *, channel: str = "email") -> None:
    """What this person has had in the summer before."""
    for number in range(count):
        sent = riga("2020-06-01") + timedelta(days=7 * number)
        facts.session.add(
            OutgoingMessage(
                forum=facts.forum,
                dedupe_key=f"had/{person.id}/{number}",
                kind=own_dates.KIND,
                values={},
                decided_at=sent,
                send_from=sent,
                person_id=person.id,
                channel=channel,
                state=State.SENT,
                sent_at=sent,
            )
        )
    facts.session.flush()


def came(facts: Facts, person: Person) -> list[str]:
    """On which days reminders came to somebody."""
    return [str(row.sent_at.date()) for row in told(facts, person) if row.sent_at is not None]


@pytest.fixture
def person(facts: Facts) -> Person:
    body = facts.body("IZM")
    facts.measure("2.8", body)
    facts.round()
    return facts.member("IZM kontaktpersona", body)


def the_round(facts: Facts) -> int:
    return facts.session.scalars(select(Round.id).order_by(Round.id)).all()[0]


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (15, [START, SIGN, LAST, LATE]),
        (3, [START, SIGN, LAST]),
        (2, [START, LAST]),  # what tells to have it signed leaves room for the last call
        (1, [LAST]),
    ],
)
def test_the_last_call_of_a_duty_goes_first(facts: Facts, person: Person, year: int, days: list[str]) -> None:
    live(facts, by(year))
    assert came(facts, person) == days


def test_the_last_call_goes_even_where_the_year_is_full(facts: Facts, person: Person) -> None:
    had(facts, person, 15)
    live(facts, by(15))
    assert came(facts, person) == [LAST]


def test_of_a_round_in_which_nobody_is_late_no_reminder_goes_first(facts: Facts) -> None:
    body = facts.body("IZM")
    facts.measure("2.8", body)
    facts.round(kind=Kind.VOLUNTARY)
    one = facts.member("IZM kontaktpersona", body)
    live(facts, by(1))
    assert came(facts, one) == ["2021-01-11"]


def test_what_was_held_back_is_said_with_the_next_that_goes_and_is_on_record(facts: Facts, person: Person) -> None:
    other = facts.round(date(2021, 2, 8), kind=Kind.COMMENTS)
    live(facts, by(2), *map(str, DAYS[:29]))
    assert came(facts, person) == [START, LAST]
    last = told(facts, person)[-1]
    assert [number for number, _ in last.values["shares"]] == [the_round(facts), other.id]
    lines = facts.session.scalars(select(JournalEntry).where(JournalEntry.action == held.ACTION)).all()
    assert [(row.noun_id, str(row.at.date()), row.after["why"]) for row in lines] == [
        (person.id, SIGN, "year"),
        (person.id, "2021-01-25", "year"),
    ]
    (one,) = held.told(facts.session, facts.forum, of_round=the_round(facts))
    assert (one.person.id, one.count, one.why) == (person.id, 2, Why.YEAR)


def test_mail_and_chat_count_together_and_whoever_stands_for_two_bodies_is_one(facts: Facts, person: Person) -> None:
    body = facts.body("VID")
    facts.measure("3.1", body)
    second = facts.person("IZM kontaktpersona", body)
    facts.joins(second, address=str(1000 + person.id))
    had(facts, person, 7, channel="email")
    had(facts, second, 6, channel="telegram")
    live(facts, by(15))
    assert [came(facts, one) for one in (person, second)] == [[START, LAST]] * 2


def test_the_day_that_one_named_oneself_counts_for_nothing(facts: Facts, person: Person) -> None:
    had(facts, person, 15)
    live(facts, by(15), START)
    snoozes.snooze(
        facts.session,
        facts.forum,
        person_id=person.id,
        round_id=the_round(facts),
        until_on=date(2021, 1, 7),
        now=riga(START),
    )
    live(facts, by(15), *map(str, DAYS[6:]))
    assert came(facts, person) == ["2021-01-07", LAST]


def test_a_coordinators_own_reminder_goes_and_takes_along_what_was_held_back(facts: Facts, person: Person) -> None:
    had(facts, person, 15)
    live(facts, by(15), START)
    assert came(facts, person) == []
    day = date(2021, 1, 5)
    mine = of_people(facts.session, facts.forum, {person.id}, day=day)
    chasing.nudge(facts.session, mine[0].round, {person.id: mine}, nth=1, now=riga(str(day)), policy=policy())
    live(facts, by(15), str(day))
    assert came(facts, person) == ["2021-01-05"]
    assert held.waiting(facts.session, facts.forum) == []


def test_it_goes_as_soon_as_there_is_room(facts: Facts, person: Person) -> None:
    had(facts, person, 15)
    for row in facts.session.scalars(select(OutgoingMessage)):
        row.sent_at = row.send_from = row.send_from - timedelta(days=145)  # the first: on 8 January a year ago
    live(facts, by(15), *map(str, DAYS[:12]))
    assert came(facts, person) == []
    live(facts, by(15), *map(str, DAYS[12:20]))
    assert came(facts, person) == ["2021-01-14"]


def test_a_month_beside_the_rounds() -> None:
    account = Accounts(Budget(year=15, month=2))
    wanted = [
        Wanted(reader=("telegram", "1"), on=date(2021, 2, day), key=day, beside=True, leaves=leaves)
        for day, leaves in ((1, 0), (12, 1), (18, 0), (19, 0))
    ]
    assert account.settle(wanted) == [None, Why.MONTH, None, Why.MONTH]
    assert account.why_not(Wanted(reader=("telegram", "1"), on=date(2021, 3, 1), key=0, beside=True)) is None
