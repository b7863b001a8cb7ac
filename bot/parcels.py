"""Parcels: messages taken up from the outbox for sending, and what became of each, as units of work."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import loading
from bot.channel import InDoubt, NothingToEdit, SendTrouble, TryLater, Unreachable
from forum import (
    briefs,
    declining,
    enrolment,
    forums,
    links,
    nudges,
    outbox,
    pausing,
    people,
    preferences,
    sending,
    threads,
    together,
    undelivered,
)
from forum.outbox import OutgoingMessage
from forum.people import ChannelName, Person
from forum.policies import Policy
from forum.store.base import Values
from forum.times import At

# So many due messages are looked at in one unit of work: some are for chats that must wait, or are due no more.
LOOKED_AT = 64


# A channel's name, and an address there.
Place = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """A message taken up, with all that is needed to word it; ``values``: as they stood then. It is still pending, and
    becomes ``sending`` by ``claim`` before anyone is asked to send it. ``page``: the address of its reader's worksheet,
    in a mail; ``thread``: what it belongs with (``forum.threads``)."""

    message_id: int
    epoch: int
    attempts: int
    kind: str
    values: Values
    brief: Values
    channel: str
    address: str
    language: str
    edits: str | None
    secret: bytes = field(repr=False)
    page: str = ""
    decline: str = ""
    thread: str = ""

    @property
    def place(self) -> Place:
        return self.channel, self.address


@dataclass(frozen=True)
class Room:
    """How many more may be under way over each channel there is, which chats are left alone for now, and the numbers of
    the messages that are under way."""

    count: Mapping[str, int]
    leaving: Set[Place] = frozenset()
    under_way: Set[int] = frozenset()


@dataclass(frozen=True)
class Taken:
    """What was taken up; ``put_off``: the channels over which more is due, for chats that were left alone; ``aside``:
    how many were found to wait for a channel without room, so that there may be others behind them."""

    parcels: list[Parcel]
    put_off: frozenset[str] = frozenset()
    aside: int = 0


@dataclass(frozen=True)
class Way:
    """Where a message goes (None: nowhere), and in which language its reader is spoken to there."""

    place: Place | None
    language: str | None


def take_up(session: Session, forum: str, room: Room, *, policy: Policy, at: At) -> Taken:
    """Take due messages up while there is room, one a chat, so that what was decided first arrives first. Nothing of
    them is changed by this. What waits for a channel that has no room is not looked at while it has none, so that it
    holds up nothing else."""
    parcels: dict[Place, Parcel] = {}
    put_off: set[str] = set()
    aside = 0
    only, locked = pausing.only_to(session, forum, day=at.day), forums.of(session, forum).locked
    left = {name: 0 if name == locked else count for name, count in room.count.items()}
    full = [name for name, count in left.items() if not count]
    due = sending.due(
        session, forum, now=at.now, real=at.real, limit=LOOKED_AT, unasked_to=only, without=full, besides=room.under_way
    )
    loading.fetch(session, forum, due[: sum(left.values())], at=at)
    for message in due:
        if not _in_hours(session, message, policy=policy, at=at):
            continue
        way = _way(session, message)
        if way.place is None or way.place[0] not in left:
            message.state, message.error = outbox.State.FAILED, "no open way to this person"
        elif not left[way.place[0]]:
            message.channel, aside = way.place[0], aside + 1
        elif way.place in room.leaving:
            put_off.add(way.place[0])
        elif way.place not in parcels and (parcel := _parcel(session, message, way, policy=policy, at=at)):
            parcels[way.place] = parcel
            left[way.place[0]] -= 1
        if not any(left.values()):
            break
    return Taken(list(parcels.values()), frozenset(put_off), aside)


def _in_hours(session: Session, message: OutgoingMessage, *, policy: Policy, at: At) -> bool:
    """Whether a message may go now; one that comes unasked waits for its reader's hours."""
    if message.asked:
        return True
    due_on = nudges.nearest_due(message, day=at.day)
    opens = preferences.next_open(session, message.forum, message.person_id, at.now, policy=policy, due_on=due_on)
    if opens > at.now:
        message.send_from = opens
    return opens <= at.now


def _way(session: Session, message: OutgoingMessage) -> Way:
    person = session.get(Person, message.person_id) if message.person_id else None
    way = enrolment.way_to(session, person) if person else None
    language = message.language or (way.language if way else None) or (person.language if person else None)
    if message.address is not None and message.channel is not None:
        return Way((message.channel, message.address), language)
    return Way((way.channel, way.address) if way else None, language)


def _parcel(session: Session, message: OutgoingMessage, way: Way, *, policy: Policy, at: At) -> Parcel | None:
    assert way.place is not None  # noqa: S101 (who asks has looked)
    channel, address = way.place
    person = session.get(Person, message.person_id) if message.person_id else None
    brief = briefs.of(briefs.Asked(session, message, person, at, policy, channel))
    unwanted = person is not None and declining.declined(session, person, declining.group(message.kind))
    if brief is None or unwanted:
        message.state = outbox.State.DROPPED
        return None
    return Parcel(
        message_id=message.id,
        epoch=message.epoch,
        attempts=message.attempts,
        kind=message.kind,
        values=message.values,
        brief=brief,
        channel=channel,
        address=address,
        language=policy.language(way.language),
        edits=message.edits,
        page=links.page_of(session, person, now=at.now, policy=policy)
        if person and channel == ChannelName.EMAIL
        else "",
        decline=declining.address(session, person, message.kind, policy=policy) if person else "",
        thread=threads.of(session, message),
        secret=forums.secret(session, message.forum),
    )


