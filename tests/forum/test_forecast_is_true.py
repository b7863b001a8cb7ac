"""A forecast is true: with two meetings in a month, own dates, a handover and a round, what it foresees is what comes,
and what it says would be held back is held back."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from forum import accounts, announcing, briefs, deciding, forecast, held, meeting_nudges, meetings
from forum.journal import JournalEntry
from forum.meetings import Meeting, Presence
from forum.outbox import OutgoingMessage, State
from forum.people import Person, Role
from forum.rounds import Kind
from tests.facts import Facts, at, policy, riga
from tests.forum.ticking import answer

FIRST = date(2021, 1, 26)
DAYS = [day for number in range(35) if (day := FIRST + timedelta(days=number)).weekday() < 5]
POLICY = policy(still_you={Kind.MANDATORY: 5})
HIS, HERS = "IZM kontaktpersona", "VARAM kontaktpersona"
NEW, GOING = "IZM jaunā kontaktpersona", "VK aizejošā kontaktpersona"
KINDS = {meeting_nudges.NUDGE: "meeting", announcing.NOTICE: "meeting"}
Said = list[tuple[date, str, str]]


@pytest.fixture
def town(facts: Facts) -> Facts:
    """Two bodies under report; one has answered, and somebody new there says yes to the second of two meetings."""
    izm, varam, vk = facts.body("IZM"), facts.body("VARAM"), facts.body("VK")
    facts.member(HIS, izm)
    old = facts.member("VARAM iepriekšējā kontaktpersona", varam)
    facts.measure("2.8", izm, due_on=date(2021, 3, 10))
    facts.measure("2.10", varam)
    facts.round()
    _, second = facts.opened("2021-01-25")
    answer(facts, second, old, "2021-01-25")
    old.gone_at = riga("2021-01-25")
    hers = facts.member(HERS, varam, predecessor_id=old.id)
    chief = facts.member("VK koordinators", vk, role=Role.COORDINATOR)
    facts.mailed(facts.person(NEW, izm, from_on=date(2021, 2, 6)))  # a Saturday
    facts.member(GOING, vk, until_on=date(2021, 2, 10))
    for starts in ("2021-02-12 10:00", "2021-02-19 10:00"):
        meeting = Meeting(forum=facts.forum, title=starts, starts_at=riga(starts))
        facts.session.add(meeting)
        facts.session.flush()
        announcing.announce(facts.session, meeting, by=chief, now=riga(f"{FIRST} 08:00"), policy=POLICY)
    for row in meetings.attendances(facts.session, meeting):
        row.answer = Presence.ONLINE if row.person_id == hers.id else None
    facts.session.flush()
    return facts


def foreseen(facts: Facts) -> tuple[Said, Said]:
    """What would come, and what would be held back."""
    rows = forecast.foresee(
        facts.session, facts.forum, first=FIRST, last=DAYS[-1], now=riga(f"{FIRST} 08:00"), policy=POLICY
    )
    found = [(one.on, one.name, "meeting" if one.meeting else one.rung, bool(one.held)) for one in rows]
    return [one[:3] for one in found if not one[3]], [one[:3] for one in found if one[3]]


def named(message: OutgoingMessage) -> str:
    return KINDS.get(message.kind) or str(message.values.get("rung", message.kind))


def live(facts: Facts) -> tuple[Said, Said]:
    """Each morning is decided on, and what may go goes."""
    came: Said = []
    for day in DAYS:
        while deciding.tick(facts.session, facts.forum, now=riga(str(day)), policy=POLICY):
            pass
        for row in facts.session.scalars(select(OutgoingMessage).where(OutgoingMessage.state == State.PENDING)):
            if row.send_from > riga(f"{day} 16:30") or row.kind not in (*accounts.OF_ROUNDS, *accounts.BESIDE):
                continue
            person = facts.session.get_one(Person, row.person_id)
            said = briefs.of(briefs.Asked(facts.session, row, person, at(str(day)), POLICY))
            row.state = State.DROPPED if said is None else State.SENT
            if said is not None:
                row.sent_at = max(row.send_from, riga(str(day)))
                came.append((day, person.name, named(row)))
        facts.session.flush()
    lines = facts.session.scalars(
        select(JournalEntry).where(JournalEntry.action == held.ACTION).order_by(JournalEntry.id)
    )
    return came, [(POLICY.day(row.at), *_of_whom(facts, row)) for row in lines]


def _of_whom(facts: Facts, line: JournalEntry) -> tuple[str, str]:
    kind = str(line.after["kind"])
    return facts.session.get_one(Person, line.noun_id).name, KINDS.get(kind, kind)


def test_all_that_it_foresees_comes_and_nothing_else(town: Facts) -> None:
    ahead = foreseen(town)
    assert [Counter(said) for said in live(town)] == [Counter(said) for said in ahead]
    came, held_back = ahead
    # Whoever has not answered is asked once more the day before each of the two, whoever comes is reminded of both.
    assert [on.day for on, name, what in came if (on.month, name, what) == (2, HIS, "meeting")] == [11, 18]
    assert [on.day for on, name, what in came if (on.month, name, what) == (2, HERS, "meeting")] == [5, 11, 18]
    assert [on.day for on, name, _ in held_back if name == HIS] == [5, 12]
    assert [one for one in came if one[2] in ("handover", "own-dates")] == [
        (FIRST, HERS, "handover"),
        (date(2021, 3, 1), NEW, "own-dates"),
        (date(2021, 3, 1), HIS, "own-dates"),
    ]
    # Whoever begins later is invited then, to both; whoever leaves before a meeting was never invited to it.
    assert [(on.day, what) for on, name, what in came if name == NEW and on.month == 2] == [
        (8, "meeting"),
        (8, "meeting"),
        (8, "late"),
    ]
    assert [on.day for on, name, _ in held_back if name == NEW] == [11, 12, 18]
    assert [one for one in (*came, *held_back) if one[1] == GOING] == []
