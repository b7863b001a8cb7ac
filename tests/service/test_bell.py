"""The bell: what rings together is read once, what rings meanwhile once more, and no trouble makes it deaf."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from service.bell import Bell
from tests.waiting import PATIENCE


class Reading:
    """Something that is read; ``troubles`` are raised first."""

    def __init__(self, *troubles: Exception) -> None:
        self.turns = 0
        self.went_on = asyncio.Event()
        self.holds = asyncio.Event()
        self.holds.set()
        self._troubles = list(troubles)

    async def __call__(self) -> None:
        self.turns += 1
        self.went_on.set()
        await self.holds.wait()
        if self._troubles:
            raise self._troubles.pop(0)

    async def turn(self) -> None:
        async with asyncio.timeout(PATIENCE):
            await self.went_on.wait()
        self.went_on.clear()


@asynccontextmanager
async def listening(reading: Reading) -> AsyncIterator[Bell]:
    bell = Bell(reading, gather=0.01, rest=0.01)
    task = asyncio.create_task(bell.run())
    yield bell
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_what_rings_together_is_read_once_and_what_rings_meanwhile_once_more() -> None:
    reading = Reading()
    reading.holds.clear()
    async with listening(reading) as bell:
        for _ in range(5):
            bell.ring()
        await reading.turn()
        for _ in range(5):
            bell.ring()
        reading.holds.set()
        await reading.turn()
        await asyncio.sleep(0.1)
    assert reading.turns == 2


async def test_a_reading_that_stumbles_does_not_make_it_deaf() -> None:
    reading = Reading(RuntimeError("the memory is away"))
    async with listening(reading) as bell:
        bell.ring()
        await reading.turn()
        bell.ring()
        await reading.turn()
    assert reading.turns == 2
