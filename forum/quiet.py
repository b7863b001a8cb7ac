"""Quiet: which kinds of work have nothing waiting just now, so that nobody is woken for it."""

from __future__ import annotations

import enum
from datetime import datetime

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from forum import inbox, operations, outbox
from forum.evidence import Evidence
from forum.inbox import IncomingMessage
from forum.operations import WorkspaceOperation
from forum.outbox import OutgoingMessage


class Kind(enum.StrEnum):
    READING = "reading"
    SENDING = "sending"
    WRITING = "writing"
    FETCHING = "fetching"


def kinds(session: Session, forum: str, *, now: datetime, real: datetime) -> set[Kind]:
    """The kinds of work in which nothing is due. What waits for something else than time may be counted as due."""
    unread = exists().where(
        IncomingMessage.forum == forum,
        IncomingMessage.state == inbox.State.NEW,
        or_(IncomingMessage.retry_at.is_(None), IncomingMessage.retry_at <= real),
    )
    unsent = exists().where(
        OutgoingMessage.forum == forum,
        OutgoingMessage.state == outbox.State.PENDING,
        OutgoingMessage.send_from <= now,
        or_(OutgoingMessage.retry_at.is_(None), OutgoingMessage.retry_at <= real),
    )
    unwritten = exists().where(WorkspaceOperation.forum == forum, WorkspaceOperation.state.in_(operations.OPEN))
    unfetched = exists().where(
        Evidence.forum == forum, Evidence.fetched_at.is_(None), Evidence.dropped_at.is_(None), Evidence.error == ""
    )
    waits = session.execute(select(unread, unsent, unwritten, unfetched)).one()
    return {kind for kind, some in zip(Kind, waits, strict=True) if not some}
