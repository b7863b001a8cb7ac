"""Pausing: by a coordinator's word nothing goes to members unasked; a new forum waits to be switched on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import briefs, forums, journal, outbox, people
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.policies import Policy
from forum.times import At


@dataclass(frozen=True)
class Waiting:
    """What waits to go to members unasked: how many messages, to how many people, and when the first may go."""

    messages: int
    people: int
    first: datetime | None


def only_to(session: Session, forum: str, *, day: date) -> list[int] | None:
    """The only persons who may be written to unasked: while paused the coordinators, else everyone (None)."""
    if forums.of(session, forum).paused_at is None:
        return None
    return [person.id for person in people.coordinators(session, forum, day=day)]


def pause(session: Session, forum: str, *, by: Person, at: At) -> bool:
    """Nothing goes to members unasked from now on; False where that was so already. What waits stays."""
    row = forums.of(session, forum)
    if row.paused_at is not None:
        return False
    row.paused_at = at.now
    _note(session, by, "forum.paused", at=at)
    return True


def lift(session: Session, forum: str, *, by: Person, at: At, policy: Policy) -> bool:
    """Members may be written to again; False where they might already. Of what waited, that which no longer holds
    is dropped."""
    row = forums.of(session, forum)
    if row.paused_at is None:
        return False
    row.paused_at = None
    _note(session, by, "forum.resumed", at=at)
    for message in _unasked(session, forum, at=at):
        person = session.get(Person, message.person_id)
        if briefs.of(briefs.Asked(session, message, person, at, policy)) is None:
            message.state = outbox.State.DROPPED
    return True


def waiting(session: Session, forum: str, *, at: At, policy: Policy) -> Waiting:
    """What waits to go to members unasked."""
    found = _unasked(session, forum, at=at)
    first = min((policy.hours.next_open(max(one.send_from, at.now), policy.workdays) for one in found), default=None)
    return Waiting(len(found), len({one.person_id for one in found}), first)


def _unasked(session: Session, forum: str, *, at: At) -> list[OutgoingMessage]:
    coordinators = [person.id for person in people.coordinators(session, forum, day=at.day)]
    rows = session.scalars(
        select(OutgoingMessage)
        .where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.state == outbox.State.PENDING,
            OutgoingMessage.asked.is_(False),
            OutgoingMessage.person_id.is_not(None),
            OutgoingMessage.person_id.not_in(coordinators),
        )
        .order_by(OutgoingMessage.id)
    )
    return list(rows)


def _note(session: Session, by: Person, action: str, *, at: At) -> None:
    journal.note(
        session, by.forum, at=at.now, actor=f"person:{by.id}", side="chat", action=action, noun="person", noun_id=by.id
    )
