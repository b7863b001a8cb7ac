"""What the tests of the bot may ask for: a town with a coordinator and a member, on a morning ten working days
before a round is due."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import pytest
from telegram import Bot

from bot.telegram.wire import make_bot
from forum.people import Institution, Person, Role
from forum.plan import Measure
from forum.store.door import Store
from sandbox.botapi import BotApi
from sandbox.botapi import Person as Account
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.serving import Serving
from tests.bot.town import Town
from tests.databases import Files
from tests.facts import Facts, riga


@pytest.fixture(scope="session")
def serving() -> Iterator[Serving]:
    with Serving() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    """Forum time, which stands still."""
    return Clock(riga("2021-01-18 10:42"))


@pytest.fixture
def api(clock: Clock) -> BotApi:
    """The chat service of one bot; its pace is not enforced."""
    return BotApi("123:SECRET", username="ogp_forums_bot", ledger=Ledger(clock), clock=clock, enforce_limits=False)


@pytest.fixture
async def bot(serving: Serving, api: BotApi) -> AsyncIterator[Bot]:
    """The client that the service itself uses."""
    made = make_bot(api.token, serving.start(api.app()) + "/bot")
    await made.initialize()
    yield made
    await made.shutdown()


@pytest.fixture
def town(sqlite_databases: Files, api: BotApi, bot: Bot, clock: Clock) -> Iterator[Town]:
    """An empty forum on SQLite, and the chat service."""
    with Store.open(sqlite_databases.ready()) as store:
        yield Town(store, api, bot, clock)


@pytest.fixture
def either_town(store: Store, api: BotApi, bot: Bot, clock: Clock) -> Town:
    """An empty forum on each kind of database, and the chat service."""
    return Town(store, api, bot, clock)


@dataclass
class Cast:
    """A body with a contact who has joined and measures under report, and a coordinator who has joined."""

    town: Town
    body: Institution
    person: Person
    coordinator: Person
    measures: list[Measure]

    @property
    def member(self) -> Account:
        return self.town.of(self.person)

    @property
    def chief(self) -> Account:
        """The coordinator's chat."""
        return self.town.of(self.coordinator)


def cast(town: Town, *numbers: str) -> Cast:
    """Set these measures under report, due on 1 February 2021."""

    def make(facts: Facts) -> Cast:
        chancellery, body = facts.body("VK"), facts.body("VARAM")
        coordinator = facts.member("VK koordinators", chancellery, role=Role.COORDINATOR)
        person = facts.member("VARAM kontaktpersona", body)
        measures = [facts.measure(number, body) for number in numbers]
        facts.round()
        facts.opened("2021-01-18")
        return Cast(town, body, person, coordinator, measures)

    made = town.make(make)
    for person in (made.person, made.coordinator):
        town.of(person)  # a chat account, which has pressed Start
    return made


@pytest.fixture
def one(town: Town) -> Cast:
    """One measure under report."""
    return cast(town, "2.8")


@pytest.fixture
def two(town: Town) -> Cast:
    """Two measures under report."""
    return cast(town, "2.8", "2.10")


@pytest.fixture
def many(town: Town) -> Cast:
    """A coordinator, and ten bodies with a measure and a contact who has joined each; VARAM has two measures."""

    def make(facts: Facts) -> Cast:
        coordinator = facts.member("VK koordinators", facts.body("VK"), role=Role.COORDINATOR)
        facts.member("VK otrs koordinators", role=Role.COORDINATOR)
        bodies = [facts.body(code) for code in ("VARAM", *(f"B{number}" for number in range(9)))]
        members = [facts.member(f"{body.code} kontaktpersona", body) for body in bodies]
        measures = [facts.measure(f"1.{number}", body) for number, body in enumerate(bodies, 1)]
        facts.measure("2.1", bodies[0])
        facts.round()
        facts.opened("2021-01-18")
        return Cast(town, bodies[0], members[0], coordinator, measures)

    made = town.make(make)
    for person in town.all(Person):
        town.of(person)
    return made
