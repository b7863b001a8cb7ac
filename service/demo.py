"""The demo: one page on which the real service is seen at work, with the outside stood in for on this machine."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import sys
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from config import logs
from sandbox import page
from sandbox.clock import Clock
from sandbox.outside import Outside
from service.cast import join
from service.script import COORDINATOR, PARTS, RIGA
from service.stage import Stage, stage

# The working day before the first nudge of the round: turning the clock to Monday brings it.
BEGINS = datetime(2021, 1, 3, 12, 0, tzinfo=RIGA)
MEMBER = "IZM kontaktpersona"

# A visitor should see at once what follows from an edit on the site.
LIVELY = {"pull": 2.0, "decide": 5.0, "sweep": 1.0}

# The other contacts have joined before the page opens; their accounts are numbered from here.
FIRST_OTHER = 3_000_001

# A visitor who switches the site on again should not wait half a minute for it.
RETRY_AFTER = 2

# How long (real time) the page waits for the service after the clock was turned.
SETTLE_SECONDS = 60


def demo(port: int) -> None:
    """Serve the demo until Ctrl-C."""
    logs.configure([], level=logging.WARNING)
    sys.stdout.write("Setting the stage: a site, its sign-in, a chat service, and forumbot itself…\n")
    sys.stdout.flush()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_show(port))


async def _show(port: int) -> None:
    ended = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, ended.set)
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with Outside(Clock(BEGINS, flowing=True), folder) as outside:
            outside.site.retry_after = RETRY_AFTER
            async with stage(outside, f"sqlite:///{folder}/forumbot.sqlite", seconds=LIVELY) as on:
                await on.settle()
                others = [role for role in PARTS if role != MEMBER]
                await join(list((await on.cast(others, first=FIRST_OTHER)).values()), on.settle)
                curtain = await _page(on)
                address = outside.serving.start(curtain.app(), port=port)
                sys.stdout.write(f"The demo stands at {address} – Ctrl-C ends it.\n")
                sys.stdout.flush()
                await ended.wait()
                # A clock that is being turned stops at its next morning; until then it needs the service.
                curtain.close()
                while curtain.busy:  # noqa: ASYNC110 (the page lives on the sandbox's thread)
                    await asyncio.sleep(0.02)


async def _page(on: Stage) -> page.Stage:
    cast = await on.cast([MEMBER, COORDINATOR])
    titles = {MEMBER: "IZM contact", COORDINATOR: "State Chancellery coordinator"}
    actors = [
        page.Actor(
            key=f"member-{number}",
            person=member.account,
            title_lv=role,
            title_en=titles[role],
            invitation=member.token,
        )
        for number, (role, member) in enumerate(cast.items(), 1)
    ]
    outside = on.outside
    return page.Stage(
        outside.clock,
        outside.chat,
        site=outside.site,
        actors=actors,
        service=_Settling(on, asyncio.get_running_loop()),
        ledgers={"telegram": outside.chat_ledger, "sharepoint": outside.site_ledger},
    )


class _Settling:
    """The page lives on the sandbox's thread; the service on this loop."""

    def __init__(self, on: Stage, loop: asyncio.AbstractEventLoop) -> None:
        self._on = on
        self._loop = loop

    def settle(self) -> None:
        """Let the service do what is due; returns when it is done."""
        asyncio.run_coroutine_threadsafe(self._on.settle(), self._loop).result(timeout=SETTLE_SECONDS)
