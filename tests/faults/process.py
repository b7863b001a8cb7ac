"""A process that can be killed and frozen at any moment: the service as `forumbot run` has it, or what it is held
against."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

# A server process reads the code once, and every process is a fork of it: a start costs milliseconds, not a second.
FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload(["tests.faults.process", "service.run", "service.cli", "sync.sharepoint.site"])


def serve(settings: Mapping[str, str], ahead: float) -> None:
    """`forumbot run` with these settings, by a clock that is so many seconds ahead of real time."""
    from config import logs
    from config.settings import read
    from forum.times import real
    from service.run import run

    found = read([], settings)
    logs.configure([secret for one in found for secret in one.secrets()])
    asyncio.run(run(found, clock=lambda: real() + timedelta(seconds=ahead)))


def _begin(log: str, what: Callable[..., None], args: tuple[Any, ...]) -> None:
    with Path(log).open("ab") as out:
        os.dup2(out.fileno(), 2)
    what(*args)


@dataclass
class Process:
    """Runs ``what(*args)``, a function of a module, again and again; its words go to ``log``."""

    what: Callable[..., None]
    args: tuple[Any, ...]
    log: Path
    _running: BaseProcess | None = field(default=None, init=False)

    def start(self) -> None:
        self._running = FORKING.Process(target=_begin, args=(str(self.log), self.what, self.args), daemon=True)
        self._running.start()

    @property
    def ended(self) -> bool:
        """Whether it ended by itself."""
        return self._running is not None and not self._running.is_alive()

    def kill(self) -> None:
        """End it in the middle of whatever it does; nothing where it does not run."""
        running, self._running = self._running, None
        if running is not None:
            running.kill()
            running.join()
            running.close()

    def stop(self) -> None:
        """End it as an operator would."""
        running, self._running = self._running, None
        if running is not None:
            running.terminate()
            running.join(10)
            running.kill()
            running.join()
            running.close()

    def freeze(self, seconds: float) -> None:
        """Stand still for so long, and go on as if nothing had been."""
        os.kill(self.pid, signal.SIGSTOP)
        time.sleep(seconds)
        os.kill(self.pid, signal.SIGCONT)

    @property
    def pid(self) -> int:
        assert self._running is not None
        assert self._running.pid is not None
        return self._running.pid
