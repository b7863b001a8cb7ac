"""Floods: where a chat sends more than a person can mean, the rest is kept unread, and told of once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from forum import inbox, outbox
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
_LATELY = "how many came lately"


def too_many(session: Session, message_id: int) -> bool:
    """Whether this incoming message is one too many of its chat; noted on it then, so that it is found."""
    row = session.get_one(IncomingMessage, message_id)
    if message_id not in session.info.get(_LATELY, ()):
        count(session, [row])
    if session.info[_LATELY][message_id] <= MOST:
        return False
    row.error = "kept unread: too many at once"
    return True


def count(session: Session, rows: Sequence[IncomingMessage]) -> None:
    """Count, in one question, how many came lately from the chat of each of these messages, itself included, up to the
    first that is too many. They are the oldest unread ones, one a chat: what came before them is read."""
    found: dict[tuple[str, str], list[datetime]] = {}
    for channel in {row.channel for row in rows}:
        for lane, at in _before(session, [row for row in rows if row.channel == channel]):
            found.setdefault((channel, lane), []).append(at)
    counts = session.info.setdefault(_LATELY, {})
    for row in rows:
        counts[row.id] = 1 + sum(at > row.received_at - WITHIN for at in found.get((row.channel, row.lane), ()))


def _before(session: Session, rows: Sequence[IncomingMessage]) -> Iterable[tuple[str, datetime]]:
    """Lane and moment of what was read of late in the lanes of these, all of one channel; as far as it counts."""
    # In lists: of anything else it is asked whether it is one, which takes a tenth of a second the first time.
    newest = IncomingMessage.id.desc()
    place = func.row_number().over(partition_by=[IncomingMessage.lane], order_by=[newest]).label("place")
    lately = (
        select(IncomingMessage.lane, IncomingMessage.received_at, place)
        .where(
            IncomingMessage.forum == rows[0].forum,
            IncomingMessage.channel == rows[0].channel,
            IncomingMessage.lane.in_({row.lane for row in rows}),
            IncomingMessage.received_at > min(row.received_at for row in rows) - WITHIN,
            IncomingMessage.state != inbox.State.NEW,
        )
        .subquery()
    )
    asked = session.execute(select(lately.c.lane, lately.c.received_at).where(lately.c.place <= MOST))
    return [(lane, at) for lane, at in asked]


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
