"""Limits: what hangs is left to itself, counted and begun anew; what comes back in time is handed on."""

from __future__ import annotations

import asyncio

import pytest

from service.limits import Hung, abandoned, within
from service.pumps import Pump
from service.schedule import scheduler
from tests.waiting import PATIENCE

SHORT = 0.05


async def _answer(value: int | Exception) -> int:
    if isinstance(value, Exception):
        raise value
    return value


async def test_what_comes_back_in_time_is_handed_on() -> None:
    assert await within(5, _answer(7), name="quick") == 7
    with pytest.raises(RuntimeError, match="trouble"):
        await within(5, _answer(RuntimeError("trouble")), name="quick")
    assert abandoned["quick"] == 0


async def test_what_hangs_is_cut_off_and_counted() -> None:
    cut: list[str] = []

    async def hang() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            cut.append("off")

    with pytest.raises(Hung):
        await within(SHORT, hang(), name="hung")
    assert (cut, abandoned["hung"]) == (["off"], 1)


async def test_what_will_not_be_cut_off_holds_up_nobody() -> None:
    going = asyncio.Event()

    async def stubborn() -> None:
        while not going.is_set():
            try:
                await going.wait()
            except asyncio.CancelledError:
                continue

    with pytest.raises(Hung):
        await within(SHORT, stubborn(), name="stubborn")
    going.set()


async def test_whoever_is_cancelled_takes_the_work_along() -> None:
    ended = asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    task = asyncio.create_task(within(60, work(), name="cancelled"))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended.is_set()


async def test_a_pump_whose_step_hangs_is_begun_anew() -> None:
    begun = 0
    done = asyncio.Event()

    async def step() -> int:
        nonlocal begun
        begun += 1
        if begun == 1:
            await asyncio.Event().wait()
        done.set()
        return 0

    pump = Pump("hanging pump", step, seconds=SHORT)
    running = asyncio.create_task(pump.run())
    pump.wake()
    async with asyncio.timeout(PATIENCE):
        await done.wait()
        pump.stop()
        await running
    assert (begun, abandoned["hanging pump"]) == (2, 1)


async def test_a_tick_that_hangs_does_not_hold_up_its_next_turn() -> None:
    begun = 0
    again = asyncio.Event()

    async def tick() -> None:
        nonlocal begun
        begun += 1
        if begun == 1:
            await asyncio.Event().wait()
        again.set()

    ticking = scheduler({"hanging tick": tick}, seconds={"hanging tick": 0.1}, limits={"hanging tick": SHORT})
    ticking.start()
    async with asyncio.timeout(PATIENCE):
        await again.wait()
    ticking.shutdown(wait=False)
    assert abandoned["hanging tick"] == 1
