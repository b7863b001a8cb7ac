"""Posted: mails that came in, kept raw; one that comes again, under whichever number, is the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.inbox import IncomingMessage, IntakePosition, Raw


@dataclass(frozen=True)
class Reached:
    """Up to where a mailbox was read: the next number in which numbering, and when (real time) that moved last."""

    validity: int
    next_id: int
    moved_at: datetime


def reached(session: Session, forum: str, channel: str) -> Reached | None:
    """Up to where a mailbox was read; None at the very beginning."""
    row = _position(session, forum, channel)
    return Reached(row.validity or 0, row.next_id, row.moved_at) if row else None


def store(session: Session, forum: str, channel: str, *, batch: Sequence[Raw], reached: Reached, real: datetime) -> int:
    """Keep mails and move on, in one unit of work; answers how many were new."""
    ids = [raw.external_id for raw in batch]
    known = set(
        session.scalars(
            select(IncomingMessage.external_id).where(
                IncomingMessage.forum == forum,
                IncomingMessage.channel == channel,
                IncomingMessage.external_id.in_(ids),
            )
        )
    )
    fresh = {raw.external_id: raw for raw in batch if raw.external_id not in known}
    session.add_all(
        IncomingMessage(
            forum=forum,
            channel=channel,
            external_id=raw.external_id,
            lane=raw.lane,
            message_ref=raw.message_ref,
            body=raw.body,
            received_at=real,
        )
        for raw in fresh.values()
    )
    row = _position(session, forum, channel)
    if row is None:
        row = IntakePosition(forum=forum, channel=channel, next_id=reached.next_id, moved_at=real)
        session.add(row)
    row.next_id, row.validity, row.moved_at = reached.next_id, reached.validity, real
    session.flush()
    return len(fresh)


def _position(session: Session, forum: str, channel: str) -> IntakePosition | None:
    return session.scalar(
        select(IntakePosition).where(IntakePosition.forum == forum, IntakePosition.channel == channel)
    )
