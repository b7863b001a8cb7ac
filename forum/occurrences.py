"""Occurrences: one turn of a schedule on one local date, for one member, at most once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict, astuple, dataclass
from datetime import date, datetime

from sqlalchemy import String, select, true
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store.base import Noun, unique

# The member of an occurrence that is the whole forum's.
NOBODY = 0


@dataclass(frozen=True)
class Turn:
    """Which turn: keyed by the local date, never by an instant, as a local hour may come twice or not at all."""

    schedule: str
    local_date: date
    turn: str
    member: int = NOBODY


class Occurrence(Noun):
    """A turn that was taken; ``member`` is a person's id or ``NOBODY``."""

    __tablename__ = "occurrence"
    __table_args__ = (unique("schedule", "local_date", "turn", "member"),)

    schedule: Mapped[str] = mapped_column(String(80))
    local_date: Mapped[date]
    turn: Mapped[str] = mapped_column(String(40))
    member: Mapped[int]
    taken_at: Mapped[datetime]


def take(session: Session, forum: str, turn: Turn, *, now: datetime) -> bool:
    """Take a turn; False where it was taken before, by whomever."""
    return bool(take_all(session, forum, [turn], now=now))


def take_all(session: Session, forum: str, turns: Iterable[Turn], *, now: datetime) -> set[Turn]:
    """Take these turns; answers those that nobody had taken before."""
    # In one order, so that of two who take the same ones neither waits for the other's second.
    rows = [{"forum": forum, **asdict(one), "taken_at": now} for one in sorted(set(turns), key=astuple)]
    if not rows:
        return set()
    make = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    told = (Occurrence.schedule, Occurrence.local_date, Occurrence.turn, Occurrence.member)
    return {Turn(*row) for row in session.execute(make(Occurrence).on_conflict_do_nothing().returning(*told), rows)}


def taken(
    session: Session,
    forum: str,
    schedules: Collection[str],
    *,
    members: Collection[int] | None = None,
    by: datetime | None = None,
) -> set[Turn]:
    """All turns of these schedules that were taken by this moment (by these ``members`` alone, where any are named)."""
    rows = session.execute(
        select(Occurrence.schedule, Occurrence.local_date, Occurrence.turn, Occurrence.member).where(
            Occurrence.forum == forum,
            Occurrence.schedule.in_(schedules),
            true() if members is None else Occurrence.member.in_(members),
            true() if by is None else Occurrence.taken_at <= by,
        )
    )
    return {Turn(*row) for row in rows}
