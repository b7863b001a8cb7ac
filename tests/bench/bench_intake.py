"""How many answers a second are taken in and kept for good, and how soon, beside the chat library's echo bot.

An answer counts from the chat service's hand to the commit: the raw update fetched and stored, the position moved, read
in its lane, the completion and the words recorded as a version of the answer, the measure's own row set, an operation
put for the site's row of each, the echo put into the outbox and *done* kept, with full sync. All of that is counted.
Our echo is not sent here, as it waits for the site and for the bot's pace. The echo bot fetches each update, which
nothing of it outlives, and sends an echo at once, as fast as it can, for the chat service enforces no pace."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot.telegram.polling import Polling
from bot.telegram.wire import make_bot
from forum import inbox, nudges
from forum.enrolment import Address
from forum.inbox import IncomingMessage
from forum.operations import WorkspaceOperation
from forum.outbox import OutgoingMessage
from forum.plan import Completion
from forum.replies import Manner, ReplyVersion
from forum.rounds import Kind
from forum.store.door import Store
from forum.store.migrate import upgrade
from sandbox.botapi import BotApi
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from service.pumps import Pump
from service.run import keep
from tests.bench import crowd
from tests.bench.chat import BEGUN, TOKEN, Chats, chats
from tests.bench.crowd import Size
from tests.bench.rig import Benchmark, Better, Measured, Spec
from tests.bot.town import Town
from tests.bots import PLAIN
from tests.facts import FORUM

# Each body's contact was reminded of one measure, answers at once, and corrects the answer twice.
MEMBERS, EACH = 300, 3
SIZE = Size(bodies=MEMBERS, people=2, rounds=2, measures=4, small=Kind.MANDATORY)
# How soon: answers come at a steady pace, twice as many a second as the bot itself may send.
STEADY = 56.0
PEER = "PTB sequential echo"
# https://www.sqlite.org/pragma.html#pragma_synchronous
FULL = 2
# No run takes so long (seconds). Filling a forum is one unit of work, which no service ever does.
LONGEST, FILLING = 240.0, 900.0


@dataclass
class Kept:
    """The moments (of the monotonic clock) at which answers were kept, or echoed, in their order."""

    want: int
    at: list[float] = field(default_factory=list)
    all: asyncio.Event = field(default_factory=asyncio.Event)

    def note(self, count: int) -> None:
        self.at += [time.monotonic()] * count
        if len(self.at) >= self.want:
            self.all.set()


# Runs until all is kept.
Side = Callable[[Kept], Coroutine[None, None, None]]


def measure() -> Mapping[str, Measured]:
    """One run of each side: all at once, then at a steady pace."""
    with ExitStack() as opened:
        ours = asyncio.run(_of_ours(opened.enter_context(chats()), opened.enter_context(_folder())))
        theirs = asyncio.run(_of_theirs(opened.enter_context(chats())))
    return {
        "intake_durable": Measured(ours[0], theirs[0]),
        "intake_latency_p99_ms": Measured(ours[1] * 1000, theirs[1] * 1000),
    }


def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


async def _of_ours(outside: Chats, folder: str) -> tuple[float, float]:
    url = f"sqlite:///{folder}/forum.sqlite"
    upgrade(url)
    with Store.open(url, unit_seconds=FILLING) as store:
        crowd.settled(store, FORUM, SIZE)
        crowd.decide(store, FORUM, BEGUN)
    with Store.open(url) as store:
        bot = make_bot(TOKEN, outside.base_url)
        await bot.initialize()
        clock = Clock(BEGUN, flowing=True)
        # Only its number is asked for: the service itself is the one in the other process.
        api = BotApi(TOKEN, username="b", ledger=Ledger(clock), clock=clock)
        town = Town(store, api, bot, clock)
        members = await _reminded(town, outside)
        keep()  # as whoever runs the service does once it has started
        found = await _both(outside, members, partial(_take_in, town))
        await bot.shutdown()
        made = store.read_now(_made)
        if made != dict.fromkeys(made, len(members) * (EACH + 1)):
            raise RuntimeError(f"not all was done: {made}")
        return found


async def _reminded(town: Town, outside: Chats) -> list[int]:
    """The chats of the members, each with the reminder of one measure in it."""
    members = town.store.read_now(_contacts)
    outside.start(members)
    while await town.delivery.step():
        pass
    return members


async def _take_in(town: Town, kept: Kept) -> None:
    async def step() -> int:
        count = await town.lanes.step()
        kept.note(count)
        return count

    pump = Pump("lanes", step)
    polling = Polling(store=town.store, forum=FORUM, bot=town.bot, stored=pump.wake)
    running = [asyncio.create_task(pump.run()), asyncio.create_task(polling.run())]
    await kept.all.wait()
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)


def _contacts(session: Session) -> list[int]:
    """The chats that a reminder waits for."""
    asked = select(Address.address).join(OutgoingMessage, OutgoingMessage.person_id == Address.person_id)
    return [int(chat) for chat in session.scalars(asked.where(OutgoingMessage.kind == nudges.KIND))]


def _made(session: Session) -> dict[str, int]:
    """What came of the answers, of each kind as many as there were answers: a rate counts only where all was done."""
    if session.scalar(text("PRAGMA synchronous")) != FULL:
        raise RuntimeError("a commit is not on the disk when it is answered")
    told = ReplyVersion.manner == Manner.TOLD, ReplyVersion.completion == Completion.COMPLETE
    such = {
        "updates stored": [IncomingMessage.body != ""],
        "read": [IncomingMessage.state == inbox.State.DONE, IncomingMessage.error == ""],
        "answers": [*told, ReplyVersion.done.startswith("Darbs "), ReplyVersion.heard_id == IncomingMessage.id],
        "answers' rows to be written": [WorkspaceOperation.noun == "reply"],
        "measures' rows to be written": [WorkspaceOperation.noun == "measure"],
        "echoes": [OutgoingMessage.kind == "echo"],
    }
    return {what: session.scalar(select(func.count()).where(*rows)) or 0 for what, rows in such.items()}


async def _of_theirs(outside: Chats) -> tuple[float, float]:
    members = list(range(1001, 1001 + MEMBERS))
    outside.start(members)
    return await _both(outside, members, partial(_echo, outside.base_url))


async def _echo(base_url: str, kept: Kept) -> None:
    """The library's own way: its updater, its queue in memory, one update after the other."""

    async def answer(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        assert message is not None
        await message.reply_text(str(message.text))
        kept.note(1)

    request = partial(HTTPXRequest, httpx_kwargs=PLAIN)
    builder = Application.builder().token(TOKEN).base_url(base_url).request(request())
    application = builder.get_updates_request(request()).build()
    application.add_handler(MessageHandler(filters.TEXT, answer))
    async with application:
        assert application.updater is not None
        await application.start()
        await application.updater.start_polling()
        await kept.all.wait()
        await application.updater.stop()
        await application.stop()


async def _both(outside: Chats, members: Sequence[int], side: Side) -> tuple[float, float]:
    """Answers a second where all are said at once, and the seconds within which 99 of 100 are kept at a steady pace."""
    for turn in range(EACH):
        outside.say([(chat, f"Izpildīts. Darbs {chat}, {turn}. reizi.") for chat in members])
    hurried = Kept(len(members) * EACH)
    begun = time.monotonic()
    await asyncio.wait_for(side(hurried), LONGEST)
    calm = Kept(len(members))
    running = asyncio.create_task(side(calm))
    await asyncio.sleep(1.0)
    words = [(chat, f"Izpildīts. Darbs {chat} pabeigts.") for chat in members]
    said = await asyncio.to_thread(outside.say_at_pace, words, STEADY)
    await asyncio.wait_for(running, LONGEST)
    took = sorted(at - when for at, when in zip(calm.at, said, strict=True))
    return hurried.want / (hurried.at[-1] - begun), took[int(len(took) * 0.99)]


BENCHMARKS = [
    Benchmark(
        figures={
            "intake_durable": Spec(unit="answers/s", better=Better.MORE, peer=PEER),
            "intake_latency_p99_ms": Spec(unit="ms", better=Better.LESS, peer=PEER),
        },
        measure=measure,
    )
]
