"""How long anything waits at the most while a line to the database, to the site or to the chat service is silent."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import make_url
from telegram.error import TelegramError

from bot.channel import InDoubt, Spoken
from bot.telegram.polling import Polling
from bot.telegram.wire import TelegramChannel, make_bot
from config.settings import read
from forum import forums, inbox
from forum.store.door import Store
from forum.store.errors import StoreError
from sandbox.clock import Clock
from sandbox.outside import Outside
from service.parts import workspace
from service.stage import environment
from sync.workspace import WorkspaceError
from tests.bench.rig import Benchmark, Better, Measured, Spec
from tests.databases import Server, postgres_server
from tests.facts import FORUM
from tests.proxy import Proxy

CHAT = 77


def measure() -> Mapping[str, Measured]:
    """All lines fall silent at once; the longest wait of all counts."""
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        server = Server(opened.enter_context(postgres_server()))
        outside = opened.enter_context(Outside(Clock(datetime.now(UTC), flowing=True), folder))
        return {"hang_longest_s": Measured(asyncio.run(_waits(outside, server.ready(), opened)))}


async def _waits(outside: Outside, url: str, opened: ExitStack) -> float:
    behind = partial(_behind, opened)
    memory, there = behind(make_url(url).port), behind(urlsplit(outside.site_url).port)
    chat = behind(urlsplit(outside.base_url).port)
    store = opened.enter_context(Store.open(make_url(url).set(port=memory.port).render_as_string(hide_password=False)))
    store.do_now(forums.ensure, FORUM, now=datetime.now(UTC))
    settings = environment(outside, url)
    settings |= {"FORUMBOT_SHAREPOINT__SITE_URL": f"http://127.0.0.1:{there.port}{outside.site.path}"}
    site = workspace(read([], settings)[0])
    assert site is not None
    bot = make_bot(outside.token, f"http://127.0.0.1:{chat.port}/bot")
    await bot.initialize()
    await asyncio.to_thread(site.open)
    outside.chat.person(CHAT, "Member").chat.started = True
    with Store.open(url, reading=True) as well:
        polling = Polling(store=well, forum=FORUM, bot=bot, stored=lambda: None)
        for line in (memory, there, chat):
            line.hang()
        calls: tuple[Callable[[], Awaitable[object]], ...] = (
            partial(store.do, inbox.position, FORUM, "telegram"),
            partial(asyncio.to_thread, site.open),
            polling.fetch,
            partial(TelegramChannel(bot).send, str(CHAT), Spoken(html="Labdien!"), edits=None),
        )
        return max(await asyncio.gather(*map(_wait, calls)))


def _behind(opened: ExitStack, port: int | None) -> Proxy:
    return opened.enter_context(Proxy(port or 0))


async def _wait(call: Callable[[], Awaitable[object]]) -> float:
    """Seconds until this gives up."""
    begun = time.monotonic()
    try:
        await call()
    except (StoreError, WorkspaceError, TelegramError, InDoubt):
        return time.monotonic() - begun
    raise RuntimeError("a silent line was heard")


BENCHMARKS = [
    Benchmark(figures={"hang_longest_s": Spec(unit="s, of 15 at the most", better=Better.LESS)}, measure=measure)
]
