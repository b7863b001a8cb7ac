"""Delivery: takes messages from the outbox, words them for their reader, sends them, and keeps what became of each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import structlog

from bot import parcels
from bot.carrier import Carriers
from bot.channel import Refused, SendTrouble, Spoken, TryLater
from bot.pacing import Pacer
from bot.parcels import Parcel, Place, Room
from forum import doubts, in_chat
from forum.policies import Policy
from forum.store.base import Values
from forum.store.door import Store
from forum.store.errors import OutcomeUnknown, StoreError, StoreUnavailable, TookTooLong
from forum.times import Clock, at, real

log = structlog.get_logger()

# So many may be under way over one channel. Most of them wait for their turn: where each takes half a second from the
# outbox to the wire and back, as many are left as a channel's pace lets go meanwhile when the next are taken up: some
# at a time, as what is asked of the memory for one of them does for all.
AT_ONCE, TOGETHER = 24, 8
# Seconds for which a chat that was just written to is waited for.
MOMENT = 3.5
# What became of a message is kept even where the memory is away for a while: asked again after so many seconds.
AWAY_PAUSE = 1.0


@dataclass(frozen=True)
class _Going:
    """A message that is under way."""

    message_id: int
    task: asyncio.Task[None]


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """Sends what is due, each message over the channel by which its reader is reached. Each goes its own way: one that
    takes long holds up its own chat alone, and a channel in trouble no other channel."""

    store: Store
    forum: str
    carriers: Carriers
    policy: Policy
    clock: Clock
    _under_way: dict[Place, _Going] = field(default_factory=dict, init=False)

    async def recover(self) -> int:
        """After a start: what an earlier process was sending is in doubt, and its pace is ours. Answers how many are
        in doubt."""
        now = real()
        for channel, address in await self.store.read(in_chat.lately, self.forum, since=now - Pacer.MEMORY):
            if channel in self.carriers:
                self.carriers[channel].pacer.remember(address)
        return await self.store.do(doubts.what_was_sending, self.forum, claimed_before=now)

    async def step(self) -> int:
        """Take up what is due while there is room, and wait until one of those under way has ended; 0 where nothing
        is under way, and nothing is due or may go within a moment: what must wait longer is looked at again."""
        taken = await self._take_up()
        for parcel in taken.parcels:
            task = asyncio.create_task(self._deliver(parcel))
            self._under_way[parcel.place] = _Going(parcel.message_id, task)
        if self._under_way:
            return await self._ended()
        if taken.aside:
            return taken.aside
        soonest = min((self.carriers[name].pacer.soonest() for name in taken.put_off), default=0.0)
        if not taken.put_off or soonest > MOMENT:
            return 0
        await asyncio.sleep(soonest)
        return 1

    async def _take_up(self) -> parcels.Taken:
        resting = {(name, chat) for name, one in self.carriers.items() for chat in one.pacer.resting()}
        room = Room(
            {name: self._room(name) for name in self.carriers},
            self._under_way.keys() | resting,
            {one.message_id for one in self._under_way.values()},
        )
        if not any(room.count.values()):
            return parcels.Taken([])
        # Behind what is under way already, and behind the reading of what members say.
        return await self.store.patiently(
            parcels.take_up, self.forum, room, policy=self.policy, at=at(self.clock, self.policy)
        )

    def _room(self, name: str) -> int:
        """How many more may be under way over this channel."""
        if self.carriers[name].pacer.held():
            return 0
        free = AT_ONCE - sum(place[0] == name for place in self._under_way)
        return free if free >= TOGETHER else 0

    async def _ended(self) -> int:
        """How many have ended; waits for one at least."""
        tasks = [one.task for one in self._under_way.values()]
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for place, one in list(self._under_way.items()):
            if one.task in done:
                del self._under_way[place]
        troubles = [trouble for task in done if (trouble := task.exception()) is not None]
        if troubles:
            raise troubles[0]
        return len(done)

    async def end(self) -> None:
        """Wait until all that is under way has ended; what is cut off in this is in doubt at the next start."""
        under_way = [one.task for one in self._under_way.values()]
        try:
            await asyncio.gather(*under_way, return_exceptions=True)
        finally:
            for task in under_way:
                task.cancel()

    async def _deliver(self, parcel: Parcel) -> None:
        # What takes its time comes before its turn; what would leave it in doubt, within.
        spoken = await self._worded(parcel)
        pacer = self.carriers[parcel.channel].pacer
        async with pacer.turn(None if parcel.edits else parcel.address):
            claimed = None if pacer.held() else await self._claim(parcel)
            if claimed is None:
                return
            if claimed.brief != parcel.brief:
                spoken = await self._worded(claimed)
            sent = await self._send(claimed, spoken) if spoken else Refused("the message could not be worded")
        if isinstance(sent, SendTrouble):
            await self._settle(claimed, sent)
        else:
            await self._keep(parcels.sent, claimed, external_id=sent, now=self.clock(), keys=_words(spoken))

    async def _claim(self, parcel: Parcel) -> Parcel | None:
        moment = at(self.clock, self.policy)
        try:
            return await self.store.do(parcels.claim, parcel, policy=self.policy, at=moment)
        except StoreError:
            # It may be claimed all the same, and nobody was asked to send it.
            claimed = replace(parcel, epoch=parcel.epoch + 1, attempts=parcel.attempts + 1)
            await self._keep(parcels.settle, self.forum, claimed, TryLater("it could not be claimed"), at=moment)
            raise

    async def _keep(self, verb: Callable[..., None], *args: Any, **kwargs: Any) -> None:
        """Keep what became of a message, however long the memory is away: until then it is in the air, and in doubt
        where this process ends."""
        while True:
            try:
                return await self.store.first(verb, *args, **kwargs)
            except (StoreUnavailable, TookTooLong, OutcomeUnknown) as trouble:
                log.warning("an outcome is not kept yet", action="delivery.waiting", trouble=type(trouble).__name__)
                await asyncio.sleep(AWAY_PAUSE)

    async def _worded(self, parcel: Parcel) -> Spoken | None:
        """Its words, made on a thread of their own, as a picture takes its time; None where it cannot be worded, which
        must not stop the others, nor be tried for ever."""
        try:
            return await asyncio.to_thread(self.carriers[parcel.channel].word, parcel)
        except Exception:
            log.exception("a message failed", action="delivery.failed", kind=parcel.kind, id=parcel.message_id)
            return None

    async def _send(self, parcel: Parcel, spoken: Spoken) -> str | SendTrouble:
        """The message's id there, or what went wrong."""
        try:
            return await self.carriers[parcel.channel].channel.send(parcel.address, spoken, edits=parcel.edits)
        except SendTrouble as trouble:
            return trouble
        except Exception:
            log.exception("a message failed", action="delivery.failed", kind=parcel.kind, id=parcel.message_id)
            return Refused("it could not be sent")

    async def _settle(self, parcel: Parcel, trouble: SendTrouble) -> None:
        log.warning(
            "a message did not go out",
            action="delivery.trouble",
            kind=parcel.kind,
            id=parcel.message_id,
            channel=parcel.channel,
            trouble=type(trouble).__name__,
            why=str(trouble),
        )
        if isinstance(trouble, TryLater) and trouble.seconds:
            self.carriers[parcel.channel].pacer.hold(parcel.address, trouble.seconds)
        moment = at(self.clock, self.policy)
        await self._keep(parcels.settle, self.forum, parcel, trouble, at=moment)


def _words(spoken: Spoken | None) -> list[Values]:
    """By what a mail may be answered, and what each means."""
    keys = spoken.envelope.words if spoken and spoken.envelope else ()
    return [{"label": key.label, "data": key.data} for key in keys]
