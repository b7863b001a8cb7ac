"""Floods: where a chat sends more than a person can mean, the rest is kept unread, and told of once."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import outbox
from forum.inbox import IncomingMessage
from forum.outbox import OutgoingMessage, To
from forum.times import At

KIND = "flood"
# So many messages and presses of one chat are read within so long (real time); a hurried person sends some ten.
MOST = 40
WITHIN = timedelta(minutes=1)
# How long (real time) the one word about it waits for the flood to end, and how long at the most.
PATIENCE = timedelta(seconds=5)
LONGEST = timedelta(minutes=1)


def too_many(session: Session, message_id: int) -> bool:
    """Whether this incoming message is one too many of its chat; noted on it then, so that it is found."""
    row = session.get_one(IncomingMessage, message_id)
    lately = session.scalars(
        select(IncomingMessage.id)
        .where(
            IncomingMessage.forum == row.forum,
            IncomingMessage.channel == row.channel,
            IncomingMessage.lane == row.lane,
            IncomingMessage.received_at > row.received_at - WITHIN,
            IncomingMessage.id <= row.id,
        )
        .limit(MOST + 1)
    ).all()
    if len(lately) <= MOST:
        return False
    row.error = "kept unread: too many at once"
    return True


def tell(session: Session, message_id: int, to: To, *, at: At) -> OutgoingMessage:
    """Tell the chat of this message, once the flood is over or a minute old, how many were kept and not read."""
    forum = session.get_one(IncomingMessage, message_id).forum
    waiting = session.scalar(
        select(OutgoingMessage)
        .where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.kind == KIND,
            OutgoingMessage.channel == to.channel,
            OutgoingMessage.address == to.address,
            OutgoingMessage.state == outbox.State.PENDING,
            OutgoingMessage.attempts == 0,
        )
        .with_for_update()
    )
    if waiting is None:
        return outbox.put(
            session,
            forum,
            to=to,
            kind=KIND,
            values={"count": 1, "most": MOST, "until": (at.real + LONGEST).isoformat()},
            dedupe=f"{KIND}/{message_id}",
            now=at.now,
            asked=True,
            hold_until=at.real + PATIENCE,
        )
    latest = datetime.fromisoformat(waiting.values["until"])
    waiting.values = {**waiting.values, "count": waiting.values["count"] + 1}
    waiting.retry_at = min(at.real + PATIENCE, latest)
    return waiting
