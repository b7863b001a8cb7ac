"""Enrolment: a person of the roster is bound to a chat by a single-use link, and confirms what it says."""

from __future__ import annotations

import enum
import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Index, String, select, true
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import journal, people, preferences
from forum.people import ChannelName, Person
from forum.store.base import Noun, link, linked, unique
from forum.store.keyed import Key

# A link that lies about is a risk; three days cover a weekend.
LINK_LIVES = timedelta(hours=72)
A_MINUTE = timedelta(minutes=1)


class AddressState(enum.StrEnum):
    """``resting``: it was confirmed, and its channel is not set up any more."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    BLOCKED = "blocked"
    REVOKED = "revoked"
    RESTING = "resting"


class Address(Noun):
    """A way to a person: Telegram's numeric chat id, or an e-mail address. Never told to the workspace.
    ``language``: the one chosen there, over the roster's; ``heard_at``: when anything last came from there."""

    __tablename__ = "address"
    __table_args__ = (
        linked(),
        link("person_id", "person"),
        unique("channel", "address", "person_id"),
        Index("ix_address_person", "forum", "person_id"),
    )

    channel: Mapped[str] = mapped_column(String(24))
    address: Mapped[str] = mapped_column(String(320))
    person_id: Mapped[int]
    asked_at: Mapped[datetime]
    state: Mapped[AddressState] = mapped_column(default=AddressState.ASKED)
    language: Mapped[str | None] = mapped_column(String(8), default=None)
    confirmed_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    heard_at: Mapped[datetime | None] = mapped_column(default=None)


# Who is, or was, at an address; and where a person is, or was.
AT = Key(Address, "channel", "address")
OF = Key(Address, "person_id")


class Invitation(Noun):
    """A personal link; only the SHA-256 of its token is kept."""

    __tablename__ = "invitation"
    __table_args__ = (link("person_id", "person"), unique("token_sha256"))

    person_id: Mapped[int]
    token_sha256: Mapped[str] = mapped_column(String(64))
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None] = mapped_column(default=None)
    used_by: Mapped[str | None] = mapped_column(String(320), default=None)


class Refusal(enum.StrEnum):
    """Why a link opens nothing."""

    UNKNOWN = "unknown"
    USED = "used"
    EXPIRED = "expired"
    GONE = "gone"


@dataclass(frozen=True)
class Opened:
    """What opening a link came to: whose it is, and why it was refused, if it was."""

    person: Person | None
    refusal: Refusal | None = None


def invite(session: Session, person: Person, *, now: datetime) -> str:
    """A new single-use token (43 signs of A-Za-z0-9_-, 256 bits) for this person; older ones end, and so does what
    was begun with them and not confirmed: it may have been a stranger's chat."""
    for older in session.scalars(
        select(Invitation).where(Invitation.forum == person.forum, Invitation.person_id == person.id)
    ):
        older.expires_at = min(older.expires_at, now)
    for begun in session.scalars(
        select(Address).where(
            Address.forum == person.forum, Address.person_id == person.id, Address.state == AddressState.ASKED
        )
    ):
        begun.state, begun.ended_at = AddressState.REVOKED, now
    token = secrets.token_urlsafe(32)
    session.add(
        Invitation(
            forum=person.forum,
            person_id=person.id,
            token_sha256=_hash(token),
            issued_at=now,
            expires_at=now + LINK_LIVES,
        )
    )
    session.flush()
    return token


def open_link(
    session: Session, forum: str, token: str, *, channel: str, address: str, now: datetime, day: date
) -> Opened:
    """Open a link from a chat: the first chat to open it is asked to confirm; for any other it is used up.

    That chat may press it again, within its time until it has confirmed, and afterwards for as long as it speaks for
    that person.
    """
    row = session.scalar(
        select(Invitation)
        .where(Invitation.forum == forum, Invitation.token_sha256 == _hash(token))
        .with_for_update()  # of two chats that open it at once, one is the first
    )
    if row is None:
        return Opened(None, Refusal.UNKNOWN)
    person = session.get_one(Person, row.person_id)
    if not person.serves_on(day):
        return Opened(person, Refusal.GONE)
    if row.used_at is not None and row.used_by != address:
        return Opened(person, Refusal.USED)
    known = address_of(session, person, channel=channel, address=address)
    if row.used_at is not None and known is not None and known.state is AddressState.CONFIRMED:
        return Opened(person)
    if row.expires_at <= now:
        return Opened(person, Refusal.EXPIRED)
    row.used_at, row.used_by = row.used_at or now, address
    if known is None:
        session.add(Address(forum=forum, channel=channel, address=address, person_id=person.id, asked_at=now))
    elif known.state is not AddressState.CONFIRMED:
        known.state, known.asked_at = AddressState.ASKED, now
    return Opened(person)


