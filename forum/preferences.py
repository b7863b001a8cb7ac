"""Preferences: how a member wants to be reached: the language, the hours, the days, the channel."""

from __future__ import annotations

from datetime import datetime, time

from sqlalchemy import JSON, String, Time, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store.base import Noun, link, unique


class Preference(Noun):
    """One person's own wishes, each empty where the forum's rule or the roster's row stands. ``opens``, ``closes``:
    local hours within the forum's own; ``weekdays``: 0 is Monday."""

    __tablename__ = "preference"
    __table_args__ = (link("person_id", "person"), unique("person_id"))

    person_id: Mapped[int]
    changed_at: Mapped[datetime]
    language: Mapped[str | None] = mapped_column(String(8), default=None)
    opens: Mapped[time | None] = mapped_column(Time, default=None)
    closes: Mapped[time | None] = mapped_column(Time, default=None)
    weekdays: Mapped[list[int] | None] = mapped_column(JSON, default=None)
    channel: Mapped[str | None] = mapped_column(String(24), default=None)


def of(session: Session, forum: str, person_id: int) -> Preference | None:
    """What this person wished for, if anything."""
    return session.scalar(select(Preference).where(Preference.forum == forum, Preference.person_id == person_id))
