"""Snoozes: a member asked to be reminded later; kept beside the ladder, which it never changes."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Mapped

from forum.store.base import Noun, link, unique


class Snooze(Noun):
    """One person wants no nudge about one round before ``until_on`` (a local date, never past the due day), and one
    on that day if something is still open."""

    __tablename__ = "snooze"
    __table_args__ = (link("person_id", "person"), link("round_id", "round"), unique("person_id", "round_id"))

    person_id: Mapped[int]
    round_id: Mapped[int]
    until_on: Mapped[date]
    asked_at: Mapped[datetime]
