"""The demo: one page on which the real service is seen at work, with the outside stood in for on this machine."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import sys
from collections.abc import Coroutine
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import holidays

from config import logs
from sandbox import page
from sandbox.clock import Clock
from sandbox.outside import Outside
from service.acting import account_on_site, follow_up
from service.cast import join
from service.script import COORDINATOR, ON_RECORD, ON_SITE, PARTS, RECORDED, RIGA
from service.stage import Stage, scratch, stage
from words.completions import label

T = TypeVar("T")

# A working day before New Year: the next message is the first nudge on 4 January, past days on which none is sent.
BEGINS = datetime(2020, 12, 29, 10, 0, tzinfo=RIGA)
FORUM = "OGP forums"
MEMBER = "IZM kontaktpersona"
# Answers for several measures at once.
SECOND = ON_SITE
TITLES = {MEMBER: "IZM contact", SECOND: "VID contact", COORDINATOR: "VK coordinator"}
BODIES = {MEMBER: "IZM", SECOND: "VID"}
COUNTRY, YEARS = "LV", (2020, 2021, 2022)

# A visitor should see at once what follows from an edit on the site.
LIVELY = {"pull": 2.0, "decide": 5.0, "sweep": 1.0}

# What those who have joined before the page opens ask: the coordinator, what stands on the site and how many messages
# will go. They ask it again in a visitor's language.
OPENINGS = {COORDINATOR: {"lv": "/sakums", "en": "/overview"}, SECOND: dict.fromkeys(("lv", "en"), "/start")}

# The other contacts have joined before the page opens; their accounts are numbered from here.
FIRST_OTHER = 3_000_001

# A visitor who switches the site on again should not wait half a minute for it.
RETRY_AFTER = 2

# How long (real time) the page waits for the service after the clock was turned.
SETTLE_SECONDS = 60


def demo(port: int) -> None:
    """Serve the demo until Ctrl-C."""
    logs.configure([], level=logging.ERROR)
    sys.stdout.write("Setting the stage: a site, its sign-in, a chat service, and forumbot itself…\n")
    sys.stdout.flush()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_show(port))


async def _show(port: int) -> None:
    ended = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, ended.set)
    with (
        TemporaryDirectory() as folder,
        scratch() as database,
        Outside(Clock(BEGINS, flowing=True), Path(folder)) as outside,
    ):
        outside.site.retry_after = RETRY_AFTER
        october(outside)
        follow_up(outside)
        async with stage(outside, database, seconds=LIVELY, more=_served()) as on:
            await on.settle()
            others = [role for role in PARTS if role not in TITLES]
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


def _served() -> dict[str, str]:
    """Where the service itself serves the members' pages: on another port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    url = f"http://127.0.0.1:{port}"
    return {"FORUMBOT_FORUM__TITLE": FORUM, "FORUMBOT_WEB__PORT": port, "FORUMBOT_WEB__PUBLIC_URL": url}


async def _page(on: Stage) -> page.Stage:
    outside, cast = on.outside, await on.cast(list(TITLES))
    await join([cast[SECOND], cast[COORDINATOR]], on.settle)
    # The page need not wait for the answer, which takes the service a second: it foresees a whole year.
    cast[COORDINATOR].account.says(OPENINGS[COORDINATOR]["lv"])
    actors = [
        page.Actor(
            key=f"member-{number}",
            person=member.account,
            title_lv=role,
            title_en=TITLES[role],
            editor=account_on_site(outside, role),
            body=BODIES.get(role, ""),
            invitation="" if role != MEMBER else member.token,
            opening=OPENINGS.get(role, {}),
        )
        for number, (role, member) in enumerate(cast.items(), 1)
    ]
    return page.Stage(
        outside.clock,
        outside.chat,
        site=outside.site,
        actors=actors,
        service=_Settling(on, asyncio.get_running_loop()),
        ledgers={"telegram": outside.chat_ledger, "sharepoint": outside.site_ledger, "mail": outside.mail_ledger},
        days_off=days_off(),
    )


def october(outside: Outside) -> None:
    """What was on record about the measures in autumn, before the forum was asked for the year's report."""
    rows, editor = outside.site.list("Pasakumi"), account_on_site(outside, COORDINATOR)
    for number, (completion, done) in ON_RECORD.items():
        known = {"Completion": label(completion.value, "lv"), "CompletionOn": RECORDED, "Done": done}
        rows.edit(rows.find("Number", number), known, editor=editor)


def days_off() -> dict[date, tuple[str, str]]:
    """The country's holidays and moved days off, by their names in Latvian and English."""
    here, abroad = (holidays.country_holidays(COUNTRY, years=YEARS, language=each) for each in ("lv", "en_US"))
    return {day: (name, abroad[day]) for day, name in here.items() if not here.is_working_day(day)}


class _Settling:
    """The page lives on the sandbox's thread; the service on this loop."""

    def __init__(self, on: Stage, loop: asyncio.AbstractEventLoop) -> None:
        self._on = on
        self._loop = loop

    def settle(self) -> None:
        """Let the service do what is due; returns when it is done."""
        self._wait(self._on.settle())

    def stop(self) -> None:
        """End the service; what it remembers stays."""
        self._wait(self._on.stop())

    def start(self) -> None:
        """Begin the service anew over what it remembers."""
        self._wait(self._on.start())

    def worksheet(self, name: str) -> str:
        """The address of a person's worksheet page, by a fresh link; empty while the service is off."""
        return self._wait(self._on.worksheet(name))

    def _wait(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=SETTLE_SECONDS)
