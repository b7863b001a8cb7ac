"""The service is off over Christmas and begins anew over the same memory: what waited is done once, nothing is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sandbox.clock import Clock
from sandbox.outside import Outside
from service.cast import join
from service.stage import Stage, stage
from tests.databases import Files
from tests.journeys.standing import STILL

RIGA = ZoneInfo("Europe/Riga")
VARAM = "VARAM kontaktpersona"


@pytest.fixture
async def on(tmp_path: Path, sqlite_databases: Files) -> AsyncIterator[Stage]:
    with Outside(Clock(datetime(2020, 12, 21, 10, tzinfo=RIGA)), tmp_path / "outside") as outside:
        async with stage(outside, sqlite_databases.ready(), seconds=STILL) as standing:
            await standing.settle()
            yield standing


async def test_two_weeks_off_end_in_one_nudge_and_the_answer_that_waited(on: Stage) -> None:
    cast = await on.cast([VARAM])
    await join(list(cast.values()), on.settle)
    varam = cast[VARAM].account
    known = len(varam.messages)
    await on.stop()
    on.outside.clock.set(datetime(2020, 12, 28, 9, tzinfo=RIGA))
    varam.says("/gaidam")
    await on.settle()
    assert len(varam.messages) == known + 1  # nobody is there to answer
    on.outside.clock.set(datetime(2021, 1, 4, 10, tzinfo=RIGA))
    await on.start()
    await on.settle()
    told = [message.text.partition("\n")[0] for message in varam.messages[known + 1 :]]
    assert [text for text in told if text.startswith("Informācija par")] == ["Informācija par 2020. gadu"]
    assert len(told) == 2  # the nudge, and a word to what was written while nobody was there
    await on.settle()
    assert len(varam.messages) == known + 3
    await on.stop()
    await on.stop()  # a second time is nothing
