"""A bad network between two ends: a TCP proxy that hangs, cuts and delays when told to."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from typing import Self

CHUNK = 65536


class Proxy:
    """Stands before ``host:port`` on a free loopback port (``port``). Use it as a context manager.

    All that it is told holds at once when the call returns, for open connections and new ones alike.
    """

    def __init__(self, port: int, host: str = "127.0.0.1") -> None:
        self._target = host, port
        self.port = 0
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._delay = 0.0
        self._fatal: bytes | None = None
        self._refusing = False
        self._writers: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)

    def hang(self) -> None:
        """Swallow: connections are taken and stay open, and no byte comes through."""
        self._tell(self._flowing.clear)

    def strand(self) -> None:
        """As ``hang``, for ever, but only for the connections there are: new ones are well."""
        self._tell(self._strand)

    def heal(self) -> None:
        """Be a good network again; what was held back comes through."""
        self._tell(self._mend)

    def cut(self) -> None:
        """Break every open connection, and every new one at once."""
        self._tell(self._break)

    def delay(self, seconds: float) -> None:
        """Hold back each piece for so long, both ways."""

        def slow() -> None:
            self._delay = seconds

        self._tell(slow)

    def cut_answer_to(self, words: bytes) -> None:
        """Once, let ``words`` reach the far end, wait until it answered, and break the connection instead."""

        def lie_in_wait() -> None:
            self._fatal = words

        self._tell(lie_in_wait)

    def __enter__(self) -> Self:
        self._thread.start()
        server = asyncio.run_coroutine_threadsafe(
            asyncio.start_server(self._accept, "127.0.0.1", 0), self._loop
        ).result(10)
        self.port = server.sockets[0].getsockname()[1]
        self._server = server
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def _tell(self, what: Callable[[], None]) -> None:
        async def on_the_loop() -> None:
            what()

        asyncio.run_coroutine_threadsafe(on_the_loop(), self._loop).result(10)

    def _mend(self) -> None:
        self._delay, self._refusing, self._fatal = 0.0, False, None
        self._flowing.set()

    def _strand(self) -> None:
        self._flowing.clear()
        self._flowing = asyncio.Event()
        self._flowing.set()

    def _break(self) -> None:
        self._refusing = True
        for writer in self._writers:
            writer.transport.abort()

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = self._loop.create_task(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._refusing:
            writer.transport.abort()
            return
        self._writers.add(writer)
        flowing = self._flowing
        try:
            far_reader, far_writer = await asyncio.open_connection(*self._target)
        except OSError:
            writer.transport.abort()
            return
        self._writers.add(far_writer)
        doomed = asyncio.Event()

        async def asked(piece: bytes) -> bool:
            await flowing.wait()
            if self._fatal and self._fatal in piece:
                self._fatal = None
                doomed.set()
            return True

        async def answered(piece: bytes) -> bool:
            await flowing.wait()
            return not doomed.is_set()

        await asyncio.gather(self._forward(reader, far_writer, asked), self._forward(far_reader, writer, answered))
        self._writers -= {writer, far_writer}

    async def _forward(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, passes: Callable[[bytes], Awaitable[bool]]
    ) -> None:
        try:
            while piece := await reader.read(CHUNK):
                await asyncio.sleep(self._delay)
                if not await passes(piece):
                    break
                writer.write(piece)
                await writer.drain()
        except OSError:
            pass  # broken from outside: the other way ends too, as this end is closed
        finally:
            writer.transport.abort()

    async def _end(self) -> None:
        self._server.close()
        self._break()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
