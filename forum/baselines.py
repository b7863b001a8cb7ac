"""Baselines: what the forum and the workspace last agreed on, row by row and list by list."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import Index, Select, String, Text, delete, event, func, select, text, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store.base import Noun, Values, unique

# The kind of finding that says so.
REPLACED = "list-replaced"


class ListState(enum.StrEnum):
    READ = "read"
    STOPPED = "stopped"


class WorkspaceList(Noun):
    """One list of the workspace as last read. ``columns`` are the titles of its columns by field, ``row_link`` the
    address of a row but for its item id. ``reason`` (a finding, empty: none) is why it stopped, or what is strange
    about it; ``told`` what coordinators last heard of that, and ``told_turn`` how often they did. ``remarks`` are
    findings about the list itself that do not stop it, ``untidy`` those about its rows held against each other.
    ``change_token`` is where its next delta begins, ``token_at`` how old that is. While it is read wholly,
    ``reading_token`` (empty: no such reading is under way) is where the delta after it begins, ``reading_at`` when it
    began; ``reading_after`` the last item id up to which its rows have landed, ``reading_landed`` whether all have,
    ``reading_taken`` the last one up to which they were taken in. ``swept_at``: when all its rows were last held
    against the workspace. All of these are real time."""

    __tablename__ = "workspace_list"
    __table_args__ = (unique("noun"),)

    noun: Mapped[str] = mapped_column(String(24))
    list_id: Mapped[str] = mapped_column(String(64), default="")
    title: Mapped[str] = mapped_column(default="")
    columns: Mapped[Values] = mapped_column(default_factory=dict)
    row_link: Mapped[str] = mapped_column(default="")
    state: Mapped[ListState] = mapped_column(default=ListState.READ)
    reason: Mapped[Values] = mapped_column(default_factory=dict)
    told: Mapped[Values] = mapped_column(default_factory=dict)
    remarks: Mapped[list[Values]] = mapped_column(default_factory=list)
    untidy: Mapped[list[Values]] = mapped_column(default_factory=list)
    told_turn: Mapped[int] = mapped_column(default=0)
    change_token: Mapped[str] = mapped_column(Text, default="")
    token_at: Mapped[datetime | None] = mapped_column(default=None)
    read_at: Mapped[datetime | None] = mapped_column(default=None)
    reading_token: Mapped[str] = mapped_column(Text, default="")
    reading_after: Mapped[int] = mapped_column(default=0)
    reading_landed: Mapped[bool] = mapped_column(default=False)
    reading_taken: Mapped[int] = mapped_column(default=0)
    reading_at: Mapped[datetime | None] = mapped_column(default=None)
    swept_at: Mapped[datetime | None] = mapped_column(default=None)


class Baseline(Noun):
    """One row of the workspace: its item id and etag, which noun it became (none, where a cell that the noun cannot
    be without is unreadable), and the values both sides hold: in the forum's words, but lookups as item ids.
    ``flaws`` are findings about cells that could not be read, ``missing`` about lookups that lead nowhere yet.
    ``vanished_at``: since when the row is not on the workspace any more, though nobody believes it yet; ``gone_at``
    since when that is believed (both forum time). ``amiss``: it has flaws, or something missing, or vanished."""

    __tablename__ = "baseline"
    __table_args__ = (
        unique("noun", "item_id"),
        Index("ix_baseline_noun_id", "forum", "noun", "noun_id"),
        # Few rows are, and each pull asks for them.
        Index(
            "ix_baseline_amiss",
            "forum",
            "noun",
            "item_id",
            sqlite_where=text("amiss = 1"),
            postgresql_where=text("amiss"),
        ),
    )

    noun: Mapped[str] = mapped_column(String(24))
    item_id: Mapped[int]
    noun_id: Mapped[int | None]
    etag: Mapped[str] = mapped_column(String(120))
    values: Mapped[Values]
    flaws: Mapped[list[Values]]
    missing: Mapped[list[Values]]
    gone_at: Mapped[datetime | None] = mapped_column(default=None)
    vanished_at: Mapped[datetime | None] = mapped_column(default=None)
    amiss: Mapped[bool] = mapped_column(default=False)


@event.listens_for(Baseline, "before_insert")
@event.listens_for(Baseline, "before_update")
def _look_at(mapper: object, connection: object, base: Baseline) -> None:
    base.amiss = bool(base.flaws or base.missing or base.vanished_at)


def begin(session: Session, forum: str, noun: str, item_id: int) -> Baseline:
    """The baseline of a workspace row that is seen for the first time: nothing is agreed on yet."""
    base = Baseline(
        forum=forum,
        noun=noun,
        item_id=item_id,
        noun_id=None,
        etag="",
        values={},
        flaws=[],
        missing=[],
    )
    session.add(base)
    return base


def of_item(session: Session, forum: str, noun: str, item_id: int) -> Baseline | None:
    """The baseline of a workspace row."""
    return session.scalar(
        select(Baseline).where(Baseline.forum == forum, Baseline.noun == noun, Baseline.item_id == item_id)
    )


def of_noun(session: Session, forum: str, noun: str, noun_id: int) -> Baseline | None:
    """The living baseline of one of our nouns, if it has a row on the workspace."""
    return session.scalar(
        select(Baseline)
        .where(
            Baseline.forum == forum,
            Baseline.noun == noun,
            Baseline.noun_id == noun_id,
            Baseline.gone_at.is_(None),
        )
        .order_by(Baseline.id.desc())
        .limit(1)
    )


def row_link(session: Session, forum: str, noun: str, noun_id: int) -> str:
    """The address at which a browser shows the row of one of our nouns; empty where there is none, as in a workbook."""
    base = of_noun(session, forum, noun, noun_id)
    begins = session.scalar(
        select(WorkspaceList.row_link).where(WorkspaceList.forum == forum, WorkspaceList.noun == noun)
    )
    return f"{begins}{base.item_id}" if base is not None and begins else ""


def alive(session: Session, forum: str, noun: str, *, after: int = 0, limit: int | None = None) -> Sequence[Baseline]:
    """The living rows of a noun's list, by item id: those after this one, at most so many."""
    return session.scalars(_alive(forum, noun).where(Baseline.item_id > after).limit(limit)).all()


