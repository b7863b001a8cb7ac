"""Undelivered: a mail that could not be brought, though its mailbox is there, is told to the coordinators with the
reason."""

from __future__ import annotations

from sqlalchemy.orm import Session

from forum import outbox, people
from forum.outbox import OutgoingMessage, To
from forum.people import Person
from forum.times import At

KIND = "mail-undelivered"


def tell(session: Session, forum: str, message_id: int, *, at: At) -> None:
    """Say which member was not reached and why, once a member and day; never of a word to a coordinator, as there
    would be no end to it."""
    row = session.get_one(OutgoingMessage, message_id)
    person = session.get(Person, row.person_id) if row.person_id else None
    if person is None or row.kind == KIND:
        return
    for coordinator in people.coordinators(session, forum, day=at.day):
        if coordinator.id != person.id:
            outbox.put(
                session,
                forum,
                to=To(person_id=coordinator.id),
                kind=KIND,
                values={"name": person.name, "why": row.error[:80], "about": row.kind},
                dedupe=f"{KIND}/{person.id}/{at.day}/{coordinator.id}",
                now=at.now,
            )
