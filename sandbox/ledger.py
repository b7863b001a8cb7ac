"""Ledgers: all that the outside was asked and what it answered, one object a request."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from sandbox.clock import Clock

Entry = dict[str, Any]


class Ledger:
    """A list of requests that only grows; kept in memory, and line by line in a file where one is named.

    An entry holds ``at`` (real time) and ``clock`` (forum time), both ISO 8601 with an offset, ``method`` or
    ``verb``, ``path``, ``body`` (decoded to an object), ``status`` and ``answer`` (whole).
    """

    def __init__(self, clock: Clock, file: Path | None = None) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._entries: list[Entry] = []
        self._file = file
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(b"")

    def write(self, *, path: str, body: Any, status: int, answer: Any, **how: Any) -> None:
        """Record one request; ``how`` is ``method=`` or ``verb=``, and whatever else tells the request."""
        entry = {
            "at": datetime.now(UTC).isoformat(),
            "clock": self._clock.now().isoformat(),
            **how,
            "path": path,
            "body": body,
            "status": status,
            "answer": answer,
        }
        with self._lock:
            self._entries.append(entry)
            if self._file is not None:
                with self._file.open("ab") as out:
                    out.write(orjson.dumps(entry) + b"\n")

    @property
    def entries(self) -> list[Entry]:
        """A copy of all entries so far, oldest first."""
        with self._lock:
            return list(self._entries)
