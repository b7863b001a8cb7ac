"""Landed rows: what a list that is read wholly says, row by row and cell by cell, until it is taken in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, String, Text, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.baselines import WorkspaceList
from forum.store import bulk
from forum.store.base import Noun, unique

# Of each list the fields that it has, by name, stand in the first of these columns: a new field needs no new column
# here, and which one is whose is known as long as the list's columns are (``WorkspaceList.columns``).
CELLS = tuple(f"c{number:02}" for number in range(1, 33))


class LandedRow(Noun):
    """One row in the forum's words. An empty ``etag``: what it said was forgotten on somebody's word, and is to be
    asked for again. ``editor`` (who changed it last) and ``unread`` (which cells cannot be read, and why) are JSON or
    nothing; a cell is text, or JSON where its field holds anything else. The row goes in the unit of work in which it
    is taken in."""

    __tablename__ = "landed_row"
    __table_args__ = (unique("noun", "item_id"), *(Column(name, Text) for name in CELLS))

    noun: Mapped[str] = mapped_column(String(24))
    item_id: Mapped[int]
    etag: Mapped[str] = mapped_column(String(120))
    editor: Mapped[str | None]
    modified: Mapped[str]
    unread: Mapped[str | None]


# A landed row without its object, as many cells as its list has fields.
Landed = Sequence[Any]
COLUMNS = ("item_id", "etag", "editor", "modified", "unread", *CELLS)
TOLD = len(COLUMNS) - len(CELLS)


def keep(session: Session, forum: str, noun: str, rows: Sequence[Landed]) -> None:
    """Keep rows of a noun's list, each instead of what was kept of it before; all have as many cells."""
    if rows:
        columns = COLUMNS[: len(rows[0])]
        bulk.upsert(session, LandedRow, columns, rows, key=("noun", "item_id"), forum=forum, noun=noun)


def after(session: Session, forum: str, noun: str, *, fields: int, after: int, limit: int) -> list[Landed]:
    """The rows after this item id, by item id, at most so many; of each so many cells."""
    kept = LandedRow.__table__.c
    rows = session.connection().execute(
        select(*(kept[name] for name in COLUMNS[: TOLD + fields]))
        .where(kept.forum == forum, kept.noun == noun, kept.item_id > after)
        .order_by(kept.item_id)
        .limit(limit)
    )
    return list(rows)


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
    nothing = dict.fromkeys(("editor", "unread", *CELLS))
    session.execute(update(LandedRow).where(LandedRow.forum == forum).values(etag="", modified="", **nothing))
