"""People and the bodies they stand for, as the forum's roster names them."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store.base import Noun, link, linked
from forum.store.keyed import Key


class Side(enum.StrEnum):
    GOVERNMENT = "government"
    PARTNER = "partner"
    OTHER = "other"


class Role(enum.StrEnum):
    COORDINATOR = "coordinator"
    CONTACT = "contact"
    DEPUTY = "deputy"
    APPROVER = "approver"
    OBSERVER = "observer"


class ChannelName(enum.StrEnum):
    EMAIL = "email"
    TELEGRAM = "telegram"
    TELEPHONE = "telephone"


class Institution(Noun):
    """The body a member stands for. ``files_through_id`` empty: it files its own letter."""

    __tablename__ = "institution"
    __table_args__ = (linked(), link("files_through_id", "institution"))

    code: Mapped[str]
    name: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    side: Mapped[Side] = mapped_column(default=Side.GOVERNMENT)
    files_through_id: Mapped[int | None] = mapped_column(default=None)
    official_address: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[date | None] = mapped_column(default=None)
    valid_to: Mapped[date | None] = mapped_column(default=None)
    gone_at: Mapped[datetime | None] = mapped_column(default=None)

    def named(self, language: str) -> str:
        """Its name for a reader of this language: the English one where there is one."""
        return (self.name_en if language == "en" else "") or self.name


class Person(Noun):
    """A member or coordinator. A row typed over by a successor is a new person, who knows the ``predecessor_id``;
    ``gone_at`` is set on the old one. ``account``: the person's number on the workspace. ``links_epoch``: another
    number ends the personal links made so far (None: none were ended yet)."""

    __tablename__ = "person"
    __table_args__ = (
        linked(),
        link("institution_id", "institution"),
        link("predecessor_id", "person"),
        Index("ix_person_body", "forum", "institution_id"),
        Index("ix_person_role", "forum", "role"),
    )

    name: Mapped[str]
    institution_id: Mapped[int | None] = mapped_column(default=None)
    post: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    account: Mapped[int | None] = mapped_column(default=None)
    role: Mapped[Role] = mapped_column(default=Role.CONTACT)
    channel: Mapped[ChannelName] = mapped_column(default=ChannelName.EMAIL)
    language: Mapped[str] = mapped_column(default="")
    from_on: Mapped[date | None] = mapped_column(default=None)
    until_on: Mapped[date | None] = mapped_column(default=None)
    away_until: Mapped[date | None] = mapped_column(default=None)
    publish: Mapped[bool] = mapped_column(default=False)
    gone_at: Mapped[datetime | None] = mapped_column(default=None)
    predecessor_id: Mapped[int | None] = mapped_column(default=None)
    links_epoch: Mapped[int | None] = mapped_column(default=None)

    def serves_on(self, day: date) -> bool:
        """Whether the person holds the post on this day (absence is another matter)."""
        begun = self.from_on is None or self.from_on <= day
        ended = self.gone_at is not None or (self.until_on is not None and self.until_on < day)
        return begun and not ended

    def is_away(self, day: date) -> bool:
        """Whether the person is away on this day."""
        return self.away_until is not None and self.away_until >= day


OF_BODY = Key(Person, "institution_id")


# Who of one body is asked first, where no contact is named for the measure itself.
ASKED_IN_TURN = (Role.CONTACT, Role.COORDINATOR, Role.DEPUTY)


def institutions(session: Session, forum: str) -> list[Institution]:
    """The bodies of the forum that are not gone, by their codes."""
    rows = session.scalars(select(Institution).where(Institution.forum == forum, Institution.gone_at.is_(None)))
    return sorted(rows, key=lambda one: one.code)


def coordinators(session: Session, forum: str, *, day: date) -> list[Person]:
    """Those who run the forum on this day."""
    rows = session.scalars(
        select(Person).where(Person.forum == forum, Person.role == Role.COORDINATOR).order_by(Person.id)
    )
    return [person for person in rows if person.serves_on(day)]


def turns(from_on: date | None, until_on: date | None, away_until: date | None) -> set[date]:
    """The days on which it changes whether somebody can be asked who serves and is away so."""
    after = (day and day + timedelta(days=1) for day in (until_on, away_until))
    return {day for day in (from_on, *after) if day is not None}


def turning(session: Session, forum: str) -> list[date]:
    """The days on which it changes who of the roster can be asked, the earliest first."""
    rows = session.execute(select(Person.from_on, Person.until_on, Person.away_until).where(Person.forum == forum))
    return sorted({day for row in rows for day in turns(*row)})


def here(people: Sequence[Person], *, day: date) -> list[Person]:
    """Those of these people who serve on this day and are not away."""
    return [person for person in people if person.serves_on(day) and not person.is_away(day)]


def answering(people: Sequence[Person], *, day: date) -> list[Person]:
    """Of one body's people, those to ask: the contacts, else a coordinator among them, else the deputies.

    A contact who is away is stood in for by a deputy who is not.
    """
    return _first_in_turn(here(people, day=day)) or usual(people, day=day)


def usual(people: Sequence[Person], *, day: date) -> list[Person]:
    """Of one body's people, those to ask if nobody were away."""
    return _first_in_turn([person for person in people if person.serves_on(day)])


def _first_in_turn(found: Sequence[Person]) -> list[Person]:
    of_roles = ([person for person in found if person.role is role] for role in ASKED_IN_TURN)
    return next(filter(None, of_roles), [])