def address_of(session: Session, person: Person, *, channel: str, address: str) -> Address | None:
    """The record of this person at this address."""
    return session.scalar(
        select(Address).where(
            Address.forum == person.forum,
            Address.channel == channel,
            Address.address == address,
            Address.person_id == person.id,
        )
    )


def confirm(session: Session, row: Address, *, now: datetime) -> None:
    """The member said yes: from now on this chat is that person's, and an older chat of theirs is not."""
    for other in session.scalars(
        select(Address).where(
            Address.forum == row.forum,
            Address.channel == row.channel,
            Address.person_id == row.person_id,
            Address.id != row.id,
            Address.state != AddressState.REVOKED,
        )
    ):
        other.state, other.ended_at = AddressState.REVOKED, now
    row.state, row.confirmed_at, row.ended_at = AddressState.CONFIRMED, now, None
    _note(session, row, "address.confirmed", now=now)


def revoke(session: Session, row: Address, *, now: datetime) -> None:
    """This chat speaks for that person no more."""
    row.state, row.ended_at = AddressState.REVOKED, now
    _note(session, row, "address.revoked", now=now)


def block(session: Session, forum: str, *, channel: str, address: str, blocked: bool, now: datetime) -> list[int]:
    """The member closed the chat to us, or opened it again; answers the persons whose state changed."""
    before = AddressState.CONFIRMED if blocked else AddressState.BLOCKED
    rows = [row for row in AT.all(session, forum, channel, address) if row.state is before]
    for row in rows:
        row.state = AddressState.BLOCKED if blocked else AddressState.CONFIRMED
        row.ended_at = now if blocked else None
        _note(session, row, "address.blocked" if blocked else "address.unblocked", now=now)
    return [row.person_id for row in rows]


def heard(session: Session, forum: str, *, channel: str, address: str, now: datetime) -> None:
    """Something came from this chat: whoever it speaks for was in touch. Kept to the minute: people are shown days."""
    for row in AT.all(session, forum, channel, address):
        if row.heard_at is None or abs(now - row.heard_at) >= A_MINUTE:
            row.heard_at = now


def in_touch(session: Session, person: Person, *, now: datetime) -> None:
    """Something came from this person by another way than their chats and mailboxes."""
    way = way_to(session, person)
    if way is not None:
        heard(session, person.forum, channel=way.channel, address=way.address, now=now)


def people_at(session: Session, forum: str, *, channel: str, address: str, day: date) -> list[Person]:
    """Whom a chat speaks for: one human may stand for several bodies."""
    open_to = (AddressState.CONFIRMED, AddressState.BLOCKED)
    numbers = {row.person_id for row in AT.all(session, forum, channel, address) if row.state in open_to}
    people = [session.get_one(Person, number) for number in sorted(numbers)]
    return [person for person in people if person.serves_on(day)]


def ways(session: Session, forum: str, *, people: Collection[int] | None = None) -> dict[int, Address]:
    """The open way to each person (of these, where any are named) who has one: that of the channel they chose, else
    their chat, else e-mail."""
    rows = session.scalars(
        select(Address).where(
            Address.forum == forum,
            Address.state == AddressState.CONFIRMED,
            true() if people is None else Address.person_id.in_(people),
        )
    )
    found: dict[int, list[Address]] = {}
    # Sorted here, for an order by number would lead SQLite past the index to all rows of the forum.
    for row in sorted(rows, key=lambda row: row.id):
        found.setdefault(row.person_id, []).append(row)
    several = [number for number, one in found.items() if len(one) > 1]
    chosen = preferences.channels(session, forum, several) if several else {}
    return {number: _best(one, chosen.get(number)) for number, one in found.items()}


def _best(rows: list[Address], chosen: ChannelName | None) -> Address:
    return max(rows, key=lambda row: (row.channel == chosen, row.channel != ChannelName.EMAIL, row.id))


def coordinators(session: Session, forum: str, *, day: date) -> list[Person]:
    """Those who run the forum on this day and can be written to."""
    found = people.coordinators(session, forum, day=day)
    reachable = ways(session, forum, people=[person.id for person in found])
    return [person for person in found if person.id in reachable]


def way_to(session: Session, person: Person) -> Address | None:
    """The open way to one person: as of ``ways``."""
    rows = [row for row in OF.all(session, person.forum, person.id) if row.state is AddressState.CONFIRMED]
    own = preferences.of(session, person.forum, person.id) if len(rows) > 1 else None
    return _best(rows, own.channel if own else None) if rows else None


def _note(session: Session, row: Address, action: str, *, now: datetime) -> None:
    journal.note(
        session,
        row.forum,
        at=now,
        actor=f"person:{row.person_id}",
        side=row.channel,
        action=action,
        noun="person",
        noun_id=row.person_id,
    )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
