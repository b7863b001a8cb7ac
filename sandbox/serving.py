"""Serving: one thread with an event loop of its own, on which the sandbox's servers listen on loopback."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import uvicorn
from starlette.types import ASGIApp

T = TypeVar("T")

# How long, in seconds, answers under way may take to end when everything is stopped.
PATIENCE = 0.3


class Serving:
    """Servers on free loopback ports, apart from the loop of whoever asks them.

    Use it as a context manager; ``start`` answers the base address of one more server.
    """

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="sandbox", daemon=True)
        self._servers: list[tuple[uvicorn.Server, asyncio.Future[None]]] = []

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.run(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)
        self._loop.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine on the sandbox's loop and wait for its result (at most 30 s)."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=30)

    def start(
        self, app: ASGIApp, *, port: int = 0, certificate: Path | None = None, ahead: timedelta | None = None
    ) -> str:
        """Serve ``app`` on 127.0.0.1 (``port`` 0: a free one) and answer its address without a slash at the end.

        ``certificate`` is a PEM file with key and chain: then https, and the address says ``localhost``, as
        msal wants a name there. ``ahead``: by how much the server's own clock is wrong; it stands still then.
        """
        # IPPROTO_TCP by name: on a socket of protocol 0 asyncio sets no TCP_NODELAY, and each call waits 44 ms.
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        self.run(self._serve(app, listener, certificate, ahead))
        number = listener.getsockname()[1]
        return f"https://localhost:{number}" if certificate else f"http://127.0.0.1:{number}"

    async def _serve(
        self, app: ASGIApp, listener: socket.socket, certificate: Path | None, ahead: timedelta | None
    ) -> None:
        wrong = [] if ahead is None else [("Date", format_datetime(datetime.now(UTC) + ahead, usegmt=True))]
        server = uvicorn.Server(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                lifespan="off",
                ssl_certfile=str(certificate) if certificate else None,
                headers=wrong,
                date_header=not wrong,
            )
        )
        ended = asyncio.ensure_future(server._serve([listener]))  # no signal handlers: the product has its own
        self._servers.append((server, ended))
        while not server.started:
            if ended.done():
                ended.result()
                raise RuntimeError("a server of the sandbox ended before it listened")
            await asyncio.sleep(0.005)

    async def _stop(self) -> None:
        for server, _ in self._servers:
            server.should_exit = True
        ended = [ended for _, ended in self._servers]
        if ended:
            await asyncio.wait(ended, timeout=PATIENCE)
        for server, _ in self._servers:
            server.force_exit = True
            for connection in list(server.server_state.connections):
                # Somebody still waits for an answer, or vanished in mid-request: it would stay open for ever.
                connection.transport.abort()
        await asyncio.gather(*ended, return_exceptions=True)
        # Whose caller ended in the middle of its handshake is no connection of a server yet.
        waiting: Any = self._loop
        for transport in list(waiting._transports.values()):
            transport.abort()
        # What was aborted closes in the loop's next turns, and the loop ends after this.
        await asyncio.sleep(0.05)
