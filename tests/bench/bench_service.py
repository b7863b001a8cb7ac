"""How soon the service is ready and how much memory it takes, beside the chat library and a bot that only echoes; both
as installed, with their modules compiled already, as pip leaves the library's."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx

from forum.store.migrate import upgrade
from sandbox.clock import Clock
from sandbox.outside import Outside
from service.stage import environment
from tests.bench.rig import Benchmark, Better, Measured, Spec
from tests.ports import free_port
from tests.processes import FORUMBOT

STARTS = ("cold_start", "help_start")
LONGEST = 120.0
# By then the site has been read, whose reading takes the most, and what was needed once is let go.
SETTLED = 10.0

IMPORT = "import telegram.ext"
# The library's own way: its updater, its queue in memory, one handler.
ECHO = """
import sys
from telegram.ext import Application, MessageHandler, filters
async def echo(update, context):
    await update.message.reply_text(update.message.text)
application = Application.builder().token(sys.argv[1]).base_url(sys.argv[2]).build()
application.add_handler(MessageHandler(filters.TEXT, echo))
application.run_polling()
"""


def cold_start() -> Mapping[str, Measured]:
    """Seconds from `run` to the first yes of /readyz, for `--help`, and for an import of the chat library."""
    with _outside() as (_, home, port):
        begun = time.monotonic()
        with _running([*FORUMBOT, "run"], home):
            _wait(lambda: _ready(port))
            ready = time.monotonic() - begun
        peer, help_ = (_took(command, home) for command in ([sys.executable, "-c", IMPORT], [*FORUMBOT, "--help"]))
    return {"cold_start": Measured(ready, peer), "help_start": Measured(help_, peer)}


def _took(command: list[str], home: Mapping[str, str]) -> float:
    """Seconds that a command takes."""
    begun = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=home)
    return time.monotonic() - begun


def memory() -> Mapping[str, Measured]:
    """Resident memory in MB of the service that has read its site and polls, and of an echo bot that polls."""
    with _outside() as (outside, home, port):
        with _running([*FORUMBOT, "run"], home) as process:
            _wait(lambda: _ready(port) and _polled(outside))
            time.sleep(SETTLED)
            ours = _resident(process)
        before = len(outside.chat_ledger.entries)
        with _running([sys.executable, "-c", ECHO, outside.token, outside.base_url], home) as process:
            _wait(lambda: _polled(outside, since=before))
            time.sleep(SETTLED)
            theirs = _resident(process)
    return {"service_memory_mb": Measured(ours, theirs)}


@contextmanager
def _outside() -> Iterator[tuple[Outside, dict[str, str], int]]:
    """An outside, the settings of a service that meets it over a fresh database, and the port of its pages."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        with Outside(Clock(datetime.now(UTC), flowing=True), Path(folder) / "outside") as outside:
            url = f"sqlite:///{folder}/forumbot.sqlite"
            upgrade(url)
            given = environment(outside, url) | {"FORUMBOT_WEB__PORT": str(port)}
            yield outside, {**_compiled(Path(folder) / "bytecode"), **given}, port


def _compiled(folder: Path) -> dict[str, str]:
    """An environment in which all modules are compiled: whether Python keeps that is for whoever runs this to say."""
    home = {name: word for name, word in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    home["PYTHONPYCACHEPREFIX"] = str(folder)
    subprocess.run([sys.executable, "-c", f"import service.cli, service.run; {IMPORT}"], check=True, env=home)
    return home


@contextmanager
def _running(command: list[str], home: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, env=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _wait(true: Callable[[], bool]) -> None:
    end = time.monotonic() + LONGEST
    while not true():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.01)


def _ready(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/readyz", trust_env=False).status_code == 200
    except httpx.ConnectError:
        return False


def _polled(outside: Outside, *, since: int = 0) -> bool:
    """Whether the bot has made itself known, which it does before it listens."""
    return any(one["path"].endswith("getMe") for one in outside.chat_ledger.entries[since:])


def _resident(process: subprocess.Popen[bytes]) -> float:
    """Linux tells it in kB."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


BENCHMARKS = [
    Benchmark(
        figures={name: Spec(unit="s", better=Better.LESS, peer="import of telegram.ext") for name in STARTS},
        measure=cold_start,
    ),
    Benchmark(
        figures={"service_memory_mb": Spec(unit="MB", better=Better.LESS, peer="an echo bot with PTB's updater")},
        measure=memory,
    ),
]
