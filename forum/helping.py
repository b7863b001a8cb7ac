"""Helping: a member said why an answer cannot be given yet; nudges rest while somebody sees to it."""

from __future__ import annotations

import enum
from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from forum.store.base import Noun, link, linked


class Trouble(enum.StrEnum):
    """Why help is needed."""

    DATA = "data"
    SIGN_OFF = "sign_off"
    NOT_MINE = "not_mine"
    OTHER = "other"


class HelpRequest(Noun):
    """A call for help about one obligation. ``rests_until``: the local date before which nobody is nudged about it;
    ``words``: what the member added."""

    __tablename__ = "help_request"
    __table_args__ = (linked(), link("obligation_id", "obligation"), link("person_id", "person"))

    obligation_id: Mapped[int]
    person_id: Mapped[int]
    trouble: Mapped[Trouble]
    asked_at: Mapped[datetime]
    rests_until: Mapped[date]
    words: Mapped[str] = mapped_column(default="")
    settled_at: Mapped[datetime | None] = mapped_column(default=None)