def claim(session: Session, parcel: Parcel, *, policy: Policy, at: At) -> Parcel | None:
    """Its turn has come: it is ``sending`` from now on, and whatever waits for the same reader and is of its kind goes
    with it, so that its brief may have grown. None: it is not to be sent so any more, and is to be looked at anew."""
    message = session.get_one(OutgoingMessage, parcel.message_id, with_for_update=True)
    taken_up = (parcel.epoch, parcel.values, parcel.edits)
    if (message.epoch, message.values, message.edits) != taken_up or not sending.is_due(message, at):
        return None
    brief: Values | None = parcel.brief
    if _along(session, message, parcel, at):
        person = session.get(Person, message.person_id) if message.person_id else None
        brief = briefs.of(briefs.Asked(session, message, person, at, policy, parcel.channel))
    if brief is None:
        message.state = outbox.State.DROPPED
        return None
    epoch = sending.claim(message, channel=parcel.channel, address=parcel.address, real=at.real)
    return replace(parcel, epoch=epoch, attempts=message.attempts, brief=brief)


def _along(session: Session, message: OutgoingMessage, parcel: Parcel, at: At) -> bool:
    """Whether it says something of others that is told with it."""
    if message.kind != nudges.KIND:
        return False
    return together.gather(session, message, _others(session, message, parcel, at), now=at.now)


def _others(session: Session, message: OutgoingMessage, parcel: Parcel, at: At) -> list[int]:
    """The other persons whom this chat is the way to."""
    here = enrolment.people_at(session, message.forum, channel=parcel.channel, address=parcel.address, day=at.day)
    ways = enrolment.ways(session, message.forum, people=[one.id for one in here])
    mine = [number for number, one in ways.items() if (one.channel, one.address) == parcel.place]
    return [number for number in mine if number != message.person_id]


def sent(
    session: Session,
    parcel: Parcel,
    *,
    external_id: str | None,
    now: datetime,
    keys: list[Values] | None = None,
) -> None:
    """Keep that a message went out; ``keys``: by what words a mail may be answered."""
    if keys:
        session.get_one(OutgoingMessage, parcel.message_id).keys = keys
    if sending.sent(session, parcel.message_id, epoch=parcel.epoch, external_id=external_id, now=now):
        together.settled(session, parcel.message_id)


def settle(session: Session, forum: str, parcel: Parcel, trouble: SendTrouble, *, at: At) -> None:
    """Keep what became of a message that did not simply go out. Where its reader has closed one way and has another,
    it goes there; what answers somebody stays where they wrote from."""
    number, epoch, why = parcel.message_id, parcel.epoch, str(trouble)
    match trouble:
        case TryLater(theirs=True):
            if sending.put_off(session, number, epoch=epoch, error=why, real=at.real):
                undelivered.tell(session, forum, number, at=at)
        case TryLater():
            pause = timedelta(seconds=trouble.seconds) if trouble.seconds else sending.pause(parcel.attempts)
            sending.again(session, number, epoch=epoch, retry_at=at.real + pause, error=why)
        case NothingToEdit():
            if sending.again(session, number, epoch=epoch, retry_at=at.real, error=why):
                session.get_one(OutgoingMessage, number).edits = None
        case InDoubt():
            sending.unknown(session, number, epoch=epoch, error=why)
        case Unreachable():
            sending.failed(session, number, epoch=epoch, error=why)
            closed(session, forum, parcel.channel, parcel.address, at=at)
            _elsewhere(session, session.get_one(OutgoingMessage, number))
        case _:
            if sending.failed(session, number, epoch=epoch, error=why) and parcel.channel == ChannelName.EMAIL:
                undelivered.tell(session, forum, number, at=at)
    together.settled(session, number)


# Of a status: there is no such mailbox, or it takes nothing any more; others are a full box, or about us.
GONE = re.compile(r"5\.(?:1\.|2\.[01]$)")


def came_back(session: Session, message: OutgoingMessage, status: str, *, at: At) -> None:
    """A mail that had gone out could not be brought: it has failed, and where the mailbox is gone, so is the way."""
    if message.state not in (outbox.State.SENT, outbox.State.UNKNOWN) or message.address is None:
        return
    message.state, message.error = outbox.State.FAILED, f"came back: {status}"
    if GONE.match(status):
        closed(session, message.forum, ChannelName.EMAIL, message.address, at=at)
        _elsewhere(session, message)


def _elsewhere(session: Session, message: OutgoingMessage) -> None:
    person = session.get(Person, message.person_id) if message.person_id else None
    if message.asked or person is None or message.state is not outbox.State.FAILED:
        return
    if enrolment.way_to(session, person) is not None:
        message.state = outbox.State.PENDING
        outbox.any_way(message)


def closed(session: Session, forum: str, channel: str, address: str, *, at: At) -> None:
    """A member closed their chat, or mail for them came back: remember it, and tell every other coordinator of those
    who have no other way."""
    gone = enrolment.block(session, forum, channel=channel, address=address, blocked=True, now=at.now)
    ways = enrolment.ways(session, forum, people=gone)
    for number in gone:
        if number in ways:
            continue
        member = session.get_one(Person, number)
        for coordinator in people.coordinators(session, forum, day=at.day):
            if coordinator.id != number:
                outbox.put(
                    session,
                    forum,
                    to=outbox.To(person_id=coordinator.id),
                    kind="member-blocked",
                    values={"name": member.name, "channel": channel},
                    dedupe=f"member-blocked/{number}/{at.day}/{coordinator.id}",
                    now=at.now,
                )
