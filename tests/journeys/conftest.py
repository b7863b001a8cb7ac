"""What every journey needs: the outside, standing, with its clock at the morning of the round's first nudge."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sandbox.clock import Clock
from sandbox.outside import Outside
from service.stage import Stage, stage
from tests.journeys.standing import STILL

RIGA = ZoneInfo("Europe/Riga")


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Outside]:
    with Outside(Clock(datetime(2021, 1, 4, 9, 0, tzinfo=RIGA)), tmp_path / "outside") as standing:
        standing.site.retry_after = 1
        yield standing


@pytest.fixture
async def on(outside: Outside, database_url: str) -> AsyncIterator[Stage]:
    async with stage(outside, database_url, seconds=STILL) as standing:
        await standing.settle()
        yield standing
