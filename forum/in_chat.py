"""In chat: our messages as they stand in a chat, found by the id that the channel gave them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from forum import outbox
from forum.outbox import OutgoingMessage, To
from forum.store.base import Values
from forum.store.keyed import Key

STANDING = Key(OutgoingMessage, "channel", "address", "external_id")


def by_external(
    session: Session, forum: str, *, channel: str, address: str, external_id: str
) -> OutgoingMessage | None:
    """Our message that stands in this chat under this id, as last edited."""
    return STANDING.one(session, forum, channel, address, external_id)


def newest_at(session: Session, forum: str, *, channel: str, address: str, ref: str) -> OutgoingMessage | None:
    """What stands, or is about to stand, in this chat under this id: an edit that is still under way counts."""
    return session.scalar(
        select(OutgoingMessage)
        .where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.channel == channel,
            OutgoingMessage.address == address,
            or_(OutgoingMessage.external_id == ref, OutgoingMessage.edits == ref),
        )
        .order_by(OutgoingMessage.id.desc())
        .limit(1)
    )


def followed(session: Session, message: OutgoingMessage, kinds: Collection[str], *, by: str) -> bool:
    """Whether one of these kinds was said to the same address after this message, about the same thing: their values
    are alike under ``by`` (where this one has any)."""
    rows = session.scalars(
        select(OutgoingMessage).where(
            OutgoingMessage.forum == message.forum,
            OutgoingMessage.channel == message.channel,
            OutgoingMessage.address == message.address,
            OutgoingMessage.kind.in_(kinds),
            OutgoingMessage.id > message.id,
        )
    )
    return any(by not in message.values or row.values.get(by) == message.values[by] for row in rows)


def waits(session: Session, forum: str, to: To, *, kind: str, values: Values) -> bool:
    """Whether the very same message to this address waits to be sent for the first time."""
    rows = session.scalars(
        select(OutgoingMessage).where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.channel == to.channel,
            OutgoingMessage.address == to.address,
            OutgoingMessage.kind == kind,
            OutgoingMessage.state == outbox.State.PENDING,
            OutgoingMessage.attempts == 0,
            OutgoingMessage.edits.is_(None),
        )
    )
    return to.address is not None and any(row.values == values for row in rows)


def lately(session: Session, forum: str, *, since: datetime) -> list[tuple[str, str]]:
    """Channel and chat of each new message (not of an edit) that was taken up since this real moment."""
    rows = session.execute(
        select(OutgoingMessage.channel, OutgoingMessage.address).where(
            OutgoingMessage.forum == forum, OutgoingMessage.claimed_at >= since, OutgoingMessage.edits.is_(None)
        )
    )
    return [(channel, address) for channel, address in rows if channel and address]


def count_since(session: Session, forum: str, kind: str, *, since: datetime) -> int:
    """How many messages of a kind were decided since this moment."""
    such = (OutgoingMessage.forum == forum, OutgoingMessage.kind == kind, OutgoingMessage.decided_at >= since)
    return session.scalar(select(func.count()).where(*such)) or 0
