"""Forums: one installation may serve several; each has its key, its secret and its coordinators' word on pausing."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store.base import Base


class Forum(Base):
    """One forum. ``secret`` (hex, 256 bits) signs its buttons; a new secret makes all old buttons dead.
    ``ready_at`` (real time): when it was last asked whether it can remember, and could.
    ``paused_at`` (forum time): since when nothing unasked is decided, by a coordinator's word."""

    __tablename__ = "forum"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    secret: Mapped[str]
    begun_at: Mapped[datetime]
    ready_at: Mapped[datetime | None] = mapped_column(default=None)
    paused_at: Mapped[datetime | None] = mapped_column(default=None)


def ensure(session: Session, key: str, *, now: datetime) -> Forum:
    """The forum of this key, made with a fresh secret where it is new."""
    found = session.get(Forum, key)
    if found is None:
        found = Forum(key=key, secret=secrets.token_hex(32), begun_at=now)
        session.add(found)
        session.flush()
    return found


def secret(session: Session, key: str) -> bytes:
    """The forum's signing secret, 32 bytes."""
    return bytes.fromhex(session.get_one(Forum, key).secret)
