"""Leases: which process speaks for a forum's bot, and which works on its site; who lost one writes no more."""

from __future__ import annotations

import enum
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import ColumnElement, String, and_, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store.base import Base, Noun, unique
from forum.store.errors import StoreError


class Hand(enum.StrEnum):
    """What one process alone does for a forum at a time: ``bot`` hears and speaks, ``sync`` reads and writes the
    workspace."""

    BOT = "bot"
    SYNC = "sync"


class LeaseLost(StoreError):
    """Another process does this work now; nothing of this was kept."""


# A process that did not say for so long that it works is given up. Twice it may be late with it; and together with
# the time after which the database lets go of what a frozen process began, others go on within 20 seconds.
LIFE = timedelta(seconds=8)


class Worker(Base):
    """A process that does some of the ``hands``' work of this installation's forums. It is believed to live before
    ``until``, which is the database's own time where that has one: the clocks of two machines may differ."""

    __tablename__ = "worker"

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    hands: Mapped[list[str]]
    until: Mapped[datetime]


class Lease(Noun):
    """Who (``holder``: a worker's name, empty: nobody) does a hand's work. Each new holder has a higher ``epoch``."""

    __tablename__ = "lease"
    __table_args__ = (unique("hand"),)

    hand: Mapped[Hand]
    holder: Mapped[str] = mapped_column(String(80), default="")
    epoch: Mapped[int] = mapped_column(default=0)


@dataclass(frozen=True)
class Wanted:
    """A hand's work for one forum."""

    forum: str
    hand: Hand


@dataclass(frozen=True)
class Held:
    """Work that a worker took, and the epoch that all it writes must be of."""

    wanted: Wanted
    epoch: int


@dataclass(frozen=True)
class Tended:
    """What a worker holds, and what of it others should do, who have less."""

    held: list[Held]
    surplus: list[Held]


def tend(
    session: Session,
    wanted: Sequence[Wanted],
    *,
    worker: str,
    real: datetime,
    gone: Callable[[str], bool],
    passing: bool = False,
) -> Tended:
    """Say that this worker lives, and take of the wanted work what nobody does, up to its share of it.

    ``real``: this machine's time, for a database that has none of its own. ``gone``: whether a worker of this name is
    known to have ended, so that its time need not be waited for. ``passing``: it does this once, and others keep the
    shares they have.
    """
    hands = sorted({one.hand for one in wanted})
    now = _now(session, real)
    living = _living(session, worker, [] if passing else hands, now=now, gone=gone)
    _make(session, wanted)
    held: list[Held] = []
    surplus: list[Held] = []
    for hand in hands:
        forums = [one.forum for one in wanted if one.hand is hand]
        share = ceil(len(forums) / max(1, sum(hand in does for does in living.values())))
        mine = _held(session, worker, hand, forums)
        mine += _take(session, worker, hand, forums, most=share - len(mine), living=living, now=now)
        held += mine
        surplus += mine[share:]
    return Tended(held, surplus)


def guard(session: Session, held: Held) -> None:
    """The first thing in a unit of work of whoever holds a lease, which nobody can take before that unit has ended.

    Raises LeaseLost.
    """
    # A lock for the key alone: units of one holder, and its saying that it lives, go on beside each other.
    found = session.scalar(select(Lease.epoch).where(_is(held.wanted)).with_for_update(read=True, key_share=True))
    if found != held.epoch:
        raise LeaseLost(f"{held.wanted.forum}, {held.wanted.hand}")


def release(session: Session, held: Held) -> None:
    """This worker does it no more; whatever of it is still under way cannot be kept."""
    session.execute(
        update(Lease).where(_is(held.wanted), Lease.epoch == held.epoch).values(holder="", epoch=Lease.epoch + 1)
    )


def leave(session: Session, worker: str) -> None:
    """This worker ends, and lets all go that it holds."""
    session.execute(update(Lease).where(Lease.holder == worker).values(holder="", epoch=Lease.epoch + 1))
    session.execute(delete(Worker).where(Worker.name == worker))


def holders(session: Session, forum: str) -> dict[Hand, str]:
    """Who does which work of a forum; who has ended may still be among them for a moment."""
    rows = select(Lease.hand, Lease.holder).where(Lease.forum == forum, Lease.holder != "")
    return {row.hand: row.holder for row in session.execute(rows)}


def _now(session: Session, real: datetime) -> datetime:
    """The one moment that all workers go by."""
    if session.get_bind().dialect.name == "sqlite":
        return real
    now: datetime = session.scalars(select(func.clock_timestamp())).one()
    return now


def _living(
    session: Session, worker: str, hands: Sequence[Hand], *, now: datetime, gone: Callable[[str], bool]
) -> dict[str, list[str]]:
    """The workers there are, this one with them, and what each does; the others are struck off."""
    found = {row.name: row for row in session.scalars(select(Worker))}
    ended = [name for name, row in found.items() if name != worker and (row.until <= now or gone(name))]
    session.execute(delete(Worker).where(Worker.name.in_(ended)))
    told = {"name": worker, "hands": list(hands), "until": now + LIFE}
    make = _insert(session)(Worker).values(told)
    session.execute(make.on_conflict_do_update(index_elements=[Worker.name], set_=told))
    return {name: row.hands for name, row in found.items() if name not in ended} | {worker: list(hands)}


def _make(session: Session, wanted: Sequence[Wanted]) -> None:
    forums = {one.forum for one in wanted}
    rows = session.execute(select(Lease.forum, Lease.hand).where(Lease.forum.in_(forums)))
    missing = set(wanted) - {Wanted(forum, hand) for forum, hand in rows}
    for one in sorted(missing, key=lambda one: (one.forum, one.hand)):
        row = {"forum": one.forum, "hand": one.hand, "holder": "", "epoch": 0}
        session.execute(_insert(session)(Lease).values(row).on_conflict_do_nothing())


def _held(session: Session, worker: str, hand: Hand, forums: Sequence[str]) -> list[Held]:
    rows = select(Lease.forum, Lease.epoch).where(Lease.holder == worker, Lease.hand == hand, Lease.forum.in_(forums))
    return [Held(Wanted(forum, hand), epoch) for forum, epoch in session.execute(rows.order_by(Lease.id))]


def _take(
    session: Session,
    worker: str,
    hand: Hand,
    forums: Sequence[str],
    *,
    most: int,
    living: Collection[str],
    now: datetime,
) -> list[Held]:
    """Take what no living worker has, wherever no unit of its last holder is still under way."""
    free = select(Lease).where(Lease.hand == hand, Lease.forum.in_(forums), Lease.holder.not_in(living))
    rows = session.scalars(free.order_by(Lease.id).limit(max(0, most)).with_for_update(skip_locked=True)).all()
    # Whoever came and took one since the living were counted is seen only now.
    new = set(
        session.scalars(select(Worker.name).where(Worker.name.in_({row.holder for row in rows}), Worker.until > now))
    )
    taken = [row for row in rows if row.holder not in new]
    for row in taken:
        row.holder, row.epoch = worker, row.epoch + 1
    session.flush()
    return [Held(Wanted(row.forum, hand), row.epoch) for row in taken]


def _insert(session: Session) -> Callable[..., postgresql.Insert | sqlite.Insert]:
    return postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert


def _is(wanted: Wanted) -> ColumnElement[bool]:
    return and_(Lease.forum == wanted.forum, Lease.hand == wanted.hand)