def amiss(session: Session, forum: str, noun: str, *, after: int = 0, limit: int | None = None) -> Sequence[Baseline]:
    """The living rows of which something is amiss, by item id: those after this one, at most so many."""
    return session.scalars(_amiss(forum, noun).where(Baseline.item_id > after).limit(limit)).all()


def amiss_by_noun(session: Session, forum: str) -> dict[str, list[Baseline]]:
    """The living rows of all lists of which something is amiss, by item id."""
    found: dict[str, list[Baseline]] = {}
    amiss = select(Baseline).where(Baseline.forum == forum, Baseline.gone_at.is_(None), Baseline.amiss)
    for base in session.scalars(amiss.order_by(Baseline.noun, Baseline.item_id)):
        found.setdefault(base.noun, []).append(base)
    return found


def flawed(session: Session, forum: str, noun: str) -> Sequence[Baseline]:
    """The living rows of which something could not be read, or leads nowhere."""
    return [base for base in amiss(session, forum, noun) if base.flaws or base.missing]


def vanished(session: Session, forum: str, noun: str) -> Sequence[int]:
    """The item ids of the rows that are not on the workspace any more, though nobody believes it yet."""
    wanted = _amiss(forum, noun).where(Baseline.vanished_at.is_not(None))
    return session.scalars(wanted.with_only_columns(Baseline.item_id)).all()


def known(session: Session, forum: str, noun: str, *, most: int | None = None) -> int:
    """How many rows of a noun's list live, as far as the forum knows; counted up to ``most``."""
    wanted = _alive(forum, noun).with_only_columns(Baseline.id).order_by(None).limit(most)
    return session.scalar(select(func.count()).select_from(wanted.subquery())) or 0


def living(session: Session, forum: str, noun: str, item_ids: Collection[int]) -> int:
    """How many of these rows live."""
    wanted = _alive(forum, noun).where(Baseline.item_id.in_(sorted(item_ids))).with_only_columns(func.count())
    return session.scalar(wanted.order_by(None)) or 0


