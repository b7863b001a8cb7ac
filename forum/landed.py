"""Landed rows: what a list that is read wholly says, row by row as it came, until it is taken in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import LargeBinary, String, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.baselines import WorkspaceList
from forum.store import bulk
from forum.store.base import Noun, unique


class LandedRow(Noun):
    """One row in the workspace's own words (``body``, in UTF-8; empty: these were forgotten on somebody's word, and
    are to be asked for again). It goes in the unit of work in which the row is taken in."""

    __tablename__ = "landed_row"
    __table_args__ = (unique("noun", "item_id"),)

    noun: Mapped[str] = mapped_column(String(24))
    item_id: Mapped[int]
    etag: Mapped[str] = mapped_column(String(120))
    body: Mapped[bytes] = mapped_column(LargeBinary)


class Landed(NamedTuple):
    """A landed row without its object: item id, etag, body."""

    item_id: int
    etag: str
    body: bytes


def keep(session: Session, forum: str, noun: str, rows: Iterable[Sequence[object]]) -> None:
    """Keep rows (item id, etag, body) of a noun's list, each instead of what was kept of it before."""
    bulk.upsert(session, LandedRow, ("item_id", "etag", "body"), rows, key=("noun", "item_id"), forum=forum, noun=noun)


def after(session: Session, forum: str, noun: str, *, after: int, limit: int) -> list[Landed]:
    """The rows after this item id, by item id, at most so many."""
    kept = LandedRow.__table__.c
    rows = session.connection().execute(
        select(kept.item_id, kept.etag, kept.body)
        .where(kept.forum == forum, kept.noun == noun, kept.item_id > after)
        .order_by(kept.item_id)
        .limit(limit)
    )
    return list(map(Landed._make, rows))


def let_go(session: Session, forum: str, noun: str, *, last: int) -> None:
    """The rows up to this item id were taken in."""
    session.execute(
        delete(LandedRow).where(LandedRow.forum == forum, LandedRow.noun == noun, LandedRow.item_id <= last)
    )


def give_up(session: Session, known: WorkspaceList) -> None:
    """The reading of this list goes no further, and nothing stays of it; the next one begins anew."""
    session.execute(delete(LandedRow).where(LandedRow.forum == known.forum, LandedRow.noun == known.noun))
    known.reading_token, known.reading_at = "", None
    known.reading_after, known.reading_landed, known.reading_taken = 0, False, 0


def forget(session: Session, forum: str) -> None:
    """Forget what all landed rows say, for any of them may name who wants to be forgotten."""
    session.execute(update(LandedRow).where(LandedRow.forum == forum).values(body=b""))
