"""What the engines' tests ask for: each engine over each database it can be on, and outsides for two forums."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sandbox.clock import Clock
from sandbox.outside import Outside
from tests.databases import Databases
from tests.service.engines.installation import Place

MORNING = datetime(2021, 1, 4, 9, 0, tzinfo=ZoneInfo("Europe/Riga"))


@pytest.fixture(params=["sqlite embedded", "postgresql embedded", "postgresql scale"])
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    database, kind = request.param.split()
    fixture = "sqlite_databases" if database == "sqlite" else "postgres_databases"
    databases: Databases = request.getfixturevalue(fixture)
    url = databases.ready()
    yield Place(url, kind)
    databases.drop(url)


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Outside]:
    with Outside(Clock(MORNING), tmp_path / "outside") as standing:
        standing.site.retry_after = 1
        yield standing


@pytest.fixture
def second_outside(tmp_path: Path) -> Iterator[Outside]:
    with Outside(Clock(MORNING), tmp_path / "second") as standing:
        yield standing
