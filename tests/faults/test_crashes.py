"""Crashes at every step, in any order: wherever it all ends, memory and chats agree afterwards."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from bot.channel import Spoken
from bot.delivery import Delivery
from bot.telegram.wire import make_bot
from forum import doubts
from forum.outbox import OutgoingMessage, State
from forum.people import Person, Role
from forum.store.door import Store
from sandbox.botapi import BotApi
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.serving import Serving
from tests.bot.town import Town, unhurried
from tests.databases import Files
from tests.facts import Facts, riga

WORLDS, STEPS = 15, 20
# So many crossings of a border (a unit of work, a send) are passed at most before the process ends.
FAR = 12


class Ended(BaseException):
    """The process is no more: nothing of it may do anything from here on."""


@dataclass
class Fate:
    """Ends the process at a border, after so many of them (None: never)."""

    left: int | None = None
    ended: bool = False

    def border(self) -> None:
        if self.ended:
            raise Ended
        if self.left is not None:
            self.left -= 1
            self.ended = self.left < 0
        if self.ended:
            raise Ended


class MortalStore(Store):
    """The memory as a process has it that may end before and after each unit of work."""

    def __init__(self, real: Store, fate: Fate) -> None:
        self._real, self._fate = real, fate

    async def do(self, verb: Any, *args: Any, **kwargs: Any) -> Any:
        return await self._asked(self._real.do, verb, *args, **kwargs)

    async def first(self, verb: Any, *args: Any, **kwargs: Any) -> Any:
        return await self._asked(self._real.first, verb, *args, **kwargs)

    async def patiently(self, verb: Any, *args: Any, **kwargs: Any) -> Any:
        return await self._asked(self._real.patiently, verb, *args, **kwargs)

    async def _asked(self, way: Any, verb: Any, *args: Any, **kwargs: Any) -> Any:
        self._fate.border()
        found = await way(verb, *args, **kwargs)
        self._fate.border()
        return found

    async def read(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        self._fate.border()
        return await self._real.read(query, *args, **kwargs)


class MortalChannel:
    """The channel as a process has it that may end before a send, and before it hears of the answer."""

    name = "telegram"

    def __init__(self, real: Any, fate: Fate) -> None:
        self._real, self._fate = real, fate

    async def send(self, address: str, spoken: Spoken, *, edits: str | None) -> str:
        self._fate.border()
        number: str = await self._real.send(address, spoken, edits=edits)
        self._fate.border()
        return number

    async def toast(self, press: str, text: str) -> None:
        self._fate.border()
        await self._real.toast(press, text)

    def link(self, token: str) -> str:
        return str(self._real.link(token))


class Careless(Delivery):
    """A delivery that commits what it took up only after it was sent."""

    async def recover(self) -> int:
        return await self.store.do(_as_if_never_taken_up)


def _as_if_never_taken_up(session: Any) -> int:
    """What is found being sent was not committed as such by whoever sends first: it waits still."""
    rows = session.query(OutgoingMessage).filter(OutgoingMessage.state == State.SENDING).all()
    for row in rows:
        row.state = State.PENDING
    return len(rows)


@dataclass
class World:
    """One forum, its chats, and a process that ends and begins again. ``make`` makes its delivery."""

    town: Town
    make: type[Delivery]
    run: Callable[[Any], Any]
    members: list[Person] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    first: dict[int, int] = field(default_factory=dict)
    fate: Fate = field(default_factory=Fate)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def begin(self, borders: int | None) -> None:
        """A new process, which passes so many borders."""
        self.town.pacer = unhurried()
        self.town.restart()
        self.fate = Fate(borders)
        town = self.town
        (carrier,) = town.delivery.carriers.values()
        channel: Any = MortalChannel(carrier.channel, self.fate)
        store = MortalStore(town.store, self.fate)
        carriers = {channel.name: replace(carrier, channel=channel)}
        parts = {name: getattr(town.delivery, name) for name in ("forum", "policy", "clock")}
        town.delivery = self.make(**parts, store=store, carriers=carriers)
        town.lanes = replace(town.lanes, store=store, channel=channel)
        town.polling = replace(town.polling, store=store)

    def lives(self, borders: int | None) -> None:
        """A process begins, recovers, decides and does all that is due, until it ends."""
        self.begin(borders)
        self.run(self._life())

    async def _life(self) -> None:
        with suppress(Ended):
            await self._works()
        # What was under way beside it ends at its next border.
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*others, return_exceptions=True)

    async def _works(self) -> None:
        town = self.town
        await town.delivery.recover()
        await town.decide()
        while sum([await town.polling.fetch(wait=0), await town.lanes.step(), await town.delivery.step()]):
            pass

    def says(self, which: int) -> None:
        account = self.town.of(self.members[which])
        self.said.append(f"Darbs {next(self.numbers)}.")
        if which in self.first:
            account.edits(self.first[which], self.said[-1])
        else:
            self.first[which] = account.says(self.said[-1])

    def troubles(self) -> list[str]:
        """What memory and chats do not agree about."""
        recorded = Counter(words for _, words in self.town.versions())
        told = [f"{words} is recorded {recorded[words]} times" for words in self.said if recorded[words] != 1]
        sends = Counter(self._key(one) for one in self.town.asked("sendMessage") if one["status"] == 200)
        told += [f"{key} was sent {times} times" for key, times in sends.items() if times > 1]
        rows = self.town.all(OutgoingMessage)
        told += [f"{row.id} is left {row.state}" for row in rows if row.state is State.SENDING]
        cards = {row.values["doubt"] for row in rows if row.kind == doubts.CARD and row.state is State.SENT}
        for row in rows:
            if row.state is State.UNKNOWN and row.kind != doubts.CARD and row.doubt not in cards:
                told.append(f"{row.id} {row.kind} is in doubt, and nobody was shown it")
        return told

    def _key(self, sent: dict[str, Any]) -> str:
        rows = (sent["body"].get("reply_markup") or {}).get("inline_keyboard") or []
        return rows[0][0]["callback_data"].partition(".")[0] if rows else str(sent["body"])


Worlds = Callable[[type[Delivery]], World]


class Machine(RuleBasedStateMachine):
    """What members and a coordinator may do, and a process that ends anywhere."""

    begin: Worlds

    def __init__(self) -> None:
        super().__init__()
        self.world = self.begin(Delivery)

    @rule(which=some.integers(0, 2))
    def a_member_answers(self, which: int) -> None:
        self.world.says(which)

    @rule(borders=some.integers(0, FAR))
    def a_process_lives_and_ends(self, borders: int) -> None:
        self.world.lives(borders)

    @rule()
    def the_chat_service_breaks_off(self) -> None:
        self.world.town.api.next_faults.append(("cut",))

    def teardown(self) -> None:
        self.world.town.api.next_faults.clear()
        for _ in range(3):
            self.world.town.pass_time()
            self.world.town.clock.advance(doubts.CARD_PAUSE)
            self.world.lives(None)
        assert self.world.troubles() == []


@pytest.fixture
def worlds(serving: Serving, sqlite_databases: Files) -> Iterator[Worlds]:
    """Makes worlds in which messages are delivered so."""
    with asyncio.Runner() as runner, ExitStack() as stack:

        def begin(make: type[Delivery]) -> World:
            clock = Clock(riga("2021-01-18 10:42"))
            api = BotApi("1:A", username="ogp_forums_bot", ledger=Ledger(clock), clock=clock, enforce_limits=False)
            bot = make_bot(api.token, serving.start(api.app()) + "/bot")
            runner.run(bot.initialize())
            stack.callback(lambda: runner.run(bot.shutdown()))
            store = stack.enter_context(Store.open(sqlite_databases.ready()))
            town = Town(store, api, bot, clock)
            members = town.make(_people)
            for person in town.all(Person):
                town.of(person)
            return World(town, make, runner.run, members)

        yield begin


@pytest.fixture
def serving() -> Iterator[Serving]:
    with Serving() as running:
        yield running


def _people(facts: Facts) -> list[Person]:
    facts.member("VK koordinators", facts.body("VK"), role=Role.COORDINATOR)
    members = []
    for code in ("VARAM", "IZM", "KM"):
        body = facts.body(code)
        members.append(facts.member(f"{code} kontaktpersona", body))
        facts.measure(f"2.{body.id}", body)
    facts.round()
    facts.opened("2021-01-18")
    return members


def test_wherever_a_process_ends_nothing_is_lost_or_doubled(worlds: Worlds) -> None:
    wanted = settings(
        max_examples=WORLDS,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    run_state_machine_as_test(type("Crashing", (Machine,), {"begin": staticmethod(worlds)}), settings=wanted)


@pytest.mark.parametrize(("make", "caught"), [(Delivery, False), (Careless, True)])
def test_sending_before_keeping_is_caught(worlds: Worlds, make: type[Delivery], *, caught: bool) -> None:
    """A process that ends at one border after the other comes by every one of them."""
    world = worlds(make)
    for borders in range(FAR * 2):
        world.lives(borders)
    found = [one for one in world.troubles() if re.search(r"was sent \d+ times", one)]
    assert (found != []) is caught
