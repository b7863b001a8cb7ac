"""Inviting: who of the roster is not in a chat yet, how their link stands, and whom a coordinator means by a word."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.enrolment import Address, AddressState, Invitation
from forum.people import ChannelName, Institution, Person

# Shorter words name a body by its code or not at all: «VK» is no part of a name.
SHORTEST = 3


Row = TypeVar("Row", Address, Invitation)


class Link(enum.StrEnum):
    """How it stands with a person's way into a chat."""

    JOINED = "joined"
    CLOSED = "closed"
    WAITING = "waiting"
    EXPIRED = "expired"
    NONE = "none"


@dataclass(frozen=True)
class Guest:
    """A person of the roster, of which body, and how it stands: a link that was not used yet is ``WAITING`` until a
    moment."""

    person: Person
    body: Institution | None
    link: Link
    until: datetime | None = None


def guests(session: Session, forum: str, *, now: datetime, day: date) -> list[Guest]:
    """Everybody who serves on this day, body by body, and how it stands with each."""
    bodies = {row.id: row for row in session.scalars(select(Institution).where(Institution.forum == forum))}
    chats = select(Address).where(Address.forum == forum, Address.channel != ChannelName.EMAIL)
    addresses = _by_person(session.scalars(chats.order_by(Address.id)))
    links = _by_person(session.scalars(select(Invitation).where(Invitation.forum == forum).order_by(Invitation.id)))
    found = []
    for person in session.scalars(select(Person).where(Person.forum == forum)):
        if person.serves_on(day):
            link, until = _stands(addresses.get(person.id, []), links.get(person.id, []), now=now)
            found.append(Guest(person, bodies.get(person.institution_id or 0), link, until))
    return sorted(found, key=lambda one: (one.body.code if one.body else "", one.person.name, one.person.id))


def meant(found: Iterable[Guest], text: str) -> list[Guest]:
    """Those whose name or e-mail this is; else those of the body of this code or name; else those in whose name it is
    found."""
    wanted, everyone = " ".join(text.split()).casefold(), list(found)
    for names in (_own, _bodys):
        exact = [one for one in everyone if wanted in names(one)]
        if exact:
            return exact
    return [one for one in everyone if len(wanted) >= SHORTEST and wanted in one.person.name.casefold()]


def _own(one: Guest) -> list[str]:
    return [one.person.name.casefold(), one.person.email.casefold()]


def _bodys(one: Guest) -> list[str]:
    return [name.casefold() for name in (one.body.code, one.body.name, one.body.name_en)] if one.body else []


def _stands(addresses: list[Address], links: list[Invitation], *, now: datetime) -> tuple[Link, datetime | None]:
    states = {row.state for row in addresses}
    if AddressState.CONFIRMED in states:
        return Link.JOINED, None
    if AddressState.BLOCKED in states:
        return Link.CLOSED, None
    if not links:
        return Link.NONE, None
    ends = links[-1].expires_at
    return (Link.WAITING, ends) if ends > now else (Link.EXPIRED, None)


def _by_person(rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(row)
    return found
