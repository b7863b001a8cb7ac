"""Disputes: the forum and the workspace changed one field each in its own way; somebody has to choose."""

from __future__ import annotations

import enum
from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from forum.store.base import Noun, Values, link, linked, unique


class Choice(enum.StrEnum):
    OURS = "ours"
    THEIRS = "theirs"


class Dispute(Noun):
    """One conflict: ``ours`` and ``theirs`` by field, in the forum's words; ``editor`` and ``modified`` (ISO moment)
    say who changed the row there and when. ``version_id``: the version of a reply that meets it. The workspace keeps
    theirs until somebody chooses."""

    __tablename__ = "dispute"
    __table_args__ = (
        linked(),
        link("operation_id", "workspace_operation"),
        link("version_id", "reply_version"),
        link("settled_by_id", "person"),
        unique("operation_id"),
    )

    operation_id: Mapped[int]
    noun: Mapped[str]
    noun_id: Mapped[int]
    ours: Mapped[Values]
    theirs: Mapped[Values]
    editor: Mapped[str]
    modified: Mapped[str]
    arose_at: Mapped[datetime]
    version_id: Mapped[int | None] = mapped_column(default=None)
    settled_at: Mapped[datetime | None] = mapped_column(default=None)
    settled_by_id: Mapped[int | None] = mapped_column(default=None)
    choice: Mapped[Choice | None] = mapped_column(default=None)
