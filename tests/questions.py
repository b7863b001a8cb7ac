"""Questions: what the databases are asked while something goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event


@contextmanager
def asked(of: Any = Engine) -> Iterator[list[tuple[str, Any]]]:
    """The statements that were executed meanwhile, each with its values; of all databases, or over one connection."""
    found: list[tuple[str, Any]] = []

    def note(_: object, __: object, statement: str, given: Any, *___: object) -> None:
        found.append((statement, given))

    event.listen(of, "before_cursor_execute", note)
    yield found
    event.remove(of, "before_cursor_execute", note)
