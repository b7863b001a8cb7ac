"""Sizes: how many rows of a list are asked for at once; fewer, where the site takes too long to answer for many."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sync.workspace import WorkspaceSlow

T = TypeVar("T")

# A list that is slow even with so few rows a page has another trouble than its size.
FEWEST = 100
# A quarter and not half: a site that is silent altogether is given up after four waits, not after seven.
LESS = 4


class Sizes:
    """So many rows a page at ``most``; what became of that is remembered by list until the list was read to its end, so
    that a reading that broke off goes on at the size that went well."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._sizes: dict[str, int] = {}

    def ask(self, which: str, page: Callable[[int], T]) -> T:
        """The answer of ``page``, which is told how many rows of this list to ask for. Raises WorkspaceSlow: it is no
        better with the fewest."""
        while True:
            size = self._sizes.get(which, self._most)
            try:
                return page(size)
            except WorkspaceSlow:
                if size <= FEWEST:
                    raise
                self._sizes[which] = max(FEWEST, size // LESS)

    def whole(self, which: str) -> None:
        """This list was read to its end: the next time is tried with the most again."""
        self._sizes.pop(which, None)
