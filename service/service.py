"""One forum's service: its hands over the forum's memory, begun and ended as this process holds them, and its ticks."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

import structlog
from sqlalchemy.orm import Session
from starlette.routing import Route

from forum import deciding, forums, gauges, mailing, quiet, revealing, touches
from forum.gauges import Gauges
from forum.leases import Hand, LeaseLost, Wanted
from forum.people import ChannelName
from forum.pulses import Part
from forum.store.door import Store
from forum.store.errors import StoreError
from forum.times import at, real
from service import locking
from service.bell import BELL
from service.engines.engine import Engine
from service.hands import BotHand, SyncHand
from service.leasing import Charge
from service.outfit import Outfit
from service.pumping import settled
from service.schedule import TICKS, Tick, scheduler, soon
from service.searching import Searching
from service.watching import Watching
from web.declining import Declining
from web.switching import Switching
from web.worksheet.pages import Worksheet

log = structlog.get_logger()

# Which pumps do each kind of work. That of the menu is woken where something is decided.
PUMPS: Mapping[quiet.Kind, tuple[str, ...]] = {
    quiet.Kind.READING: ("lanes",),
    quiet.Kind.SENDING: ("delivery",),
    quiet.Kind.WRITING: ("push",),
    quiet.Kind.FETCHING: ("fetching", "files"),
}
# A notice tells of a list; more than these at once, of one forum, are none.
MOST_WORDS = 50


class Service:
    """Works for one forum with those of its hands that this process holds: ``start``, then by itself until ``rest``."""

    def __init__(self, outfit: Outfit, engine: Engine, *, seconds: Mapping[str, float] = TICKS) -> None:
        self._outfit, self._engine, self._seconds = outfit, engine, seconds
        self._bot = BotHand(outfit, engine) if outfit.token or outfit.mailbox else None
        self._sync = SyncHand(outfit, outfit.workspace, engine) if outfit.workspace is not None else None
        self._begun: datetime = real()
        self._scheduler: Any = None
        self._ticked: dict[str, float] = {}

    async def prepare(self) -> None:
        """Make sure that the memory knows the forum."""
        await self._outfit.store.do(_ensure, self._outfit)  # a coordinator switches a new one on

    def charges(self) -> list[Charge]:
        """What one process at a time does for this forum."""
        there = {Hand.BOT: self._bot, Hand.SYNC: self._sync}
        return [
            Charge(Wanted(self.forum, name), partial(self._begin, hand), hand.end)
            for name, hand in there.items()
            if hand is not None
        ]

    async def _begin(self, hand: BotHand | SyncHand, store: Store) -> None:
        await hand.begin(store)
        self._begun = real()
        if self._scheduler is not None:
            soon(self._scheduler)

    def start(self, *, spread: float = 0.0) -> None:
        """Begin to ask, at the ticks' pace, what is due; ``spread``: this part of each pace (0 to 1) later."""
        ticks: dict[str, Tick] = {
            "decide": self._decide,
            "review": self._review,
            "sweep": self._sweep,
            "watch": self._watch,
            "search": self._search,
        }
        if self._sync is not None:
            ticks["pull"] = self._sync.read
            ticks["subscribe"] = self._sync.subscribe
        if self._outfit.backups is not None:
            ticks["backup"] = self._outfit.backups.tick
        if self._outfit.links:
            ticks["links"] = self._look
        self._scheduler = scheduler(
            {name: partial(self._tick, name, tick) for name, tick in ticks.items()},
            seconds=self._seconds,
            spread=spread,
        )
        self._scheduler.start()
        log.info("the service has begun", action="service.started", forum=self.forum)

    def rest(self) -> None:
        """Ask no more what is due."""
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None

    def close(self) -> None:
        """Let the workspace go, when the hands have ended."""
        if self._outfit.workspace is not None:
            self._outfit.workspace.close()
        log.info("the service has ended", action="service.stopped", forum=self.forum)

    @property
    def forum(self) -> str:
        return self._outfit.forum

    def visits(self) -> list[Route]:
        """Where the chat service brings updates; none where they are fetched."""
        return self._bot.visits() if self._bot else []

    def pages(self) -> list[Route]:
        """The members' worksheet pages, by whichever process serves them; none where no address is set for them."""
        outfit = self._outfit
        if not outfit.policy.pages:
            return []
        shared: dict[str, Any] = {"store": outfit.store, "forum": self.forum, "policy": outfit.policy}
        shared["clock"] = outfit.clock
        changed = partial(self._engine.wake, self.forum, "push", "delivery")
        worksheet = Worksheet(**shared, title=outfit.title, changed=changed)
        switching = Switching(**shared, changed=changed)
        return [*worksheet.routes(), *Declining(**shared).routes(), *switching.routes()]

    @property
    def told_at(self) -> str:
        """Where the workspace may tell that it has changed; empty: nowhere."""
        return self._outfit.told_at

    async def told(self, words: Sequence[str]) -> None:
        """Somebody says that the workspace has changed: whoever knows our word has it read, wherever that is done."""
        outfit = self._outfit
        try:
            known = [
                await outfit.store.read(forums.is_word, self.forum, BELL, said=word) for word in words[:MOST_WORDS]
            ]
        except StoreError as trouble:
            log.warning("a word was not looked at", action="bell.trouble", trouble=type(trouble).__name__)
            return
        if any(known):
            self._engine.wake(self.forum, BELL)

    async def gauges(self) -> Gauges:
        """How much waits, is in doubt or set aside just now."""
        outfit = self._outfit
        return await outfit.store.read(gauges.read, outfit.forum, now=outfit.clock(), real=real())

    def ticked(self) -> dict[str, float]:
        """How many seconds ago each tick that is this process's last ran to its end, by its name."""
        return {name: time.monotonic() - at for name, at in self._ticked.items()}

    def working(self) -> dict[str, bool]:
        """Whether this process does the work of each hand that the forum has, by the hand's name."""
        there = {Hand.BOT: self._bot, Hand.SYNC: self._sync}
        return {name.value: hand.busy for name, hand in there.items() if hand is not None}

    async def settle(self) -> None:
        """Do at once all that is due at this moment of forum time; returns when nothing is left to do."""
        hands = [hand for hand in (self._sync, self._bot) if hand is not None]
        if self._sync is not None:
            await self._sync.read()
        await self._decide()
        await settled([hand.pumping for hand in hands])

    async def _tick(self, name: str, tick: Tick) -> None:
        if not self._is_ours(name):
            self._ticked.pop(name, None)
            return
        self._ticked.setdefault(name, time.monotonic())
        try:
            await tick()
        except LeaseLost:
            log.info("another process goes on with this", action="tick.left", tick=name, forum=self.forum)
        self._ticked[name] = time.monotonic()

    def _is_ours(self, tick: str) -> bool:
        """Whether a tick is this process's: what follows from the time alone is looked at where the bot's work is
        done, so that many processes do not all ask the same. That it happens once does not depend on it."""
        if tick == "sweep":
            return True
        hand = self._sync if tick in ("pull", "subscribe") else self._bot or self._sync
        return hand is None or hand.busy

    async def _decide(self) -> None:
        outfit = self._outfit
        while await outfit.store.patiently(deciding.tick, outfit.forum, now=outfit.clock(), policy=outfit.policy):
            pass
        moment = at(outfit.clock, outfit.policy)
        if await outfit.store.read(revealing.due, outfit.forum, day=moment.day):
            await outfit.store.patiently(revealing.tick, outfit.forum, at=moment, policy=outfit.policy)
            self._engine.wake(self.forum, "push")
        self._engine.wake(self.forum, "delivery", "menu")

    async def _review(self) -> None:
        await self._outfit.store.patiently(touches.everything, self.forum)

    async def _sweep(self) -> None:
        """Wake whoever sleeps although something is due, and whoever alone knows whether it is."""
        outfit = self._outfit
        moment = partial(at, outfit.clock, outfit.policy)
        if await locking.take(outfit.store, self.forum, outfit.requests, moment=moment):
            log.warning("a channel is locked down", action="forum.locked", forum=self.forum)
        calm = await outfit.store.read(quiet.kinds, outfit.forum, now=outfit.clock(), real=real())
        asleep = {name for kind in calm for name in PUMPS[kind]} | {"menu"}
        for hand in (self._bot, self._sync):
            if hand is not None:
                hand.pumping.wake(but=asleep)

    async def _look(self) -> None:
        from sync.links import Checking  # its client takes its time to load

        await Checking(store=self._outfit.store, forum=self.forum).step()

    async def _search(self) -> None:
        outfit = self._outfit
        shared: dict[str, Any] = {"policy": outfit.policy, "clock": outfit.clock}
        if await Searching(store=outfit.store, forum=self.forum, **shared).step():
            self._engine.wake(self.forum, "delivery")

    async def _watch(self) -> None:
        outfit = self._outfit
        parts = [Part.HEARD] if outfit.token else []
        parts += [Part.SENT] if outfit.mailbox else []
        parts += [Part.POST] if outfit.mailbox and outfit.mailbox.post else []
        parts += [Part.READ] if self._sync else []
        watching = Watching(
            store=outfit.store,
            forum=outfit.forum,
            policy=outfit.policy,
            clock=outfit.clock,
            begun=self._begun,
            parts=frozenset(parts),
            backups=outfit.backups,
            certificate=outfit.certificate,
        )
        await watching.tick()


def _ensure(session: Session, outfit: Outfit) -> None:
    locked = forums.ensure(session, outfit.forum, now=outfit.clock(), paused=True).locked
    used = {ChannelName.TELEGRAM: outfit.policy.chats, ChannelName.EMAIL: outfit.policy.mails}
    mailing.use(session, outfit.forum, [name for name, there in used.items() if there and name != locked])
