"""Lockdown: a channel's secret has leaked. Every link and button dies at once, the channel rests until it has a new
secret, members hear of it by their other way, and whoever answers for it sees what went in and out."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from forum import enrolment, forums, journal, links, outbox
from forum.enrolment import Address, AddressState, Invitation
from forum.forums import Forum
from forum.inbox import IncomingMessage
from forum.outbox import OutgoingMessage, State, To
from forum.people import Person
from forum.times import At

KIND = "lockdown"


class NotLocked(Exception):
    """This forum is not locked down."""


class SecretNotChanged(Exception):
    """The channel still has the secret that leaked: give it a new one first."""


@dataclass(frozen=True)
class Locked:
    """How many were told by their other way, and who has none."""

    told: int
    untold: list[str]


def lock(session: Session, forum: str, channel: str, *, mark: str, at: At) -> Locked:
    """Lock a channel down; ``mark``: by which its leaked secret is known again. Locking twice changes the secret twice
    and tells nobody again."""
    row = forums.of(session, forum)
    first = row.locked is None
    row.locked, row.locked_mark, row.secret = channel, mark, secrets.token_hex(32)
    links.end_all(session, forum)
    unused = update(Invitation).where(Invitation.forum == forum, Invitation.used_at.is_(None))
    session.execute(unused.where(Invitation.expires_at > at.now).values(expires_at=at.now))
    people = _rest(session, forum, channel)
    _release(session, forum, channel)
    found = _tell(session, row, people, at=at) if first else Locked(0, [])
    _note(session, forum, "forum.locked", channel, at=at)
    return found


def _rest(session: Session, forum: str, channel: str) -> list[Person]:
    """Whoever is reached over this channel is not, for now; answers who."""
    rows = session.scalars(
        select(Address).where(
            Address.forum == forum, Address.channel == channel, Address.state == AddressState.CONFIRMED
        )
    ).all()
    for row in rows:
        row.state = AddressState.RESTING
    session.flush()
    people = select(Person).where(Person.id.in_({row.person_id for row in rows})).order_by(Person.id)
    return list(session.scalars(people))


def _release(session: Session, forum: str, channel: str) -> None:
    """What waits to go there unasked may go another way."""
    for message in session.scalars(
        select(OutgoingMessage).where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.channel == channel,
            OutgoingMessage.state == State.PENDING,
        )
    ):
        outbox.any_way(message)
        message.channel = message.channel if message.address else None


def _tell(session: Session, row: Forum, people: Sequence[Person], *, at: At) -> Locked:
    ways = enrolment.ways(session, row.key, people=[person.id for person in people])
    for person in people:
        if person.id in ways and person.serves_on(at.day):
            outbox.put(
                session,
                row.key,
                to=To(person_id=person.id),
                kind=KIND,
                values={"channel": row.locked},
                dedupe=f"{KIND}/{at.real.isoformat()}/{person.id}",
                now=at.now,
                asked=True,  # it does not wait for the morning
            )
    untold = [person.name for person in people if person.id not in ways and person.serves_on(at.day)]
    return Locked(sum(person.id in ways for person in people), untold)


def locked(session: Session, forum: str) -> str | None:
    """The channel that is locked down, if one is."""
    return forums.of(session, forum).locked


def unlock(session: Session, forum: str, *, mark: str, at: At) -> str:
    """Let the channel be used again, with a new secret of its own (``mark``) and of ours; answers which it was.

    Raises NotLocked, SecretNotChanged.
    """
    row = forums.of(session, forum)
    if row.locked is None:
        raise NotLocked(forum)
    if mark == row.locked_mark:
        raise SecretNotChanged(row.locked)
    channel, row.locked, row.locked_mark = row.locked, None, None
    row.secret = secrets.token_hex(32)
    rested = (Address.forum == forum, Address.channel == channel, Address.state == AddressState.RESTING)
    for address in session.scalars(select(Address).where(*rested)):
        address.state = AddressState.CONFIRMED
    _note(session, forum, "forum.unlocked", channel, at=at)
    return channel


def _note(session: Session, forum: str, action: str, channel: str, *, at: At) -> None:
    journal.note(
        session,
        forum,
        at=at.now,
        actor="service",
        side="service",
        action=action,
        noun="forum",
        noun_id=0,
        after={"channel": channel},
    )


@dataclass(frozen=True)
class Passed:
    """One thing that went out or came in: when (real time), how it ended, over which channel, with whom, and what."""

    at: datetime
    way: str
    channel: str
    who: str
    what: str
    number: int


def passed(session: Session, forum: str, *, since: datetime) -> list[Passed]:
    """All that was sent and received since a moment (real time), in its order. Words and addresses are not told."""
    names = {person.id: person.name for person in session.scalars(select(Person).where(Person.forum == forum))}
    at = {(row.channel, row.address): row.person_id for row in _addresses(session, forum)}
    sent = session.scalars(
        select(OutgoingMessage).where(OutgoingMessage.forum == forum, OutgoingMessage.claimed_at >= since)
    )
    came = session.scalars(
        select(IncomingMessage).where(IncomingMessage.forum == forum, IncomingMessage.received_at >= since)
    )
    found = [
        Passed(row.claimed_at, row.state.value, row.channel or "", _name(names, row.person_id), row.kind, row.id)
        for row in sent
        if row.claimed_at is not None
    ]
    found += [
        Passed(row.received_at, "received", row.channel, _name(names, at.get((row.channel, row.lane))), "", row.id)
        for row in came
    ]
    return sorted(found, key=lambda one: (one.at, one.way, one.number))


def _addresses(session: Session, forum: str) -> Sequence[Address]:
    return session.scalars(select(Address).where(Address.forum == forum).order_by(Address.id)).all()


def _name(names: dict[int, str], person_id: int | None) -> str:
    return names.get(person_id or 0, "unknown")
