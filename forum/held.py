"""Held back: reminders that are not sent, as their reader has had what the budget allows; said with the next that goes,
and told to those who run the forum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select, true
from sqlalchemy.orm import Session

from forum import accounts, awaited, chasing, journal, meeting_nudges, nudges, own_dates, still_you
from forum.accounts import Reader, Wanted, Why
from forum.journal import JournalEntry
from forum.outbox import OutgoingMessage, State
from forum.people import Person
from forum.policies import Policy

# A notice, its changes and the one message of a round to a partner are what somebody must know: they count, and go.
HOLDABLE = (nudges.KIND, own_dates.KIND, meeting_nudges.NUDGE, still_you.KIND)
ACTION = "message.held"


def weigh(session: Session, forum: str, *, now: datetime, policy: Policy, again: bool) -> None:
    """Hold back what was decided at this moment and is more than its reader's budget; with ``again`` let reminders go
    that were held back, where there is room by now. Of the other kinds the next one says what still holds."""
    rows = session.scalars(
        select(OutgoingMessage)
        .where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.state == State.PENDING,
            OutgoingMessage.decided_at == now,
            OutgoingMessage.kind.in_(HOLDABLE),
        )
        .order_by(OutgoingMessage.id)
    ).all()
    fresh = [row for row in rows if row.values.get("rung") != chasing.RUNG]
    older = waiting(session, forum) if again else []
    every = [*fresh, *older]
    if not every:
        return
    known = accounts.readers(session, forum, {row.person_id for row in every if row.person_id})
    book = accounts.of(session, forum, known, now=now, policy=policy, besides=[row.id for row in every])
    opens = policy.hours.next_open(now, policy.workdays)
    wanted = [_wanted(row, known, policy.day(row.send_from)) for row in fresh]
    wanted_again = [_wanted(row, known, policy.day(opens)) for row in older]
    if book.tight([*wanted, *wanted_again]):
        owed = awaited.of_people(session, forum, known.keys(), day=policy.day(now))
        book.calls = accounts.calls(owed, known, day=policy.day(now), policy=policy)
    for row, why in zip(every, book.settle(wanted, wanted_again), strict=True):
        if why is not None:
            _hold(session, row, why, now=now)
        elif row.state is State.HELD:
            row.state, row.send_from = State.PENDING, opens


def waiting(session: Session, forum: str) -> list[OutgoingMessage]:
    """The reminders of rounds that are held back."""
    rows = session.scalars(
        select(OutgoingMessage)
        .where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.state == State.HELD,
            OutgoingMessage.kind == nudges.KIND,
        )
        .order_by(OutgoingMessage.id)
    )
    return list(rows)


def _wanted(row: OutgoingMessage, known: dict[int, Reader], on: date) -> Wanted:
    values = row.values
    return Wanted(
        reader=known[row.person_id or 0],
        on=on,
        key=accounts.together_on(row.kind) or row.id,
        beside=row.kind in accounts.BESIDE,
        first=bool(values.get("first")),
        leaves=int(values.get("leaves", 0)),
        own=bool(values.get("own")),
    )


def _hold(session: Session, row: OutgoingMessage, why: Why, *, now: datetime) -> None:
    if row.state is State.HELD:
        return
    row.state = State.HELD
    journal.note(
        session,
        row.forum,
        at=now,
        actor="service",
        side="forum",
        action=ACTION,
        noun="person",
        noun_id=row.person_id or 0,
        after={"kind": row.kind, "why": why.value, "rounds": row.values.get("rounds", [])},
    )


@dataclass(frozen=True)
class Held:
    """What was held back from one person: how many messages, the last when, and why."""

    person: Person
    count: int
    at: datetime
    why: Why


def told(session: Session, forum: str, *, since: datetime | None = None, of_round: int | None = None) -> list[Held]:
    """By person's name, what was held back since that moment (None: ever), of this round alone where one is named."""
    rows = session.scalars(
        select(JournalEntry)
        .where(
            JournalEntry.forum == forum,
            JournalEntry.noun == "person",
            JournalEntry.action == ACTION,
            true() if since is None else JournalEntry.at > since,
        )
        .order_by(JournalEntry.id)
    ).all()
    found: dict[int, list[JournalEntry]] = {}
    for row in rows:
        if of_round is None or of_round in row.after["rounds"]:
            found.setdefault(row.noun_id, []).append(row)
    held = [
        Held(session.get_one(Person, number), len(mine), mine[-1].at, Why(mine[-1].after["why"]))
        for number, mine in found.items()
    ]
    return sorted(held, key=lambda one: one.person.name)
