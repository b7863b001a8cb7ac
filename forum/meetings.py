"""Meetings of the forum: when and where, who was told, and who comes."""

from __future__ import annotations

import enum
from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from forum.store.base import Noun, link, linked, unique


class MeetingKind(enum.StrEnum):
    FORUM = "forum"
    SEMINAR = "seminar"
    IRM = "irm"
    COUNCIL = "council"
    SUMMIT = "summit"
    OTHER = "other"


class MeetingState(enum.StrEnum):
    PLANNED = "planned"
    ANNOUNCED = "announced"
    HELD = "held"
    CANCELLED = "cancelled"


class Presence(enum.StrEnum):
    """What an invited person answered."""

    ONLINE = "online"
    ON_SITE = "on_site"
    ABSENT = "absent"
    DEPUTY = "deputy"


class Meeting(Noun):
    """One meeting. ``uid`` and ``sequence`` are those of its .ics; ``sequence`` grows with each change that people
    must hear of. ``key``: its row's own key on the workspace (a GUID; empty: the row was made there).
    ``asked_sequence``: the state of a row changed on the site about which the coordinators were asked last."""

    __tablename__ = "meeting"
    __table_args__ = (linked(), link("plan_id", "plan"), unique("uid"))

    uid: Mapped[str] = mapped_column(String(80))
    title: Mapped[str]
    starts_at: Mapped[datetime | None] = mapped_column(default=None)
    ends_at: Mapped[datetime | None] = mapped_column(default=None)
    when_text: Mapped[str] = mapped_column(default="")
    kind: Mapped[MeetingKind] = mapped_column(default=MeetingKind.FORUM)
    place: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    agenda: Mapped[str] = mapped_column(default="")
    state: Mapped[MeetingState] = mapped_column(default=MeetingState.PLANNED)
    sequence: Mapped[int] = mapped_column(default=0)
    asked_sequence: Mapped[int | None] = mapped_column(default=None)
    key: Mapped[str] = mapped_column(String(36), default="")
    plan_id: Mapped[int | None] = mapped_column(default=None)
    gone_at: Mapped[datetime | None] = mapped_column(default=None)


class Attendance(Noun):
    """One person's part in one meeting: made when they are told of it (``told_sequence``: of which state last), and
    what they answered. ``key`` is its row's own key on the workspace (a GUID)."""

    __tablename__ = "attendance"
    __table_args__ = (
        linked(),
        link("meeting_id", "meeting"),
        link("person_id", "person"),
        unique("meeting_id", "person_id"),
        unique("key"),
    )

    meeting_id: Mapped[int]
    person_id: Mapped[int]
    key: Mapped[str] = mapped_column(String(36))
    told_sequence: Mapped[int | None] = mapped_column(default=None)
    answer: Mapped[Presence | None] = mapped_column(default=None)
    deputy: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
