"""Briefs about doubts: which messages may or may not have arrived; nothing where none is in doubt any more."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from forum import doubts
from forum.briefs.asked import Asked, Brief
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.store.base import Values

# So many are named in one message.
MOST = 10


def _several(asked: Asked) -> Values | None:
    number = asked.message.values["doubt"]
    found = doubts.standing(asked.session, asked.forum, number)
    return _told(asked.session, found, f"all-{number}") if found else None


def _single(asked: Asked) -> Values | None:
    number = asked.message.values["message"]
    found = doubts.alone(asked.session, asked.forum, number)
    return _told(asked.session, found, f"one-{number}") if found else None


def _told(session: Session, rows: Sequence[OutgoingMessage], subject: str) -> Values:
    return {
        "subject": subject,
        "messages": [_one(session, row) for row in rows[:MOST]],
        "more": len(rows[MOST:]),
    }


def _one(session: Session, row: OutgoingMessage) -> Values:
    person = session.get(Person, row.person_id) if row.person_id else None
    return {"kind": row.kind, "name": person.name if person else "", "at": row.claimed_at or row.send_from}


BRIEFS: dict[str, Brief] = {"doubts": _several, "doubt": _single}
