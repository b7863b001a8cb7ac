"""The engine's port: what makes work wakes what does it, wherever that runs. All truth is in the forum's memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Engine(Protocol):
    """Carries wakes to pumps by their names; it may lose or double them, as every pump looks by itself every few
    seconds. It never raises for a trouble of its own."""

    async def start(self) -> None:
        """Begin to carry."""

    async def stop(self) -> None:
        """Carry no more; within a second."""

    def hear(self, forum: str, pump: str, woken: Callable[[], None]) -> None:
        """From now on this process does this pump's work: ``woken`` is called, on the event loop, where there may be
        some."""

    def forget(self, forum: str, pump: str) -> None:
        """This process does it no more."""

    def wake(self, forum: str, *pumps: str) -> None:
        """There may be work for these. Called on the event loop; returns at once."""
