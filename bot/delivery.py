"""Delivery: takes messages from the outbox, words them for their reader, sends them, and keeps what became of each."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import structlog

from bot import parcels
from bot.buttons import Press, seal
from bot.channel import Channel, Key, Refused, SendTrouble, Spoken, TryLater
from bot.pacing import Pacer
from bot.parcels import Parcel, Room
from forum import doubts, outbox
from forum.policies import Policy
from forum.store.door import Store
from forum.times import Clock, at, real
from words.messages import Messages
from words.saying import Button

log = structlog.get_logger()

# More requests at once make the client library slower: its pool is scanned for each.
AT_ONCE = 8
# Seconds for which a chat that was just written to is waited for.
MOMENT = 3.5


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """Sends what is due over one channel; ``secret`` seals its buttons. Each message goes its own way: one that takes
    long holds up its own chat alone."""

    store: Store
    forum: str
    channel: Channel
    messages: Messages
    pacer: Pacer
    policy: Policy
    clock: Clock
    secret: bytes
    _under_way: dict[str, asyncio.Task[None]] = field(default_factory=dict, init=False)

    async def recover(self) -> int:
        """After a start: what an earlier process was sending is in doubt, and its pace is ours. Answers how many are
        in doubt."""
        now = real()
        for address in await self.store.read(outbox.lately, self.forum, since=now - Pacer.MEMORY):
            self.pacer.remember(address)
        return await self.store.do(doubts.what_was_sending, self.forum, claimed_before=now)

    async def step(self) -> int:
        """Take up what is due while there is room, and wait until one of those under way has ended; 0 where nothing
        is under way, and nothing is due or may go within a moment: what must wait longer is looked at again."""
        taken = await self._take_up()
        for parcel in taken.parcels:
            self._under_way[parcel.address] = asyncio.create_task(self._deliver(parcel))
        if self._under_way:
            return await self._ended()
        soonest = self.pacer.soonest()
        if not taken.put_off or soonest > MOMENT:
            return 0
        await asyncio.sleep(soonest)
        return 1

    async def _take_up(self) -> parcels.Taken:
        room = Room(AT_ONCE - len(self._under_way), self._under_way.keys() | self.pacer.resting())
        if not room.count or self.pacer.held():
            return parcels.Taken([], put_off=False)
        return await self.store.do(
            parcels.take_up,
            self.forum,
            self.channel.name,
            room,
            policy=self.policy,
            at=at(self.clock, self.policy),
        )

    async def _ended(self) -> int:
        """How many have ended; waits for one at least."""
        done, _ = await asyncio.wait(self._under_way.values(), return_when=asyncio.FIRST_COMPLETED)
        for address, task in list(self._under_way.items()):
            if task in done:
                del self._under_way[address]
        for task in done:
            task.result()
        return len(done)

    async def end(self) -> None:
        """Wait until all that is under way has ended; what is cut off in this is in doubt at the next start."""
        under_way = list(self._under_way.values())
        try:
            await asyncio.gather(*under_way, return_exceptions=True)
        finally:
            for task in under_way:
                task.cancel()

    async def _deliver(self, parcel: Parcel) -> None:
        try:
            # On a thread of its own: a picture takes its time.
            spoken = await asyncio.to_thread(self._word, parcel)
            async with self.pacer.turn(None if parcel.edits else parcel.address):
                external = await self.channel.send(parcel.address, spoken, edits=parcel.edits)
        except SendTrouble as trouble:
            await self._settle(parcel, trouble)
        except Exception:
            # A message that cannot be worded must not stop the others, nor be tried for ever.
            log.exception("a message failed", action="delivery.failed", kind=parcel.kind, id=parcel.message_id)
            await self._settle(parcel, Refused("the message could not be worded"))
        else:
            await self.store.do(parcels.sent, parcel, external_id=external, now=self.clock())

    def _word(self, parcel: Parcel) -> Spoken:
        worded = self.messages.compose(parcel.kind, parcel.language, parcel.brief)
        return Spoken(
            html=worded.html,
            attached=worded.attached,
            rows=[[self._key(parcel, button) for button in row] for row in worded.rows],
        )

    def _key(self, parcel: Parcel, button: Button) -> Key:
        if button.url:
            return Key(button.label, url=button.url)
        return Key(button.label, seal(self.secret, Press(parcel.message_id, button.action, str(button.subject))))

    async def _settle(self, parcel: Parcel, trouble: SendTrouble) -> None:
        log.warning(
            "a message did not go out",
            action="delivery.trouble",
            kind=parcel.kind,
            id=parcel.message_id,
            trouble=type(trouble).__name__,
            why=str(trouble),
        )
        if isinstance(trouble, TryLater) and trouble.seconds:
            self.pacer.hold(parcel.address, trouble.seconds)
        moment = at(self.clock, self.policy)
        await self.store.do(parcels.settle, self.forum, self.channel.name, parcel, trouble, at=moment)
