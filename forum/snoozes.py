"""Snoozes: a member asked to be reminded later; kept beside the ladder, which it never changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session

from forum.awaited import Owed
from forum.store.base import Noun, link, unique
from forum.workdays import Workdays

WEEK = timedelta(days=7)
# So many working days on: tomorrow, and half a week.
STEPS = (1, 3)


class Snooze(Noun):
    """One person wants no nudge about one round before ``until_on`` (a local date, never past the due day), and one
    on that day if something is still open."""

    __tablename__ = "snooze"
    __table_args__ = (link("person_id", "person"), link("round_id", "round"), unique("person_id", "round_id"))

    person_id: Mapped[int]
    round_id: Mapped[int]
    until_on: Mapped[date]
    asked_at: Mapped[datetime]


def ahead(found: Iterable[Owed], *, day: date) -> list[Owed]:
    """Those whose due day has not passed: what is late already is not put off, and puts off nothing."""
    return [one for one in found if one.due_on >= day]


def choices(today: date, due_on: date, workdays: Workdays) -> list[date]:
    """The working days on which a person may be reminded again: none past the due day."""
    days = [*(workdays.shift(today, step) for step in STEPS), workdays.first_from(today + WEEK)]
    return [day for day in dict.fromkeys(days) if day <= due_on]


def snooze(session: Session, forum: str, *, person_id: int, round_id: int, until_on: date, now: datetime) -> None:
    """Leave this person alone about this round until that day; what was asked before is forgotten."""
    row = session.scalar(
        select(Snooze).where(Snooze.forum == forum, Snooze.person_id == person_id, Snooze.round_id == round_id)
    )
    if row is None:
        row = Snooze(forum=forum, person_id=person_id, round_id=round_id, until_on=until_on, asked_at=now)
        session.add(row)
    row.until_on, row.asked_at = until_on, now
