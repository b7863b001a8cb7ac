"""Whoever files for others is told once a round that the letter is due, as was foreseen; not where nothing lacks."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from forum import filings, forecast, gathering, signing
from forum.outbox import OutgoingMessage
from forum.people import Institution, Person
from forum.rounds import Kind, Round
from tests.facts import FORUM, Facts, at, policy, riga
from tests.forum.ticking import answer

POLICY = policy()
# The mandatory ladder says to give it to sign on 18 January; the day after, the letter is due.
DAY = "2021-01-19"


def town(facts: Facts, **given: Any) -> tuple[Round, Person, Person]:
    """IUB and VID file through FM, which owes nothing itself; VARAM files for itself."""
    fm, varam = facts.body("FM"), facts.body("VARAM")
    files = facts.member("FM kontaktpersona", fm)
    others = [facts.body(code, files_through_id=fm.id) for code in ("IUB", "VID")]
    people = [facts.member(f"{body.code} kontaktpersona", body) for body in others]
    facts.member("VARAM kontaktpersona", varam)
    for number, body in (("1.1", others[0]), ("1.2", others[1]), ("2.8", varam)):
        facts.measure(number, body)
    one = facts.round(**given)
    facts.opened("2021-01-04")
    return one, files, people[0]


def told(facts: Facts) -> list[tuple[int | None, dict[str, Any]]]:
    rows = select(OutgoingMessage).where(OutgoingMessage.kind == gathering.KIND).order_by(OutgoingMessage.id)
    return [(row.person_id, row.values) for row in facts.session.scalars(rows)]


def tick(facts: Facts, day: str) -> None:
    gathering.tick(facts.session, FORUM, now=riga(f"{day} 09:00"), policy=POLICY)


def test_it_is_told_once_on_the_day_after_the_bodies_were_told_to_sign(facts: Facts) -> None:
    one, files, _ = town(facts)
    tick(facts, "2021-01-18")
    assert told(facts) == []
    tick(facts, DAY)
    tick(facts, "2021-01-20")
    assert told(facts) == [(files.id, {"round": one.id, "institution": files.institution_id})]


def test_what_was_foreseen_is_what_comes(facts: Facts) -> None:
    _, files, _ = town(facts)
    seen = _foreseen(facts, riga("2021-01-05 09:00"))
    assert seen == [(date(2021, 1, 19), files.id)]
    tick(facts, DAY)
    assert _foreseen(facts, riga("2021-01-20 09:00")) == []


def _foreseen(facts: Facts, now: datetime) -> list[tuple[date, int]]:
    first, last = now.date(), date(2021, 2, 12)
    rows = forecast.foresee(facts.session, FORUM, first=first, last=last, now=now, policy=POLICY)
    return [(row.on, row.person) for row in rows if row.rung == "letter"]


def test_a_letter_that_lacks_nothing_is_told_of_to_nobody(facts: Facts) -> None:
    one, files, iub = town(facts)
    for duty in filings.shares(facts.session, one, files.institution_id, day=at(DAY).day):
        answer(facts, duty.obligation, iub, "2021-01-11")
    body = facts.session.get_one(Institution, files.institution_id)
    signing.sign(facts.session, one, body, number="1-2/3", on=date(2021, 1, 12), by=files, at=at("2021-01-12"))
    tick(facts, DAY)
    assert told(facts) == []
    assert _foreseen(facts, riga("2021-01-13 09:00")) == []


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ({"kind": Kind.VOLUNTARY}, DAY),  # nobody is late in it, and no letter is due
        ({"sign_by": date(2021, 1, 22)}, "2021-01-21"),  # the bodies hear on the 21st
        ({"lock_on": date(2021, 2, 1)}, "2021-02-02"),  # over
    ],
)
def test_no_letter_is_due_then(facts: Facts, given: dict[str, Any], day: str) -> None:
    town(facts, **given)
    tick(facts, day)
    assert told(facts) == []
    if "sign_by" in given:
        tick(facts, "2021-01-22")
        assert len(told(facts)) == 1
