"""Limits: what hangs is left to itself, counted and begun anew; what comes back in time is handed on."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest

from forum.store.postgresql import WRITERS
from forum.store.queueing import MINE, Queueing
from service.limits import Hung, abandoned, within
from service.pumps import Pump
from service.schedule import scheduler
from tests.forum.store.notes import Gate, keep, notes
from tests.waiting import PATIENCE

SHORT = 0.05
# On PostgreSQL; a SQLite file has one, behind which the others wait.
EVERY_WRITER = {"sqlite": 1, "postgresql": WRITERS}


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


async def test_what_waits_its_turn_at_the_memory_is_not_hung() -> None:
    waiting, done = Queueing(), asyncio.Event()
    waiting.join()
    step = asyncio.create_task(within(SHORT, done.wait(), name="waits its turn", queueing=waiting))
    await asyncio.sleep(SHORT * 5)
    done.set()
    assert (await step, abandoned["waits its turn"]) == (True, 0)


async def test_only_the_time_before_it_begins_is_waiting(empty_database_url: str) -> None:
    mine = Queueing()
    MINE.set(mine)
    gates = [Gate() for _ in range(EVERY_WRITER[empty_database_url.partition(":")[0]])]
    with notes(empty_database_url) as store:
        held = [asyncio.ensure_future(store.do(gate.keep, f"{place}")) for place, gate in enumerate(gates)]
        for gate in gates:
            assert await asyncio.to_thread(gate.entered.wait, 30)
        begun = mine.seconds
        await asyncio.sleep(SHORT)
        assert mine.seconds == begun
        waits = asyncio.ensure_future(store.do(keep, "waits"))
        await asyncio.sleep(SHORT)
        assert begun < mine.seconds < (later := mine.seconds)
        for gate in gates:
            gate.opened.set()
        await asyncio.gather(*held, waits)
        ended = mine.seconds
        assert (ended > later, ended == mine.seconds) == (True, True)


async def test_a_step_that_holds_the_writer_is_hung(empty_database_url: str) -> None:
    gate, name = Gate(), f"holds the writer of {empty_database_url}"
    with notes(empty_database_url) as store:
        with pytest.raises(Hung):
            await within(SHORT, store.do(gate.keep, "held"), name=name)
        gate.opened.set()
    assert abandoned[name] == 1


async def test_a_pump_waits_for_what_an_earlier_step_left_at_the_memory(tmp_path: Path) -> None:
    gate, left, done = Gate(), list[asyncio.Task[str]](), asyncio.Event()
    with notes(f"sqlite:///{tmp_path}/notes.sqlite") as store:
        held = asyncio.ensure_future(store.do(gate.keep, "held"))
        assert await asyncio.to_thread(gate.entered.wait, 30)

        async def step() -> int:
            if not left:
                left.append(asyncio.create_task(store.do(keep, "left")))
                return 1
            await done.wait()
            return 0

        pump = Pump("waiting pump", step, seconds=SHORT)
        draining = asyncio.create_task(pump.drain())
        await asyncio.sleep(SHORT * 5)
        done.set()
        await draining
        assert (pump.done, abandoned["waiting pump"]) == (1, 0)
        gate.opened.set()
        await asyncio.gather(held, *left)


async def test_a_tick_that_is_cut_off_by_the_end_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    begun = asyncio.Event()

    async def tick() -> None:
        begun.set()
        await asyncio.Event().wait()

    ticking = scheduler({"pull": tick})
    ticking.start()
    async with asyncio.timeout(PATIENCE):
        await begun.wait()
    ticking.shutdown(wait=False)
    for _ in range(10):
        await asyncio.sleep(0)
    assert [one.getMessage() for one in caplog.records if one.levelno >= logging.ERROR] == []
