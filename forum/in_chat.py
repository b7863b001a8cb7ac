"""In chat: our messages as they stand in a chat, found by the id that the channel gave them."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from forum.outbox import OutgoingMessage


def by_external(
    session: Session, forum: str, *, channel: str, address: str, external_id: str
) -> OutgoingMessage | None:
    """Our message that stands in this chat under this id, as last edited."""
    return session.scalar(
        select(OutgoingMessage)
        .where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.channel == channel,
            OutgoingMessage.address == address,
            OutgoingMessage.external_id == external_id,
        )
        .order_by(OutgoingMessage.id.desc())
        .limit(1)
    )


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
