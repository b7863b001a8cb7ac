"""Hands at work: the bot's and the workspace's, each joined anew when this process takes its work up."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any

from starlette.routing import Route

from bot.carrier import by_name
from bot.delivery import Delivery
from bot.lanes import Lanes
from bot.telegram import intake
from forum import findings, forums, pulses, settling_edits
from forum.pulses import Part
from forum.store.door import Store
from forum.times import real
from service.bell import BELL, Bell
from service.channels import Chat, Mail, no_link
from service.engines.engine import Engine
from service.outfit import Outfit
from service.pumping import Pumping
from service.pumps import Pump
from sync.pull import Pull
from sync.push import LEASE, Push
from sync.subscribing import Subscribing, Telling
from sync.workspace import Dated, Workspace
from words.messages import Messages
from words.texts import Texts

# A step that may honestly take long (real seconds): many writes, each with a limit of its own.
WRITES_SECONDS = LEASE.total_seconds()


class BotHand:
    """Hears and speaks for one forum, over each channel that is set up."""

    def __init__(self, outfit: Outfit, engine: Engine) -> None:
        self._outfit = outfit
        self._wake = partial(engine.wake, outfit.forum)
        self.pumping = Pumping(engine, outfit.forum)
        self._channels: list[Chat | Mail] = []
        self._delivery: Delivery | None = None
        self._listening: list[asyncio.Task[None]] = []

    @property
    def busy(self) -> bool:
        """Whether this process does the work."""
        return self._delivery is not None

    async def begin(self, store: Store) -> None:
        """Settle what another process left, then listen, read and send. ``store``: the memory as the holder writes."""
        outfit = self._outfit
        chat = Chat(outfit, store) if outfit.token else None
        mail = Mail(outfit, outfit.mailbox, store) if outfit.mailbox else None
        self._channels = [one for one in (chat, mail) if one is not None]
        link = chat.channel.link if chat else no_link
        # To read all texts takes half a second, in which whoever asks is answered all the same.
        texts = await asyncio.to_thread(Texts, outfit.policy.languages)
        messages = Messages(texts, outfit.policy.hours.zone, link)
        shared: dict[str, Any] = {"store": store, "forum": outfit.forum, "policy": outfit.policy, "clock": outfit.clock}
        self._delivery = Delivery(**shared, carriers=by_name(one.carrier(messages) for one in self._channels))
        await self._delivery.recover()
        readers = {one.channel.name: one.read for one in self._channels}
        toasts = chat.channel if chat else None
        lanes = Lanes(**shared, channel=toasts, readers=readers, messages=messages)
        pumps = [pump for one in self._channels for pump in one.pumps(self._wake)]
        self.pumping.begin(
            [
                Pump("lanes", lanes.step, after=lambda: self._wake("push", "delivery", "fetching", "files")),
                Pump("delivery", self._delivery.step),
                *pumps,
            ]
        )
        for one in self._channels:
            listening = one.listen(lambda: self._wake("lanes"))
            self._listening.append(asyncio.create_task(listening, name=f"{one.channel.name} intake"))

    async def end(self) -> None:
        """Do it no more; what could not be finished is in the memory for whoever goes on."""
        listening, self._listening = self._listening, []
        for task in listening:
            task.cancel()
        await self.pumping.end(*([self._delivery.end()] if self._delivery else []))
        await asyncio.gather(*listening, return_exceptions=True)
        for one in self._channels:
            await one.close()
        self._channels, self._delivery = [], None

    def visits(self) -> list[Route]:
        """Where the chat service brings updates, whichever process holds the work; none where they are fetched."""
        outfit = self._outfit
        if outfit.hook is None:
            return []
        return intake.visits(
            outfit.hook, store=outfit.store, forum=outfit.forum, stored=lambda: self._wake("lanes")
        ).routes()


class SyncHand:
    """Reads and writes one forum's workspace."""

    def __init__(self, outfit: Outfit, workspace: Workspace, engine: Engine) -> None:
        self._outfit, self._workspace, self._engine = outfit, workspace, engine
        self._wake = partial(engine.wake, outfit.forum)
        self.pumping = Pumping(engine, outfit.forum)
        self._pull: Pull | None = None
        self._store = outfit.store
        # A tick's pull and one that is asked for beside it would both make the rows they find missing.
        self._reading = asyncio.Lock()
        self._subscribing: Subscribing | None = None
        self._listening: asyncio.Task[None] | None = None

    @property
    def busy(self) -> bool:
        """Whether this process does the work."""
        return self._pull is not None

    async def begin(self, store: Store) -> None:
        """Settle what another process left, then write what waits. ``store``: the memory as the holder writes."""
        outfit, self._store = self._outfit, store
        self._pull = Pull(store, outfit.forum, self._workspace, outfit.clock, owners=outfit.owners)
        push = Push(store, outfit.forum, self._workspace, outfit.clock, outfit.policy, owners=outfit.owners)
        await push.recover()
        self.pumping.begin([Pump("push", push.drain, seconds=WRITES_SECONDS, after=lambda: self._wake("delivery"))])
        if outfit.told_at and isinstance(self._workspace, Telling):
            word = await store.read(forums.word, outfit.forum, BELL)
            self._subscribing = Subscribing(self._workspace, url=outfit.told_at, word=word)
        bell = Bell(self.read)
        self._engine.hear(outfit.forum, BELL, bell.ring)
        self._listening = asyncio.create_task(bell.run(), name=BELL)

    async def subscribe(self) -> None:
        """Have the workspace tell us of its changes, where it can and an address is set."""
        if self._subscribing is not None:
            await self._subscribing.tick(real=real())

    async def read(self) -> None:
        """Read what changed there, and what follows from it; nothing where another process does this work."""
        outfit, store, forum = self._outfit, self._store, self._outfit.forum
        async with self._reading:
            if self._pull is None:
                return
            report = await self._pull.run()
            if report.trouble is None:
                word = self._workspace.skew.word if isinstance(self._workspace, Dated) else ""
                await store.do(pulses.beat, forum, Part.READ, real=real(), word=word)
            await store.do(settling_edits.settle, forum, now=outfit.clock(), policy=outfit.policy)
            await store.do(findings.tell, forum, now=outfit.clock(), policy=outfit.policy)
        self._wake("push", "delivery")

    async def end(self) -> None:
        """Do it no more."""
        self._pull = self._subscribing = None
        self._engine.forget(self._outfit.forum, BELL)
        listening, self._listening = self._listening, None
        if listening is not None:
            listening.cancel()
        await self.pumping.end(*([_ended(listening)] if listening else []))


async def _ended(task: asyncio.Task[None]) -> None:
    await asyncio.gather(task, return_exceptions=True)
