"""Reaching: over which channels one person can be reached, and whether a chat of theirs is there or may come."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.enrolment import Address, AddressState, Invitation
from forum.people import ChannelName, Person


def channels(session: Session, person: Person) -> list[str]:
    """The channels over which a person can be reached, the chat first."""
    rows = session.scalars(
        select(Address.channel).where(
            Address.forum == person.forum,
            Address.person_id == person.id,
            Address.state == AddressState.CONFIRMED,
        )
    )
    return sorted(set(rows), key=lambda name: name == ChannelName.EMAIL)


def has_chat(session: Session, person: Person) -> bool:
    """Whether a person has joined by a chat that is open."""
    return any(name != ChannelName.EMAIL for name in channels(session, person))


def may_join(session: Session, person: Person, *, now: datetime) -> bool:
    """Whether a person has a chat, or a link that opens one and was not used yet."""
    link = select(Invitation.id).where(
        Invitation.forum == person.forum,
        Invitation.person_id == person.id,
        Invitation.used_at.is_(None),
        Invitation.expires_at > now,
    )
    return has_chat(session, person) or session.scalar(link.limit(1)) is not None
