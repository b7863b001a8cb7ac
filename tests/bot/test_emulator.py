"""The bot against a Bot API that nobody here wrote: a nudge goes out, is answered, and the echo comes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from telegram import Bot
from telegram.error import Conflict

from bot.buttons import Press, seal
from bot.telegram.wire import make_bot
from forum import forums
from forum.outbox import OutgoingMessage
from forum.rounds import Obligation
from forum.store.door import Store
from sandbox.botapi import BotApi
from sandbox.clock import Clock
from tests.bot.conftest import Cast, cast
from tests.bot.town import Town
from tests.databases import Files
from tests.emulator import Caller, Emulator
from tests.facts import FORUM


@pytest.fixture
def emulator(tmp_path: Path) -> Iterator[Emulator]:
    with Emulator(tmp_path / "journal.jsonl") as running:
        yield running


@pytest.fixture
async def emulated(emulator: Emulator) -> AsyncIterator[Bot]:
    made = make_bot(emulator.token, f"{emulator.base}/bot")
    await made.initialize()
    yield made
    await made.shutdown()


@pytest.fixture
def there(sqlite_databases: Files, api: BotApi, emulated: Bot, clock: Clock) -> Iterator[Cast]:
    """One measure under report in a forum whose bot lives on the emulator; ``api`` only numbers the accounts."""
    with Store.open(sqlite_databases.ready()) as store:
        yield cast(Town(store, api, emulated, clock), "2.8")


async def test_nudge_press_text_and_echo(there: Cast, emulator: Emulator) -> None:
    town, number = there.town, 1000 + there.person.id
    caller = Caller(emulator, number)
    await town.decide()
    await town.settle()
    (nudge,) = [one for one in town.all(OutgoingMessage) if one.kind == "nudge" and one.person_id == there.person.id]
    assert nudge.state.value == "sent"

    (duty,) = town.all(Obligation)
    caller.presses(
        int(nudge.external_id or 0),
        seal(town.store.read_now(forums.secret, FORUM), Press(nudge.id, "answer", str(duty.id))),
    )
    await town.settle()
    question = town.all(OutgoingMessage)[-1]
    assert (question.kind, question.state.value) == ("ask-status", "sent")

    caller.says("Izpildīts. Viss atvērts.")
    await town.settle()
    town.written()
    await town.settle()
    assert town.versions() == [("complete", "Viss atvērts.")]
    assert [one.state.value for one in town.all(OutgoingMessage) if one.kind == "echo"] == ["sent"]


async def test_second_poller_is_refused_and_nothing_is_lost(there: Cast, emulator: Emulator) -> None:
    """Whichever of two polls the service ends, that one is told so by name."""
    second = make_bot(emulator.token, f"{emulator.base}/bot")
    await second.initialize()
    other = asyncio.create_task(second.get_updates(timeout=2))
    await asyncio.sleep(0.3)
    results = await asyncio.gather(there.town.polling.fetch(wait=1), other, return_exceptions=True)
    await second.shutdown()
    assert [type(one) for one in results if isinstance(one, BaseException)] == [Conflict]
    Caller(emulator, 1000 + there.person.id).says("Izpildīts. Viss atvērts.")
    await there.town.settle()
    assert there.town.versions() == [("complete", "Viss atvērts.")]
