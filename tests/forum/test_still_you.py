"""Still you?: whoever was silent for long is asked once before a round, and never one message too many."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from forum import briefs, deciding, forecast, own_dates, still_you
from forum.enrolment import Address
from forum.outbox import OutgoingMessage, State
from forum.people import Person
from forum.policies import Budget
from forum.rounds import Kind, Term
from tests.facts import DUE, Facts, at, policy, riga
from tests.forum.ticking import told

DAYS = [date(2020, 12, 20) + timedelta(days=number) for number in range(46)]
POLICY = policy(still_you={Kind.MANDATORY: 5})
ASKED, OPENS, LAST = date(2020, 12, 22), date(2021, 1, 4), date(2021, 1, 27)


@pytest.fixture
def person(facts: Facts) -> Person:
    """Joined more than a year ago, and not heard from since."""
    body = facts.body("IZM")
    facts.measure("2.8", body)
    facts.round()
    one = facts.person("IZM kontaktpersona", body)
    facts.joins(one, now="2019-12-02")
    return one


def live(facts: Facts) -> None:
    for day in DAYS:
        while deciding.tick(facts.session, facts.forum, now=riga(str(day)), policy=POLICY):
            pass
        for row in facts.session.scalars(select(OutgoingMessage).where(OutgoingMessage.state == State.PENDING)):
            if row.send_from <= riga(f"{day} 16:30"):
                row.state, row.sent_at = State.SENT, max(row.send_from, riga(str(day)))
        facts.session.flush()


def foreseen(facts: Facts, *, held: bool = False) -> list[tuple[date, str]]:
    rows = forecast.foresee(
        facts.session, facts.forum, first=DAYS[0], last=DAYS[-1], now=riga(str(DAYS[0])), policy=POLICY
    )
    return [(one.on, one.rung) for one in rows if bool(one.held) is held]


def came(facts: Facts, person: Person) -> list[tuple[date, str]]:
    rows = [*told(facts, person, still_you.KIND), *told(facts, person)]
    return [(row.sent_at.date(), row.values.get("rung", row.kind)) for row in rows if row.sent_at]


def test_who_was_silent_is_asked_once_before_a_round_as_foreseen(facts: Facts, person: Person) -> None:
    assert still_you.window(Kind.MANDATORY, Term(DUE), POLICY) == (ASKED, OPENS)
    ahead = foreseen(facts)
    live(facts)
    assert ahead[:2] == [(ASKED, "still-you"), (OPENS, "start")]
    assert came(facts, person) == ahead


def test_who_was_in_touch_is_not_asked(facts: Facts, person: Person) -> None:
    facts.session.scalars(select(Address)).one().heard_at = riga("2020-10-12")
    ahead = foreseen(facts)
    live(facts)
    assert came(facts, person) == ahead
    assert [rung for _, rung in came(facts, person)] == ["start", "sign", "last", "late"]


def test_one_message_too_many_is_said_with_the_rounds_own(facts: Facts, person: Person) -> None:
    for number in range(14):
        sent = riga("2020-06-01") + timedelta(days=number)
        facts.session.add(
            OutgoingMessage(
                forum=facts.forum,
                dedupe_key=f"had/{number}",
                kind=own_dates.KIND,
                values={},
                decided_at=sent,
                send_from=sent,
                person_id=person.id,
                state=State.SENT,
                sent_at=sent,
            )
        )
    facts.session.flush()
    ahead, back = foreseen(facts), foreseen(facts, held=True)
    live(facts)
    assert came(facts, person) == ahead == [(LAST, "last")]
    assert back[:2] == [(ASKED, "still-you"), (OPENS, "start")]
    (last,) = (row for row in told(facts, person) if row.state is State.SENT)
    asked = briefs.of(briefs.Asked(facts.session, last, person, at(str(LAST)), policy(budget=Budget())))
    assert asked is not None
    assert asked["still_you"] is True
