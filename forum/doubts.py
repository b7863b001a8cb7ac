"""Doubts: messages of which nobody can say whether they arrived; they are never sent again by themselves."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.outbox import OutgoingMessage, State, forget_token


def what_was_sending(session: Session, forum: str, *, claimed_before: datetime) -> int:
    """After a crash: what was being sent before this real moment is unknown. Answers how many."""
    rows = session.scalars(
        select(OutgoingMessage).where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.state == State.SENDING,
            OutgoingMessage.claimed_at < claimed_before,
        )
    ).all()
    for row in rows:
        row.state, row.error = State.UNKNOWN, "the service ended while this was being sent"
        forget_token(row)
    return len(rows)


def what_waited(session: Session, forum: str, *, now: datetime) -> int:
    """The memory is an older one: what was due by now may have gone out already, and is unknown. Answers how many."""
    rows = session.scalars(
        select(OutgoingMessage).where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.state.in_((State.PENDING, State.SENDING)),
            OutgoingMessage.send_from <= now,
        )
    ).all()
    for row in rows:
        row.state, row.error = State.UNKNOWN, "it waited when the backup was made that this memory was restored from"
        forget_token(row)
    return len(rows)


def arrived(session: Session, forum: str, message_id: int, *, external_id: str | None) -> None:
    """A press or reply that names a doubtful message settles the doubt: it had arrived."""
    row = session.get(OutgoingMessage, message_id)
    if row is not None and row.forum == forum and row.state is State.UNKNOWN:
        row.state, row.external_id = State.SENT, external_id or row.external_id
