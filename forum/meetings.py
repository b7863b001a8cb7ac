"""Meetings of the forum: when and where, who was told, and who comes."""

from __future__ import annotations

import enum
import hashlib
import json
import uuid
from datetime import UTC, datetime

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import baselines, operations
from forum.store.base import Noun, Values, link, linked, unique


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
    must hear of. ``key``: its row's own key on the workspace (a GUID; empty: the row was made there). ``told``: how
    it stood (``standing``) when people were told of it last; empty: never. ``asked``: how it stood when the
    coordinators were asked last whether to tell of it. Answers to a state before ``asks_from`` do not count."""

    __tablename__ = "meeting"
    __table_args__ = (linked(), link("plan_id", "plan"), unique("uid"))

    title: Mapped[str]
    uid: Mapped[str] = mapped_column(String(80), default_factory=lambda: f"{uuid.uuid4()}@forumbot")
    starts_at: Mapped[datetime | None] = mapped_column(default=None)
    ends_at: Mapped[datetime | None] = mapped_column(default=None)
    when_text: Mapped[str] = mapped_column(default="")
    kind: Mapped[MeetingKind] = mapped_column(default=MeetingKind.FORUM)
    place: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    agenda: Mapped[str] = mapped_column(default="")
    state: Mapped[MeetingState] = mapped_column(default=MeetingState.PLANNED)
    sequence: Mapped[int] = mapped_column(default=0)
    asks_from: Mapped[int] = mapped_column(default=0)
    told: Mapped[Values] = mapped_column(default_factory=dict)
    asked: Mapped[Values] = mapped_column(default_factory=dict)
    key: Mapped[str] = mapped_column(String(36), default="")
    plan_id: Mapped[int | None] = mapped_column(default=None)
    gone_at: Mapped[datetime | None] = mapped_column(default=None)

    @property
    def end(self) -> datetime | None:
        """When it ends, where that is known and can be."""
        possible = self.starts_at and self.ends_at and self.starts_at < self.ends_at
        return self.ends_at if possible else None

    @property
    def off(self) -> bool:
        """Whether it will not take place."""
        return self.state is MeetingState.CANCELLED or self.gone_at is not None

    @property
    def draft(self) -> bool:
        """Whether it was begun in chat and nobody was told of it yet."""
        return bool(self.key) and not self.told

    def ahead(self, now: datetime) -> bool:
        """Whether it is still to take place."""
        return (
            not self.off and self.state is not MeetingState.HELD and self.starts_at is not None and self.starts_at > now
        )


class Attendance(Noun):
    """One person's part in one meeting: made when they are invited, and what they answered. ``told_sequence`` and
    ``told_at``: of which state they were told last, and when; ``earlier``: what they had answered before the time was
    changed; ``version`` counts their answers. ``key`` is its row's own key on the workspace (a GUID)."""

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
    told_at: Mapped[datetime | None] = mapped_column(default=None)
    answer: Mapped[Presence | None] = mapped_column(default=None)
    earlier: Mapped[Presence | None] = mapped_column(default=None)
    deputy: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
    version: Mapped[int] = mapped_column(default=0)


def standing(meeting: Meeting) -> Values:
    """What of a meeting people must hear when it changes: when, where, and whether at all. Its moments are in UTC: the
    same instant as just typed and as kept is no change."""
    return {
        "starts_at": meeting.starts_at and meeting.starts_at.astimezone(UTC).isoformat(),
        "ends_at": meeting.end and meeting.end.astimezone(UTC).isoformat(),
        "place": meeting.place,
        "link": meeting.link,
        "off": meeting.off,
    }


def fingerprint(meeting: Meeting) -> str:
    """Eight signs that are others as soon as the meeting stands otherwise."""
    return hashlib.sha256(json.dumps(standing(meeting), sort_keys=True).encode()).hexdigest()[:8]


def offered(meeting: Meeting) -> list[Presence]:
    """How one can come: online where there is a link, on site where there is a place; either where nothing is said."""
    found = [(Presence.ONLINE, meeting.link), (Presence.ON_SITE, meeting.place)]
    return [way for way, given in found if given] or [way for way, _ in found]


def begin(session: Session, forum: str, title: str) -> Meeting:
    """A draft made in chat; neither people nor the workspace hear of it before it is announced."""
    row = Meeting(forum=forum, title=title, key=str(uuid.uuid4()))
    session.add(row)
    session.flush()
    return row


def of(session: Session, forum: str, meeting_id: int) -> Meeting | None:
    """This forum's meeting of this number."""
    row = session.get(Meeting, meeting_id)
    return row if row is not None and row.forum == forum else None


def to_come(session: Session, forum: str, *, now: datetime) -> list[Meeting]:
    """The meetings that are still to take place and the drafts without a time, the nearest first."""
    rows = session.scalars(select(Meeting).where(Meeting.forum == forum, Meeting.gone_at.is_(None))).all()
    found = [row for row in rows if row.ahead(now) or (row.draft and row.starts_at is None and not row.off)]
    return sorted(found, key=lambda row: (row.starts_at is None, row.starts_at or now, row.id))


def attendances(session: Session, meeting: Meeting) -> list[Attendance]:
    """Who is invited to a meeting, and what they said."""
    rows = session.scalars(
        select(Attendance)
        .where(Attendance.forum == meeting.forum, Attendance.meeting_id == meeting.id)
        .order_by(Attendance.id)
    )
    return list(rows)


def kept_there(session: Session, forum: str, noun: str) -> bool:
    """Whether the workspace has a list of this noun, as far as it was looked at."""
    return bool(baselines.list_of(session, forum, noun).list_id)


def write(session: Session, meeting: Meeting, *, now: datetime) -> None:
    """Let the meeting's row on the workspace say what is known here; a row deleted there is left alone, and a
    workspace without a list of meetings is too."""
    if meeting.gone_at is not None or not kept_there(session, meeting.forum, "meeting"):
        return
    values = {name: value for name, value in standing(meeting).items() if name != "off"}
    values |= {"state": meeting.state.value, "sequence": meeting.sequence}
    if meeting.key:
        values |= {"title": meeting.title, "kind": meeting.kind.value, "agenda": meeting.agenda}
    operations.put(
        session,
        meeting.forum,
        noun="meeting",
        noun_id=meeting.id,
        row_key=meeting.key or None,
        values=values,
        now=now,
    )
