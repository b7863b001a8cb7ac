"""The scale engine: wakes go over PostgreSQL, by procrastinate, to whichever process or machine does the work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256

import structlog
from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Status

from forum.store.postgresql import conninfo
from service.engines.layout import SCHEMA

log = structlog.get_logger()

# The library's worker looks by itself so often (seconds), should the server's word that something came be lost.
LOOKS = 5.0
# After trouble the engine tries again after so long. Meanwhile every pump finds its work by itself.
TROUBLE_PAUSE = 1.0
# A worker of the library that gave no sign of life for so long is gone; what it was carrying is finished as failed.
STALLED = 30.0
# Ctrl-C ends the service within three seconds, and this comes last.
STOP_SECONDS = 0.8
WAKE = "wake"


class Scale:
    """Wakes the pumps of all processes that work over the database at ``url``.

    A wake for this process is a call. One for others is a job in the queue of that pump, which waits there until
    somebody hears it; while one waits, another like it is not added. It has a queueing lock and no lock: with both, a
    job whose worker died would hold up all that came after it.
    """

    def __init__(self, url: str) -> None:
        self._woken: dict[tuple[str, str], Callable[[], None]] = {}
        self._to_wake: dict[tuple[str, str], None] = {}  # a set that keeps its order
        self._more, self._changed = asyncio.Event(), asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        connector = PsycopgConnector(
            conninfo=conninfo(url), kwargs={"options": f"-c search_path={SCHEMA}"}, min_size=1, max_size=4, timeout=5
        )
        self._app = App(connector=connector)
        self._app.task(name=WAKE)(self._carried)

    async def start(self) -> None:
        """Begin to carry; a database that is away is waited for."""
        self._task = asyncio.create_task(self._run(), name="engine")

    async def stop(self) -> None:
        """Carry no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task], timeout=STOP_SECONDS)

    def hear(self, forum: str, pump: str, woken: Callable[[], None]) -> None:
        self._woken[forum, pump] = woken
        self._changed.set()

    def forget(self, forum: str, pump: str) -> None:
        self._woken.pop((forum, pump), None)
        self._changed.set()

    def wake(self, forum: str, *pumps: str) -> None:
        for pump in pumps:
            if woken := self._woken.get((forum, pump)):
                woken()
            else:
                self._to_wake[forum, pump] = None
                self._more.set()

    async def _carried(self, forum: str, pump: str) -> None:
        """A wake has arrived; where the work went elsewhere meanwhile, that process looked when it began it."""
        if woken := self._woken.get((forum, pump)):
            woken()

    async def _run(self) -> None:
        while True:
            try:
                async with self._app.open_async(), asyncio.TaskGroup() as parts:
                    for part in (self._send, self._listen, self._tidy):
                        parts.create_task(part(), name=part.__name__)
            except Exception as trouble:
                log.warning("wakes are not carried just now", action="engine.trouble", trouble=_names(trouble))
                await asyncio.sleep(TROUBLE_PAUSE)

    async def _send(self) -> None:
        while True:
            await self._more.wait()
            self._more.clear()
            while self._to_wake:
                forum, pump = next(iter(self._to_wake))
                del self._to_wake[forum, pump]
                await self._defer(forum, pump)

    async def _defer(self, forum: str, pump: str) -> None:
        job = self._app.configure_task(WAKE, queue=queue_of(forum, pump), queueing_lock=f"{forum}/{pump}")
        with suppress(AlreadyEnqueued):  # one is on its way
            await job.defer_async(forum=forum, pump=pump)

    async def _listen(self) -> None:
        """Run the library's worker on the queues of what this process does, anew whenever that changes."""
        while True:
            self._changed.clear()
            queues = sorted(queue_of(*key) for key in self._woken)
            changed = asyncio.create_task(self._changed.wait())
            worker = asyncio.create_task(self._work(queues)) if queues else None
            try:
                await asyncio.wait([one for one in (changed, worker) if one], return_when=asyncio.FIRST_COMPLETED)
            finally:
                changed.cancel()
                if worker is not None:
                    worker.cancel()
                    await asyncio.gather(worker, return_exceptions=True)
            if not self._changed.is_set():
                raise ConnectorException("the worker ended by itself")

    async def _work(self, queues: list[str]) -> None:
        await self._app.run_worker_async(
            queues=queues,
            install_signal_handlers=False,
            delete_jobs="always",
            fetch_job_polling_interval=LOOKS,
            shutdown_graceful_timeout=STOP_SECONDS / 2,
            stalled_worker_timeout=STALLED,
        )

    async def _tidy(self) -> None:
        """Finish what a worker that died was carrying. Nothing is lost with it: whoever goes on looks for its work."""
        while True:
            for job in await self._app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED):
                await self._app.job_manager.finish_job(job, status=Status.FAILED, delete_job=True)
            await asyncio.sleep(STALLED)


def queue_of(forum: str, pump: str) -> str:
    """The queue of a pump. PostgreSQL lets a channel have 63 characters, of which the library leaves 40."""
    return f"{forum[:20]}.{pump}.{sha256(forum.encode()).hexdigest()[:8]}"


def _names(trouble: Exception) -> list[str]:
    """The troubles' names alone: their texts may hold an address."""
    inside = trouble.exceptions if isinstance(trouble, ExceptionGroup) else [trouble]
    return sorted({type(one).__name__ for one in inside})
