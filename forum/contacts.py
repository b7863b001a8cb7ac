"""Contacts: whether each member can be written to, when we last wrote, and when they last did."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from forum.enrolment import Address, AddressState
from forum.outbox import OutgoingMessage, State
from forum.people import Person


class Way(enum.StrEnum):
    """Whether a chat with a member is open, was closed by them, or never began."""

    OPEN = "open"
    CLOSED = "closed"
    NONE = "none"


@dataclass(frozen=True)
class Contact:
    """One member's last contact. ``told_at``: when the last message that they had not asked for went out;
    ``heard_at``: when they last wrote or pressed a button (both forum time)."""

    person: Person
    way: Way
    told_at: datetime | None
    heard_at: datetime | None


def of(session: Session, forum: str, people: Iterable[Person]) -> dict[int, Contact]:
    """The last contact with each of these people, by their numbers."""
    asked = {person.id: person for person in people}
    addresses: dict[int, list[Address]] = {number: [] for number in asked}
    for row in session.scalars(select(Address).where(Address.forum == forum, Address.person_id.in_(asked))):
        addresses[row.person_id].append(row)
    told = _told(session, forum, asked)
    return {
        number: Contact(person, _way(addresses[number]), told.get(number), _heard(addresses[number]))
        for number, person in asked.items()
    }


def _told(session: Session, forum: str, numbers: Iterable[int]) -> dict[int, datetime]:
    rows = session.execute(
        select(OutgoingMessage.person_id, func.max(OutgoingMessage.sent_at))
        .where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.person_id.in_(numbers),
            OutgoingMessage.state == State.SENT,
            OutgoingMessage.asked.is_(False),
        )
        .group_by(OutgoingMessage.person_id)
    )
    return {number: at for number, at in rows if number is not None and at is not None}


def _way(rows: list[Address]) -> Way:
    states = {row.state for row in rows}
    if AddressState.CONFIRMED in states:
        return Way.OPEN
    return Way.CLOSED if AddressState.BLOCKED in states else Way.NONE


def _heard(rows: list[Address]) -> datetime | None:
    # A chat that speaks for the person no more, or never did, is not theirs.
    moments = [
        row.heard_at for row in rows if row.heard_at and row.state in (AddressState.CONFIRMED, AddressState.BLOCKED)
    ]
    return max(moments, default=None)
