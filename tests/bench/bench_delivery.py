"""How much of the permitted rate is delivered, and how often the chat service refuses, beside PTB's own limiter."""

from __future__ import annotations

import asyncio
import logging
import tempfile
import time
from collections.abc import Callable, Coroutine, Mapping
from contextlib import ExitStack
from pathlib import Path

from telegram.error import RetryAfter
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.pacing import PER_SECOND, Pacer
from bot.telegram.wire import make_bot
from forum.store.door import Store
from forum.store.migrate import upgrade
from sandbox.botapi import BotApi
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.serving import Serving
from tests.bench.rig import Benchmark, Better, Measured, Spec
from tests.bot.town import Town
from tests.facts import riga

# Messages, one a chat: a round's reminders in a large installation. At 28 a second they take 15 seconds.
MESSAGES = 420
FIRST_CHAT = 1001


def measure() -> Mapping[str, Measured]:
    """The same number of messages, by our delivery and by the client's limiter, to a service that enforces 30 a
    second."""
    ours, our_refusals = _run(_ours)
    peers, peer_refusals = _run(_limiter)
    return {
        "delivery_rate": Measured(ours / PER_SECOND, peers / PER_SECOND),
        "delivery_429s": Measured(our_refusals, peer_refusals),
    }


def _run(send: Callable[[BotApi, str, Path], Coroutine[None, None, float]]) -> tuple[float, int]:
    """Messages a second, and refusals."""
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        serving = opened.enter_context(Serving())
        clock = Clock(riga("2021-01-18 10:42"))
        api = BotApi("123:SECRET", username="b", ledger=Ledger(clock), clock=clock, enforce_limits=True)
        base = serving.start(api.app()) + "/bot"
        taken = asyncio.run(send(api, base, folder))
    asked = [entry["status"] for entry in api.ledger.entries if entry["path"].endswith("/sendMessage")]
    if asked.count(200) != MESSAGES:
        raise RuntimeError(f"{asked.count(200)} of {MESSAGES} messages arrived")
    return MESSAGES / taken, asked.count(429)


async def _ours(api: BotApi, base: str, folder: Path) -> float:
    """The whole of it: taken up from the outbox on disk, worded, sealed, sent, and kept as sent. The seconds from when
    all waited there until all was sent."""
    upgrade(f"sqlite:///{folder}/forum.sqlite")
    with Store.open(f"sqlite:///{folder}/forum.sqlite") as store:
        bot = make_bot(api.token, base)
        await bot.initialize()
        town = Town(store, api, bot, Clock(riga("2021-01-18 10:42")), Pacer())
        people = town.make(lambda facts: [facts.member(f"Kontaktpersona {number}") for number in range(MESSAGES)])
        for person in people:
            town.of(person)
            town.put(person, "welcome-back")
        begun = time.monotonic()
        while await town.delivery.step():
            pass
        taken = time.monotonic() - begun
        await bot.shutdown()
        return taken


async def _limiter(api: BotApi, base: str, folder: Path) -> float:
    """PTB's limiter as it comes; what is refused is sent again after as long as the service says."""
    logging.getLogger("telegram.ext").setLevel(logging.CRITICAL)  # it logs each refusal; they are counted
    for number in range(MESSAGES):
        api.person(FIRST_CHAT + number, "Member").chat.started = True
    bot = ExtBot(
        api.token,
        base_url=base,
        request=HTTPXRequest(connection_pool_size=16, pool_timeout=60, httpx_kwargs={"trust_env": False}),
        rate_limiter=AIORateLimiter(),
    )
    await bot.initialize()
    begun = time.monotonic()
    await asyncio.gather(*(_insist(bot, FIRST_CHAT + number) for number in range(MESSAGES)))
    taken = time.monotonic() - begun
    await bot.shutdown()
    return taken


async def _insist(bot: ExtBot[int], chat: int) -> None:
    while True:
        try:
            await bot.send_message(chat, "Labdien!")
        except RetryAfter as refused:
            wait = refused.retry_after
            await asyncio.sleep(wait if isinstance(wait, int) else wait.total_seconds())
        else:
            return


BENCHMARKS = [
    Benchmark(
        figures={
            "delivery_rate": Spec(unit="of the permitted rate", better=Better.MORE, peer="AIORateLimiter()"),
            "delivery_429s": Spec(unit="refusals", better=Better.LESS, peer="AIORateLimiter()"),
        },
        measure=measure,
    )
]
