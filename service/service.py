"""One forum's service: the hands joined over the forum's memory, their pumps and ticks, started and ended."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy.orm import Session

from bot.delivery import Delivery
from bot.fetching import Fetching
from bot.lanes import Lanes
from bot.pacing import Pacer
from bot.telegram.hearing import hear
from bot.telegram.menu import Menu
from bot.telegram.polling import Polling
from bot.telegram.wire import TelegramChannel, make_bot
from forum import deciding, findings, forums, gauges, pulses, settling_edits
from forum.gauges import Gauges
from forum.policies import Policy
from forum.pulses import Part
from forum.store.door import Store
from forum.times import Clock, real
from service.backups import Backups
from service.pumps import Pump
from service.schedule import TICKS, Tick, scheduler
from service.watching import Watching
from sync.pull import Pull
from sync.push import Push
from sync.workspace import Workspace
from words.messages import Messages
from words.texts import Texts

log = structlog.get_logger()

# Ctrl-C ends the service within three seconds: what is under way gets this long to finish.
GRACE = 2.0


@dataclass(frozen=True, kw_only=True)
class Outfit:
    """What a service is made of. ``token`` empty: no Telegram; ``workspace`` None: none is set up yet."""

    forum: str
    store: Store
    policy: Policy
    clock: Clock
    workspace: Workspace | None
    token: str
    base_url: str
    backups: Backups | None = None
    certificate: Path | None = None


class Service:
    """Runs one forum: ``start``, then it works by itself until ``stop``."""

    def __init__(self, outfit: Outfit, *, seconds: Mapping[str, float] = TICKS) -> None:
        self._outfit = outfit
        self._tasks: list[asyncio.Task[None]] = []
        self._pumps: dict[str, Pump] = {}
        self._polling: Polling | None = None
        self._delivery: Delivery | None = None
        self._pull: Pull | None = None
        self._push: Push | None = None
        self._secret = b""
        self._scheduler: Any = None
        # A tick's pull and one that is asked for beside it would both make the rows they find missing.
        self._reading = asyncio.Lock()
        self._seconds = seconds
        self._ticked: dict[str, float] = {}

    async def start(self) -> None:
        """Join the parts, settle what an earlier process left, and begin to work."""
        store, forum = self._outfit.store, self._outfit.forum
        self._secret = await store.do(_secret, forum, clock=self._outfit.clock)
        if self._outfit.workspace is not None:
            self._join_workspace(self._outfit.workspace)
        if self._outfit.token:
            self._join_telegram()
        await self._recover()
        self._tasks += [asyncio.create_task(pump.run(), name=pump.name) for pump in self._pumps.values()]
        if self._polling is not None:
            self._tasks.append(asyncio.create_task(self._polling.run(), name="polling"))
        ticks: dict[str, Tick] = {"decide": self._decide, "sweep": self._sweep}
        if self._pull is not None:
            ticks["pull"] = self._read
        ticks["watch"] = self._watching().tick
        if self._outfit.backups is not None:
            ticks["backup"] = self._outfit.backups.tick
        self._scheduler = scheduler(
            {name: self._marked(name, tick) for name, tick in ticks.items()}, seconds=self._seconds
        )
        self._scheduler.start()
        log.info("the service has begun", action="service.started", forum=forum)

    def _join_workspace(self, workspace: Workspace) -> None:
        outfit = self._outfit
        self._pull = Pull(outfit.store, outfit.forum, workspace, outfit.clock)
        self._push = Push(outfit.store, outfit.forum, workspace, outfit.clock, outfit.policy)
        self._pumps["push"] = Pump("push", self._push.drain, after=lambda: self._wake("delivery"))

    def _join_telegram(self) -> None:
        outfit = self._outfit
        bot = make_bot(outfit.token, outfit.base_url)
        channel = TelegramChannel(bot)
        messages = Messages(Texts(outfit.policy.languages), outfit.policy.hours.zone, channel.link)
        shared: dict[str, Any] = {
            "store": outfit.store,
            "forum": outfit.forum,
            "channel": channel,
            "messages": messages,
            "policy": outfit.policy,
            "clock": outfit.clock,
            "secret": self._secret,
        }
        lanes = Lanes(**shared, hear=hear)
        self._delivery = Delivery(**shared, pacer=Pacer())
        self._polling = Polling(store=outfit.store, forum=outfit.forum, bot=bot, stored=lambda: self._wake("lanes"))
        self._pumps["lanes"] = Pump("lanes", lanes.step, after=lambda: self._wake("push", "delivery", "fetching"))
        self._pumps["delivery"] = Pump("delivery", self._delivery.step)
        fetching = Fetching(
            store=outfit.store, forum=outfit.forum, channel=channel, policy=outfit.policy, clock=outfit.clock
        )
        menu = Menu(outfit.store, outfit.forum, bot, outfit.policy, outfit.clock)
        self._pumps["menu"] = Pump("menu", menu.step)
        self._pumps["fetching"] = Pump("fetching", fetching.step, after=lambda: self._wake("push", "delivery"))

    def _watching(self) -> Watching:
        outfit = self._outfit
        parts = [Part.HEARD] if self._polling else []
        parts += [Part.READ] if self._pull else []
        return Watching(
            store=outfit.store,
            forum=outfit.forum,
            policy=outfit.policy,
            clock=outfit.clock,
            begun=real(),
            parts=frozenset(parts),
            backups=outfit.backups,
            certificate=outfit.certificate,
        )

    async def _recover(self) -> None:
        if self._delivery is not None:
            await self._delivery.recover()
        if self._push is not None:
            await self._push.recover()

    async def stop(self) -> None:
        """End within three seconds; what could not be finished is in the memory and goes on at the next start."""
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
        for pump in self._pumps.values():
            pump.stop()
        polling = [task for task in self._tasks if task.get_name() == "polling"]
        for task in polling:
            task.cancel()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=GRACE)
            for task in late:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._polling is not None:
            await self._polling.close()
        if self._outfit.workspace is not None:
            self._outfit.workspace.close()
        log.info("the service has ended", action="service.stopped", forum=self._outfit.forum)

    @property
    def forum(self) -> str:
        return self._outfit.forum

    async def gauges(self) -> Gauges:
        """How much waits, is in doubt or set aside just now."""
        outfit = self._outfit
        return await outfit.store.read(gauges.read, outfit.forum, now=outfit.clock(), real=real())

    def ticked(self) -> dict[str, float]:
        """How many seconds ago each tick last ran to its end, by its name."""
        return {name: time.monotonic() - at for name, at in self._ticked.items()}

    def _marked(self, name: str, tick: Tick) -> Tick:
        self._ticked[name] = time.monotonic()

        async def marked() -> None:
            await tick()
            self._ticked[name] = time.monotonic()

        return marked

    async def settle(self) -> None:
        """Do at once all that is due at this moment of forum time; returns when nothing is left to do."""
        if self._pull is not None:
            await self._read()
        await self._decide()
        while sum([await pump.drain() for pump in list(self._pumps.values())]):
            pass

    async def _read(self) -> None:
        if self._pull is not None:
            async with self._reading:
                report = await self._pull.run()
                outfit = self._outfit
                if report.trouble is None:
                    await outfit.store.do(pulses.beat, outfit.forum, Part.READ, real=real())
                await outfit.store.do(settling_edits.settle, outfit.forum, now=outfit.clock(), policy=outfit.policy)
                await outfit.store.do(findings.tell, outfit.forum, now=outfit.clock(), policy=outfit.policy)
            self._wake("push", "delivery")

    async def _decide(self) -> None:
        outfit = self._outfit
        await outfit.store.do(deciding.tick, outfit.forum, now=outfit.clock(), policy=outfit.policy)
        self._wake("delivery", "menu")

    async def _sweep(self) -> None:
        self._wake(*self._pumps)

    def _wake(self, *names: str) -> None:
        for name in names:
            if name in self._pumps:
                self._pumps[name].wake()


def _secret(session: Session, forum: str, *, clock: Clock) -> bytes:
    forums.ensure(session, forum, now=clock(), paused=True)  # a coordinator switches it on
    return forums.secret(session, forum)
