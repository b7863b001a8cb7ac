"""Pumps: woken they drain, after trouble they go on, told to stop they end."""

from __future__ import annotations

import asyncio

from service.engines.embedded import Embedded
from service.pumping import Pumping, settled
from service.pumps import Pump
from tests.waiting import PATIENCE


async def test_drain_goes_on_until_nothing_is_left() -> None:
    left = [3, 2, 0, 9]
    told: list[str] = []
    pump = Pump("test", lambda: _answer(left.pop(0)), after=lambda: told.append("after"))
    await pump.drain()
    assert (pump.done, left, told) == (5, [9], ["after", "after"])


async def test_wake_runs_it_and_trouble_does_not_end_it() -> None:
    answers: list[int | Exception] = [RuntimeError("trouble"), 1, 0]
    done = asyncio.Event()
    pump = Pump("test", lambda: _answer(answers.pop(0)), after=done.set)
    running = asyncio.create_task(pump.run())
    pump.wake()
    async with asyncio.timeout(PATIENCE):
        await done.wait()
        pump.stop()
        await running
    assert answers in ([0], [])


async def test_one_drain_at_a_time() -> None:
    inside, most = 0, 0
    steps = 4

    async def step() -> int:
        nonlocal inside, most, steps
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0.01)
        inside -= 1
        steps -= 1
        return max(steps, 0)

    pump = Pump("test", step)
    await asyncio.gather(pump.drain(), pump.drain())
    assert most == 1


async def test_what_a_pump_was_at_already_is_settled_with_all_that_follows() -> None:
    begun, goes_on = asyncio.Event(), asyncio.Event()
    made, written = list[str](), list[str]()

    async def make() -> int:
        if made:
            return 0
        begun.set()
        await goes_on.wait()
        made.append("answer")
        return 1

    async def write() -> int:
        new = made[len(written) :]
        written.extend(new)
        return len(new)

    writing, making = Pumping(Embedded(), "ogp"), Pumping(Embedded(), "ogp")
    writing.begin([Pump("push", write)])
    making.begin([Pump("lanes", make)])
    async with asyncio.timeout(PATIENCE):
        await begun.wait()
        settling = asyncio.create_task(settled([writing, making]))
        await asyncio.sleep(0)  # it found nothing to write, and waits for what is made
        goes_on.set()
        await settling
    assert written == ["answer"]
    await writing.end()
    await making.end()


async def _answer(value: int | Exception) -> int:
    if isinstance(value, Exception):
        raise value
    return value
