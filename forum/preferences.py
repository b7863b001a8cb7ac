"""Preferences: when and where a member wants to be written to; the language belongs to the way, ``forum.enrolment``."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, time

from sqlalchemy import JSON, Time, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.people import ChannelName, Person
from forum.policies import Policy
from forum.store.base import Noun, link, unique
from forum.store.keyed import Key
from forum.workdays import Hours, Workdays

NOON = time(12)
WEEK = (0, 1, 2, 3, 4)
# Which part of the day: from and until when, where the forum's own hours do not say.
PARTS: dict[str, tuple[time | None, time | None]] = {
    "all": (None, None),
    "morning": (None, NOON),
    "afternoon": (NOON, None),
}


class Preference(Noun):
    """One person's own wishes, each empty where the forum's rule stands (for the ``channel``: the roster's word).
    ``opens``, ``closes``: local hours within the forum's own; ``weekdays``: 0 is Monday. They hold back what is sent,
    never past a due day; of reminders a day that would be too late is taken before (``ladder_days.comes_on``).
    ``declined``: groups of messages that the person does without (``forum.declining``)."""

    __tablename__ = "preference"
    __table_args__ = (link("person_id", "person"), unique("person_id"))

    person_id: Mapped[int]
    changed_at: Mapped[datetime]
    opens: Mapped[time | None] = mapped_column(Time, default=None)
    closes: Mapped[time | None] = mapped_column(Time, default=None)
    weekdays: Mapped[list[int] | None] = mapped_column(JSON, default=None)
    channel: Mapped[ChannelName | None] = mapped_column(default=None)
    declined: Mapped[list[str] | None] = mapped_column(default=None)

    def hours(self, policy: Policy) -> Hours:
        """The person's own hours, within the forum's."""
        return replace(policy.hours, opens=self.opens or policy.hours.opens, closes=self.closes or policy.hours.closes)

    def workdays(self, policy: Policy) -> Workdays:
        """The working days on which the person wants to be written to."""
        return policy.workdays.on(self.weekdays or WEEK)


# What a person wished for.
OF = Key(Preference, "person_id")


def part(own: Preference | None) -> str:
    """The part of the day (of ``PARTS``) that a person chose."""
    if own is not None and own.closes == NOON:
        return "morning"
    return "afternoon" if own is not None and own.opens == NOON else "all"


def of(session: Session, forum: str, person_id: int) -> Preference | None:
    """What this person wished for, if anything."""
    return OF.one(session, forum, person_id)


def channel(session: Session, person: Person) -> ChannelName:
    """The channel that a person chose, else the roster's; whether there is a way over it is another question."""
    own = of(session, person.forum, person.id)
    return (own.channel if own else None) or person.channel


def channels(session: Session, forum: str, people: Collection[int]) -> dict[int, ChannelName]:
    """The channel that each of these people chose, of those who did."""
    rows = session.execute(
        select(Preference.person_id, Preference.channel).where(
            Preference.forum == forum, Preference.person_id.in_(people), Preference.channel.is_not(None)
        )
    )
    return {person: channel for person, channel in rows if channel is not None}


def change(session: Session, forum: str, person_id: int, *, now: datetime) -> Preference:
    """This person's wishes, to be changed."""
    row = of(session, forum, person_id)
    if row is None:
        row = Preference(forum=forum, person_id=person_id, changed_at=now)
        session.add(row)
        session.flush()
    row.changed_at = now
    return row


def next_open(
    session: Session, forum: str, person_id: int | None, at: datetime, *, policy: Policy, due_on: date | None = None
) -> datetime:
    """From when an unasked message may go to this person: this moment where it is within their hours. Where their days
    and hours leave no day before ``due_on``, the forum's own hold: a due day is not missed for the sake of a wish."""
    own, forums = of(session, forum, person_id) if person_id else None, policy.hours.next_open(at, policy.workdays)
    if own is None:
        return forums
    wished = own.hours(policy).next_open(at, own.workdays(policy))
    if due_on is None or due_on < policy.day(at) or policy.day(wished) < due_on:
        return wished
    return wished if policy.day(wished) == due_on <= policy.day(forums) else forums


def wishes(session: Session, forum: str, people: Collection[int]) -> dict[int, tuple[int, ...]]:
    """The weekdays of those of these people who chose some."""
    rows = select(Preference).where(Preference.forum == forum, Preference.person_id.in_(sorted(people)))
    return {one.person_id: tuple(one.weekdays) for one in session.scalars(rows) if one.weekdays}
