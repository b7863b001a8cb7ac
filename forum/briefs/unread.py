"""Briefs about unread messages: whose they are and when they came; nothing where none is aside any more."""

from __future__ import annotations

from collections.abc import Sequence

from forum import enrolment, unread
from forum.briefs.asked import Asked, Brief
from forum.inbox import IncomingMessage
from forum.store.base import Values

# So many are named in one message.
MOST = 10


def _several(asked: Asked) -> Values | None:
    found = unread.standing(asked.session, asked.forum)
    return _told(asked, found, f"all-{found[-1].id}") if found else None


def _single(asked: Asked) -> Values | None:
    number = asked.message.values["message"]
    found = unread.alone(asked.session, asked.forum, number)
    return _told(asked, found, f"one-{number}") if found else None


def _told(asked: Asked, rows: Sequence[IncomingMessage], subject: str) -> Values:
    return {
        "subject": subject,
        "messages": [_one(asked, row) for row in rows[:MOST]],
        "more": len(rows[MOST:]),
    }


def _one(asked: Asked, row: IncomingMessage) -> Values:
    found = enrolment.people_at(asked.session, asked.forum, channel=row.channel, address=row.lane, day=asked.at.day)
    return {
        "number": row.id,
        "channel": row.channel,
        "name": found[0].name if found else "",
        "at": row.received_at,
        "error": row.error,
    }


BRIEFS: dict[str, Brief] = {unread.CARD: _several, "unread-one": _single}
