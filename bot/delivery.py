"""Delivery: takes messages from the outbox, words them for their reader, sends them, and keeps what became of each."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta

import structlog
from sqlalchemy.orm import Session

from bot.buttons import Press, seal
from bot.channel import Channel, InDoubt, Key, NothingToEdit, Refused, SendTrouble, Spoken, TryLater, Unreachable
from bot.pacing import Pacer
from forum import briefs, doubts, enrolment, outbox, pausing, people, preferences
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.policies import Policy
from forum.store.base import Values
from forum.store.door import Store
from forum.times import At, Clock, at, real
from words.messages import Messages

log = structlog.get_logger()

# More requests at once make the client library slower: its pool is scanned for each.
AT_ONCE = 8


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


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """Sends what is due over one channel; ``secret`` seals its buttons."""

    store: Store
    forum: str
    channel: Channel
    messages: Messages
    pacer: Pacer
    policy: Policy
    clock: Clock
    secret: bytes

    async def recover(self) -> int:
        """After a start: what an earlier process was sending is in doubt. Answers how many."""
        return await self.store.do(doubts.what_was_sending, self.forum, claimed_before=real())

    async def step(self) -> int:
        """Send a batch of what is due, one message a chat; answers how many were taken up."""
        parcels = await self.store.do(
            take_up, self.forum, self.channel.name, policy=self.policy, at=at(self.clock, self.policy)
        )
        await asyncio.gather(*(self._deliver(parcel) for parcel in parcels))
        return len(parcels)

    async def _deliver(self, parcel: Parcel) -> None:
        try:
            # On a thread of its own: a picture takes its time.
            spoken = await asyncio.to_thread(self._word, parcel)
            await self.pacer.turn(None if parcel.edits else parcel.address)
            external = await self.channel.send(parcel.address, spoken, edits=parcel.edits)
        except SendTrouble as trouble:
            await self._settle(parcel, trouble)
        except Exception:
            # A message that cannot be worded must not stop the others, nor be tried for ever.
            log.exception("a message failed", action="delivery.failed", kind=parcel.kind, id=parcel.message_id)
            await self._settle(parcel, Refused("the message could not be worded"))
        else:
            await self.store.do(
                outbox.sent, parcel.message_id, epoch=parcel.epoch, external_id=external, now=self.clock()
            )

    def _word(self, parcel: Parcel) -> Spoken:
        worded = self.messages.compose(parcel.kind, parcel.language, parcel.brief)
        return Spoken(
            html=worded.html,
            attached=worded.attached,
            rows=[
                [
                    Key(button.label, seal(self.secret, Press(parcel.message_id, button.action, str(button.subject))))
                    for button in row
                ]
                for row in worded.rows
            ],
        )

    async def _settle(self, parcel: Parcel, trouble: SendTrouble) -> None:
        log.warning(
            "a message did not go out",
            action="delivery.trouble",
            kind=parcel.kind,
            id=parcel.message_id,
            trouble=type(trouble).__name__,
            why=str(trouble),
        )
        await self.store.do(settle, self.forum, self.channel.name, parcel, trouble, at=at(self.clock, self.policy))


def take_up(session: Session, forum: str, channel: str, *, policy: Policy, at: At) -> list[Parcel]:
    """Take up to ``AT_ONCE`` due messages, one a chat, so that what was decided first arrives first."""
    parcels: dict[str, Parcel] = {}
    only = pausing.only_to(session, forum, day=at.day)
    for message in outbox.due(session, forum, now=at.now, real=at.real, limit=AT_ONCE * 8, unasked_to=only):
        if not message.asked:
            opens = preferences.next_open(session, forum, message.person_id, at.now, policy=policy)
            if opens > at.now:
                message.send_from = opens
                continue
        address, language = _way(session, message, channel)
        if address is None:
            message.state, message.error = outbox.State.FAILED, "no open way to this person"
        elif address not in parcels:
            parcel = _parcel(session, message, channel, address, language, policy=policy, at=at)
            parcels |= {address: parcel} if parcel else {}
        if len(parcels) == AT_ONCE:
            break
    return list(parcels.values())


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