def forget(session: Session, forum: str, noun: str) -> None:
    """Nothing is agreed on any more about the rows of this noun's list; what they became stays as it is."""
    session.execute(delete(Baseline).where(Baseline.forum == forum, Baseline.noun == noun))


def between(session: Session, forum: str, noun: str, *, after: int, last: int | None) -> dict[int, tuple[str, bool]]:
    """Etag, and whether it vanished, of the living rows in this part of a list (``last`` None: to its end), by id."""
    wanted = _alive(forum, noun).with_only_columns(Baseline.item_id, Baseline.etag, Baseline.vanished_at)
    if last is not None:
        wanted = wanted.where(Baseline.item_id <= last)
    rows = session.execute(wanted.where(Baseline.item_id > after))
    return {item: (etag, vanished is not None) for item, etag, vanished in rows}


def items(session: Session, forum: str, noun: str) -> dict[int, int]:
    """Noun ids by item id, of the living rows that became one."""
    rows = session.execute(
        select(Baseline.item_id, Baseline.noun_id).where(
            Baseline.forum == forum,
            Baseline.noun == noun,
            Baseline.gone_at.is_(None),
            Baseline.noun_id.is_not(None),
        )
    )
    return {item: noun_id for item, noun_id in rows if noun_id is not None}


def nouns_of(session: Session, forum: str, noun: str, item_ids: Iterable[int]) -> dict[int, int]:
    """Noun ids by item id, of those of these rows that live and became one."""
    rows = session.execute(
        select(Baseline.item_id, Baseline.noun_id).where(
            Baseline.forum == forum,
            Baseline.noun == noun,
            Baseline.item_id.in_(sorted(item_ids)),
            Baseline.gone_at.is_(None),
            Baseline.noun_id.is_not(None),
        )
    )
    return {item: noun_id for item, noun_id in rows if noun_id is not None}


def miss(session: Session, forum: str, noun: str, item_ids: Collection[int], *, now: datetime) -> None:
    """These rows are not on the workspace any more; whether that is believed is decided when all of it is known."""
    if item_ids:
        session.execute(
            update(Baseline)
            .where(Baseline.forum == forum, Baseline.noun == noun, Baseline.item_id.in_(sorted(item_ids)))
            .where(Baseline.gone_at.is_(None), Baseline.vanished_at.is_(None))
            .values(vanished_at=now, amiss=True)
        )


def _alive(forum: str, noun: str) -> Select[Baseline]:
    return (
        select(Baseline)
        .where(Baseline.forum == forum, Baseline.noun == noun, Baseline.gone_at.is_(None))
        .order_by(Baseline.item_id)
    )


def _amiss(forum: str, noun: str) -> Select[Baseline]:
    return _alive(forum, noun).where(Baseline.amiss)


def lists(session: Session, forum: str) -> Sequence[WorkspaceList]:
    """The lists seen so far, in the order in which they are read."""
    return session.scalars(select(WorkspaceList).where(WorkspaceList.forum == forum).order_by(WorkspaceList.id)).all()


def replaced(session: Session, forum: str) -> set[str]:
    """The nouns in place of whose list another one stands: what is known of its rows says nothing of the new one's."""
    return {one.noun for one in lists(session, forum) if one.reason.get("kind") == REPLACED}


def stopped(session: Session, forum: str) -> bool:
    """Whether any list is not in use just now for a reason that may be put right there at any moment; one that another
    stands in place of waits for a coordinator's word."""
    stopped = WorkspaceList.forum == forum, WorkspaceList.state == ListState.STOPPED
    return any(
        reason.get("kind") != REPLACED for reason in session.scalars(select(WorkspaceList.reason).where(*stopped))
    )


def list_of(session: Session, forum: str, noun: str) -> WorkspaceList:
    """The record of this noun's list, made where there is none."""
    row = session.scalar(select(WorkspaceList).where(WorkspaceList.forum == forum, WorkspaceList.noun == noun))
    if row is None:
        row = WorkspaceList(forum=forum, noun=noun)
        session.add(row)
        session.flush()
    return row
