"""Forums: one installation may serve several; each has its key, its secret and its coordinators' word on pausing."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import date, datetime

from sqlalchemy import String, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store.base import Base

_AT_HAND = "the forum at hand"


class Forum(Base):
    """One forum. ``secret`` (hex, 256 bits) signs its buttons; a new secret makes all old buttons dead.
    ``ready_at`` (real time): when it was last asked whether it can remember, and could.
    ``paused_at`` (forum time): since when nothing unasked is decided or sent to members, by a coordinator's word; the
    moment at which it was made where none has switched it on yet. ``decided_on``: the local date of the last tick.
    ``links_epoch``: another number ends all personal links made so far (None: none were ended yet).
    ``locked``: the channel that is locked down, whose leaked secret is known by ``locked_mark``."""

    __tablename__ = "forum"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    secret: Mapped[str]
    begun_at: Mapped[datetime]
    ready_at: Mapped[datetime | None] = mapped_column(default=None)
    paused_at: Mapped[datetime | None] = mapped_column(default=None)
    decided_on: Mapped[date | None] = mapped_column(default=None)
    links_epoch: Mapped[int | None] = mapped_column(default=None)
    locked: Mapped[str | None] = mapped_column(String(24), default=None)
    locked_mark: Mapped[str | None] = mapped_column(String(64), default=None)

    @property
    def never_on(self) -> bool:
        """Whether no coordinator has let it write to members yet."""
        return self.paused_at == self.begun_at


def ensure(session: Session, key: str, *, now: datetime, paused: bool = False) -> Forum:
    """The forum of this key, made with a fresh secret where it is new (``paused``: to be switched on by a
    coordinator). Of several processes that begin together, one makes it."""
    found = session.get(Forum, key)
    if found is None:
        row = {"key": key, "secret": secrets.token_hex(32), "begun_at": now, "paused_at": now if paused else None}
        make = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
        session.execute(make(Forum).values(row).on_conflict_do_nothing())
        found = session.get_one(Forum, key)
    return found


def of(session: Session, key: str) -> Forum:
    """The forum of this key; asked for once in a unit of work."""
    row = session.get_one(Forum, key)
    session.info[_AT_HAND, key] = row  # a session lets go of what nobody holds, and would ask again, and again
    return row


def deciding(session: Session, key: str) -> Forum | None:
    """The forum of this key, for the one who decides just now; None where somebody else does. Whoever merely links to
    it (each row that is added) waits for nobody."""
    return session.scalar(select(Forum).where(Forum.key == key).with_for_update(skip_locked=True, key_share=True))


def secret(session: Session, key: str) -> bytes:
    """The forum's signing secret, 32 bytes."""
    return bytes.fromhex(of(session, key).secret)


def word(session: Session, key: str, purpose: str) -> str:
    """A secret word for one purpose, 64 signs, from which neither the forum's secret nor another word can be told."""
    return hmac.new(secret(session, key), purpose.encode(), hashlib.sha256).hexdigest()


def is_word(session: Session, key: str, purpose: str, *, said: str) -> bool:
    """Whether somebody who said this knows the word. Takes as long for a wrong one as for the right one."""
    return hmac.compare_digest(word(session, key, purpose).encode(), said.encode())
