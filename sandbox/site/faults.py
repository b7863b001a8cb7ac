"""Troubles on order: which request runs into one, and what that does to its answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from starlette.responses import Response
from starlette.types import Receive, Scope, Send


@dataclass(frozen=True)
class Fault:
    """Answers gone wrong, ``times`` of them, of requests with ``path`` in their path and of this ``method`` (any: "").

    ``status`` stands in for the answer, after the work where ``done``, else instead of it. The others spoil an answer
    whose work was done: ``cut`` sends so many bytes of the body and drops the line, ``delay`` lets so many seconds pass
    before it (longer than a client waits: a time-out after the write was done), or, with ``pieces``, between so many
    pieces of it; ``body`` and ``content_type`` come in place of the real ones. ``beyond``: only of requests that want
    more rows than this. ``first`` happens just before the work, as by another's hand.
    """

    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    done: bool = False
    path: str = ""
    method: str = ""
    times: int = 1
    delay: float = 0.0
    pieces: int = 0
    beyond: int = 0
    body: bytes | None = None
    content_type: str | None = None
    first: Callable[[], object] | None = None

    @property
    def spoils(self) -> bool:
        """Whether an answer is sent otherwise than it was made."""
        return bool(self.delay or self.cut is not None or self.body is not None or self.content_type)


def take(faults: list[Fault], method: str, path: str, *, rows: int = 0) -> Fault | None:
    """The first trouble that such a request, for so many rows, runs into, one time less on the list."""
    for place, fault in enumerate(faults):
        if fault.path in path and fault.method in ("", method) and (not fault.beyond or rows > fault.beyond):
            faults[place : place + 1] = [replace(fault, times=fault.times - 1)] if fault.times > 1 else []
            return fault
    return None


class Spoilt(Response):
    """An answer as a trouble lets it out."""

    def __init__(self, whole: Response, fault: Fault) -> None:
        headers = {name: text for name, text in whole.headers.items() if name != "content-length"}
        if fault.content_type is not None:
            headers["content-type"] = fault.content_type
        # An answer of 204 has no room for a body.
        status = 200 if fault.body is not None and whole.status_code == 204 else whole.status_code
        super().__init__(whole.body if fault.body is None else fault.body, status, headers)
        self._fault = fault

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._fault.pieces:
            await self._dripping(send)
            return
        await asyncio.sleep(self._fault.delay)
        if self._fault.cut is None:
            await super().__call__(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        part = bytes(self.body)[: self._fault.cut]
        # More is promised and never sent: the server closes the line when this returns.
        await send({"type": "http.response.body", "body": part, "more_body": True})

    async def _dripping(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        body, size = bytes(self.body), -(-len(self.body) // self._fault.pieces)
        for start in range(0, len(body), size):
            await send({"type": "http.response.body", "body": body[start : start + size], "more_body": True})
            await asyncio.sleep(self._fault.delay)
        await send({"type": "http.response.body", "body": b"", "more_body": False})
