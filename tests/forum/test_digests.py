"""The week's digest: to coordinators alone, on the week's first working day at nine, and never an empty one."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from forum import briefs, digests, nudges
from forum.outbox import OutgoingMessage
from forum.people import Person, Role
from tests.facts import Facts, at, policy, riga

POLICY = policy()


def told(facts: Facts) -> list[OutgoingMessage]:
    rows = select(OutgoingMessage).where(OutgoingMessage.kind == "digest").order_by(OutgoingMessage.id)
    return list(facts.session.scalars(rows))


def ticks(facts: Facts, *moments: str) -> list[datetime]:
    """When the digests are to go that these ticks put."""
    for moment in moments:
        digests.tick(facts.session, facts.forum, now=riga(moment), policy=POLICY)
    return [one.send_from.astimezone(POLICY.hours.zone) for one in told(facts)]


@pytest.fixture
def chief(facts: Facts) -> Person:
    return facts.member("VK koordinators", facts.body("VK"), role=Role.COORDINATOR)


def test_on_monday_at_nine_and_once(facts: Facts, chief: Person) -> None:
    facts.member("IZM kontaktpersona", facts.body("IZM"))
    moments = ("2021-01-11 08:59", "2021-01-11 09:00", "2021-01-11 09:01", "2021-01-13 10:00")
    assert ticks(facts, *moments) == [riga("2021-01-11 09:00")]
    assert [one.person_id for one in told(facts)] == [chief.id]


def test_after_a_day_off_on_the_first_working_day(facts: Facts, chief: Person) -> None:
    # Easter Monday 2021 was 5 April.
    assert ticks(facts, "2021-04-05 09:00", "2021-04-06 08:59", "2021-04-06 09:00") == [riga("2021-04-06 09:00")]


def test_a_missed_hour_is_made_up_for_within_the_week(facts: Facts, chief: Person) -> None:
    assert ticks(facts, "2021-01-12 20:00") == [riga("2021-01-13 08:30")]


def test_who_joined_after_the_hour_waits_for_the_next_week(facts: Facts) -> None:
    body = facts.body("VK")
    person = facts.person("VK koordinators", body, role=Role.COORDINATOR)
    facts.joins(person, now="2021-01-11 10:00")
    assert ticks(facts, "2021-01-11 11:00", "2021-01-18 09:00") == [riga("2021-01-18 09:00")]


def test_nothing_in_it_nothing_sent(facts: Facts, chief: Person) -> None:
    ticks(facts, "2021-01-11")
    assert brief(facts, chief, "2021-01-11") is None


def test_who_is_awaited_within_four_weeks(facts: Facts, chief: Person) -> None:
    body = facts.body("IZM")
    facts.member("IZM kontaktpersona", body)
    facts.measure("2.10", body)
    facts.measure("2.8", body)
    due = facts.round().due_on
    facts.opened("2021-01-04")
    ticks(facts, "2021-01-04")
    said = brief(facts, chief, "2021-01-04")
    assert said is not None
    assert [(one["due_on"], one["awaited"]) for one in said["rounds"]] == [
        (due, [{"code": "IZM", "measures": [{"number": number, "marks": []} for number in ("2.8", "2.10")]}])
    ]
    early = (due - timedelta(weeks=4, days=1)).isoformat()
    assert brief(facts, chief, early) is None


def test_a_round_of_which_a_report_comes_that_day_is_left_to_it(facts: Facts, chief: Person) -> None:
    body = facts.body("IZM")
    facts.member("IZM kontaktpersona", body)
    facts.measure("2.8", body)
    one = facts.round()
    facts.opened("2021-01-18")
    ticks(facts, "2021-01-18")
    said = brief(facts, chief, "2021-01-18")
    assert said is not None
    assert [each["title"] for each in said["rounds"]] == [one.title]
    nudges.tick(facts.session, facts.forum, now=riga("2021-01-18 09:00"), policy=POLICY)
    assert brief(facts, chief, "2021-01-18") is None
    later = brief(facts, chief, "2021-01-19")
    assert later is not None
    assert [each["title"] for each in later["rounds"]] == [one.title]


def brief(facts: Facts, chief: Person, moment: str) -> dict[str, Any] | None:
    (message,) = told(facts)
    return briefs.of(briefs.Asked(facts.session, message, chief, at(moment), POLICY))
