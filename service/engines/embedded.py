"""The embedded engine: wakes are calls within this process; another one finds its work within seconds by itself."""

from __future__ import annotations

from collections.abc import Callable


class Embedded:
    """Wakes the pumps of this process."""

    def __init__(self) -> None:
        self._woken: dict[tuple[str, str], Callable[[], None]] = {}

    async def start(self) -> None:
        """Nothing has to be begun."""

    async def stop(self) -> None:
        """Nothing has to be ended."""

    def hear(self, forum: str, pump: str, woken: Callable[[], None]) -> None:
        self._woken[forum, pump] = woken

    def forget(self, forum: str, pump: str) -> None:
        self._woken.pop((forum, pump), None)

    def wake(self, forum: str, *pumps: str) -> None:
        for pump in pumps:
            if woken := self._woken.get((forum, pump)):
                woken()
