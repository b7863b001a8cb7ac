"""Parcels: messages taken up from the outbox for sending, and what became of each, as units of work."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.channel import InDoubt, NothingToEdit, SendTrouble, TryLater, Unreachable
from forum import briefs, enrolment, nudges, outbox, pausing, people, preferences, together
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.policies import Policy
from forum.store.base import Values
from forum.times import At

# So many due messages are looked at in one unit of work: some are for chats that must wait, or are due no more.
LOOKED_AT = 64


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """A message taken up: committed as ``sending`` before anyone is asked to send it."""

    message_id: int
    epoch: int
    attempts: int
    kind: str
    brief: Values
    address: str
    language: str
    edits: str | None


@dataclass(frozen=True)
class Room:
    """How many more may be under way, and which chats are left alone for now."""

    count: int
    leaving: Set[str]


@dataclass(frozen=True)
class Taken:
    """What was taken up; ``put_off``: more is due, for chats that were left alone."""

    parcels: list[Parcel]
    put_off: bool


def take_up(session: Session, forum: str, channel: str, room: Room, *, policy: Policy, at: At) -> Taken:
    """Take due messages up while there is room, one a chat, so that what was decided first arrives first."""
    parcels: dict[str, Parcel] = {}
    put_off = False
    only = pausing.only_to(session, forum, day=at.day)
    for message in outbox.due(session, forum, now=at.now, real=at.real, limit=LOOKED_AT, unasked_to=only):
        if message.state is not outbox.State.PENDING:
            continue  # another to the same chat says it too
        if not message.asked:
            due_on = nudges.nearest_due(message, day=at.day)
            opens = preferences.next_open(session, forum, message.person_id, at.now, policy=policy, due_on=due_on)
            if opens > at.now:
                message.send_from = opens
                continue
        address, language = _way(session, message, channel)
        if address is None:
            message.state, message.error = outbox.State.FAILED, "no open way to this person"
        elif address in room.leaving:
            put_off = True
        elif address not in parcels:
            parcel = _parcel(session, message, channel, address, language, policy=policy, at=at)
            parcels |= {address: parcel} if parcel else {}
        if len(parcels) == room.count:
            break
    return Taken(list(parcels.values()), put_off)


def _way(session: Session, message: OutgoingMessage, channel: str) -> tuple[str | None, str | None]:
    person = session.get(Person, message.person_id) if message.person_id else None
    way = enrolment.way_to(session, person) if person else None
    roster = person.language if person else None
    language = message.language or (way.language if way else None) or roster
    if message.address is not None:
        return (message.address if message.channel == channel else None), language
    return (way.address if way and way.channel == channel else None), language


def _parcel(
    session: Session,
    message: OutgoingMessage,
    channel: str,
    address: str,
    language: str | None,
    *,
    policy: Policy,
    at: At,
) -> Parcel | None:
    person = session.get(Person, message.person_id) if message.person_id else None
    if message.kind == nudges.KIND:
        here = enrolment.people_at(session, message.forum, channel=channel, address=address, day=at.day)
        together.gather(session, message, [one.id for one in here if one is not person], now=at.now)
    brief = briefs.of(briefs.Asked(session, message, person, at, policy))
    if brief is None:
        message.state = outbox.State.DROPPED
        return None
    epoch = outbox.claim(message, channel=channel, address=address, real=at.real)
    return Parcel(
        message_id=message.id,
        epoch=epoch,
        attempts=message.attempts,
        kind=message.kind,
        brief=brief,
        address=address,
        language=policy.language(language),
        edits=message.edits,
    )


def sent(session: Session, parcel: Parcel, *, external_id: str | None, now: datetime) -> None:
    """Keep that a message went out."""
    if outbox.sent(session, parcel.message_id, epoch=parcel.epoch, external_id=external_id, now=now):
        together.settled(session, parcel.message_id)


def settle(session: Session, forum: str, channel: str, parcel: Parcel, trouble: SendTrouble, *, at: At) -> None:
    """Keep what became of a message that did not simply go out."""
    number, epoch, why = parcel.message_id, parcel.epoch, str(trouble)
    match trouble:
        case TryLater():
            pause = timedelta(seconds=trouble.seconds) if trouble.seconds else outbox.pause(parcel.attempts)
            outbox.again(session, number, epoch=epoch, retry_at=at.real + pause, error=why)
        case NothingToEdit():
            if outbox.again(session, number, epoch=epoch, retry_at=at.real, error=why):
                session.get_one(OutgoingMessage, number).edits = None
        case InDoubt():
            outbox.unknown(session, number, epoch=epoch, error=why)
        case Unreachable():
            outbox.failed(session, number, epoch=epoch, error=why)
            closed(session, forum, channel, parcel.address, at=at)
        case _:
            outbox.failed(session, number, epoch=epoch, error=why)
    together.settled(session, number)


def closed(session: Session, forum: str, channel: str, address: str, *, at: At) -> None:
    """A member closed their chat: remember it, and tell every other coordinator."""
    gone = enrolment.block(session, forum, channel=channel, address=address, blocked=True, now=at.now)
    for number in gone:
        member = session.get_one(Person, number)
        for coordinator in people.coordinators(session, forum, day=at.day):
            if coordinator.id != number:
                outbox.put(
                    session,
                    forum,
                    to=outbox.To(person_id=coordinator.id),
                    kind="member-blocked",
                    values={"name": member.name},
                    dedupe=f"member-blocked/{number}/{at.day}/{coordinator.id}",
                    now=at.now,
                )
