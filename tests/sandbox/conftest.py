"""The sandbox's Bot API and a bot at its door, for the tests of the sandbox."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram.ext import ExtBot

from sandbox.botapi import BotApi, Person
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.serving import Serving
from tests.bots import PLAIN, bot_at
from tests.emulator import Emulator
from tests.rehearsal import Rehearsal
from tests.visiting import START
from tests.waiting import PATIENCE

Ask = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


@pytest.fixture(scope="session")
def outside() -> Iterator[Serving]:
    with Serving() as serving:
        yield serving


@pytest.fixture
def api() -> BotApi:
    """One bot's service on 4 January 2021, with its pace not enforced."""
    clock = Clock(datetime(2021, 1, 4, 9, 0, tzinfo=UTC))
    ledger = Ledger(clock)
    return BotApi("123:SECRET", username="ogp_forums_bot", ledger=ledger, clock=clock, enforce_limits=False)


@pytest.fixture
def base(outside: Serving, api: BotApi) -> str:
    return outside.start(api.app())


@pytest.fixture
def member(api: BotApi) -> Person:
    """A person who has pressed Start; her ``/start`` is message 1."""
    person = api.person(77, "Member")
    person.start()
    return person


@pytest.fixture
async def bot(api: BotApi, base: str) -> AsyncIterator[ExtBot[None]]:
    async with bot_at(base, api.token) as bot:
        yield bot


@pytest.fixture
async def ask(api: BotApi, base: str) -> AsyncIterator[Ask]:
    """Ask a method with plain JSON, and see the whole answer."""
    async with httpx.AsyncClient(base_url=f"{base}/bot{api.token}/", **PLAIN) as client:

        async def call(method: str, **params: Any) -> dict[str, Any]:
            answer = await client.post(method, json=params)
            body: dict[str, Any] = answer.json()
            assert answer.status_code == body.get("error_code", 200)
            return body

        yield call


@pytest.fixture(scope="session")
def emulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emulator]:
    """A Bot API that nobody here wrote."""
    journal: Path = tmp_path_factory.mktemp("emulator") / "journal.jsonl"
    with Emulator(journal) as running:
        yield running


@pytest.fixture
def rehearsal() -> Iterator[Rehearsal]:
    with Rehearsal(START) as running:
        yield running


@pytest.fixture
async def page(rehearsal: Rehearsal) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=rehearsal.address, verify=False, trust_env=False, timeout=PATIENCE) as client:
        yield client
