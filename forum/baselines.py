"""Baselines: what the forum and the workspace last agreed on, row by row and list by list."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Index, Select, String, Text, func, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store.base import Noun, Values, unique


class ListState(enum.StrEnum):
    READ = "read"
    STOPPED = "stopped"


class WorkspaceList(Noun):
    """One list of the workspace as last read. ``columns`` are the titles of its columns by field, ``row_link`` the
    address of a row but for its item id. ``reason`` (a finding, empty: none) is why it stopped, or what is strange
    about it; ``told`` what coordinators last heard of that, and ``told_turn`` how often they did. ``remarks`` are
    findings about the list itself that do not stop it, ``untidy`` those about its rows held against each other.
    ``change_token`` is where its next delta begins, ``token_at`` (real time) how old that is."""

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


class Baseline(Noun):
    """One row of the workspace: its item id and etag, which noun it became (none, where a cell that the noun cannot
    be without is unreadable), and the values both sides hold: in the forum's words, but lookups as item ids.
    ``flaws`` are findings about cells that could not be read, ``missing`` about lookups that lead nowhere yet."""

    __tablename__ = "baseline"
    __table_args__ = (unique("noun", "item_id"), Index("ix_baseline_noun_id", "forum", "noun", "noun_id"))

    noun: Mapped[str] = mapped_column(String(24))
    item_id: Mapped[int]
    noun_id: Mapped[int | None]
    etag: Mapped[str] = mapped_column(String(120))
    values: Mapped[Values]
    flaws: Mapped[list[Values]]
    missing: Mapped[list[Values]]
    gone_at: Mapped[datetime | None] = mapped_column(default=None)


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


def alive(session: Session, forum: str, noun: str) -> Sequence[Baseline]:
    """The living rows of a noun's list, by item id."""
    return session.scalars(_alive(forum, noun)).all()


def flawed(session: Session, forum: str, noun: str) -> Sequence[Baseline]:
    """The living rows of which something could not be read, or leads nowhere."""
    some = or_(func.json_array_length(Baseline.flaws) > 0, func.json_array_length(Baseline.missing) > 0)
    return session.scalars(_alive(forum, noun).where(some)).all()


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


def _alive(forum: str, noun: str) -> Select[Baseline]:
    return (
        select(Baseline)
        .where(Baseline.forum == forum, Baseline.noun == noun, Baseline.gone_at.is_(None))
        .order_by(Baseline.item_id)
    )


def lists(session: Session, forum: str) -> Sequence[WorkspaceList]:
    """The lists seen so far, in the order in which they are read."""
    return session.scalars(select(WorkspaceList).where(WorkspaceList.forum == forum).order_by(WorkspaceList.id)).all()


def list_of(session: Session, forum: str, noun: str) -> WorkspaceList:
    """The record of this noun's list, made where there is none."""
    row = session.scalar(select(WorkspaceList).where(WorkspaceList.forum == forum, WorkspaceList.noun == noun))
    if row is None:
        row = WorkspaceList(forum=forum, noun=noun)
        session.add(row)
        session.flush()
    return row
