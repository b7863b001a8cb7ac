"""The service as processes of its own, and an outside in the year that is running now, in which processes live."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sandbox.clock import Clock
from sandbox.outside import Outside
from tests.ports import free_port

FORUMBOT = [sys.executable, "-c", "from service.cli import main; main()"]


@contextmanager
def running(home: dict[str, str], *words: str, log: Path | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """``forumbot run`` with these words, killed at the end; ``log``: where its lines go."""
    with (log or Path("/dev/null")).open("ab") as lines:
        errors = lines if log else subprocess.PIPE
        process = subprocess.Popen([*FORUMBOT, "run", *words], env=home, stderr=errors)
        try:
            yield process
        finally:
            process.kill()
            process.communicate()


@contextmanager
def this_year(folder: Path) -> Iterator[Outside]:
    """An outside with one round that is open now, by a clock that goes."""
    with Outside(Clock(datetime.now(UTC), flowing=True), folder) as standing:
        rounds = standing.site.list("AtskaisuTermini")
        # Days away, so that it is open in any time zone.
        due = datetime.now(UTC).date() + timedelta(days=7)
        first, *others = list(rounds.items)
        for number in others:
            rounds.delete(number)
        rounds.edit(first, {"DueOn": due, "GraceUntil": None, "LockOn": None, "SignBy": None})
        yield standing


@contextmanager
def the_demo() -> Iterator[str]:
    """Where ``forumbot demo`` stands, on a free port and with no settings; ended as by Ctrl-C, and without trouble."""
    port = free_port()
    home = {name: value for name, value in os.environ.items() if not name.startswith("FORUMBOT_")}
    process = subprocess.Popen([*FORUMBOT, "demo", "--port", str(port)], stdout=subprocess.PIPE, text=True, env=home)
    try:
        assert process.stdout is not None
        told = [process.stdout.readline(), process.stdout.readline()]
        assert told[1] == f"The demo stands at http://127.0.0.1:{port} – Ctrl-C ends it.\n"
        yield f"http://127.0.0.1:{port}"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
    finally:
        process.kill()
        process.communicate()
