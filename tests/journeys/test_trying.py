"""`forumbot sync --dry-run`: what would change here and there is told, and changes nothing on either side."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from config.settings import Settings, read
from sandbox.outside import Outside
from service.cast import join
from service.once import sync_once
from service.stage import environment, stage
from service.trying import try_once
from tests.databases import Databases
from tests.journeys.standing import STILL, last
from tests.workbooks import Excel, sheets

IZM = "IZM kontaktpersona"


@pytest.fixture
def settings(outside: Outside, database_url: str) -> Settings:
    (found,) = read([], environment(outside, database_url))
    return found


def told(rows: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    return [tuple(row.values()) for row in rows]


async def test_what_would_come_from_the_site_is_told_and_stays_there(outside: Outside, settings: Settings) -> None:
    await sync_once(settings, full=False)
    outside.site.list("Pasakumi").edit(3, {"DueOn": date(2021, 6, 30), "DueText": "II ceturksnis"})
    outside.site.list("Personas").delete(2)
    outside.site.list("Institucijas").add({"Title": "Jauna iestāde", "Code": "JI"})
    first, second = [await try_once(settings, full=False) for _ in range(2)]
    assert told(first[0]) == [
        ("here", "Institūcijas", "JI", "created", ""),
        ("here", "Atbildīgās personas", "TM kontaktpersona", "removed", ""),
        ("here", "Pasākumi", "1.3", "changed", "Termiņš (kā plānā), Termiņš"),
    ]
    assert (first, first[1]) == (second, [])
    # It really is what comes then.
    synced, _ = await sync_once(settings, full=False)
    counts = {
        row["noun"]: (row["created"], row["changed"], row["gone"]) for row in synced if row["read"] or row["gone"]
    }
    assert counts == {"institution": (1, 0, 0), "person": (0, 0, 1), "measure": (0, 1, 0)}
    assert await try_once(settings, full=False) == ([], [])


async def test_what_would_be_written_there_is_told_and_is_not(outside: Outside, settings: Settings) -> None:
    async with stage(outside, settings.database.url, seconds=STILL) as on:
        await on.settle()
        cast = await on.cast([IZM])
        await join(list(cast.values()), on.settle)
        outside.site.down = True
        cast[IZM].account.says("Izpildīts. Viss atvērts.")
        await on.settle()
        assert "ierakstīsim" in last(cast[IZM].account).text
        outside.site.down = False
        rows, _ = await try_once(settings, full=False)
        assert [row[:4] for row in told(rows)] == [
            ("there", "Atbildes", "2.8. · 2020 · IZM", "written"),
            ("there", "Pasākumi", "2.8", "written"),
        ]
        assert outside.site.list("Atbildes").rows() == []


async def test_a_site_that_is_down_is_said(outside: Outside, settings: Settings) -> None:
    outside.site.down = True
    rows, troubles = await try_once(settings, full=False)
    assert (rows, len(troubles)) == ([], 1)


async def test_not_even_a_number_is_written_into_a_workbook(
    outside: Outside, databases: Databases, tmp_path: Path
) -> None:
    book = Excel(tmp_path / "forums.xlsx", sheets(outside.site))
    more = {"FORUMBOT_WORKSPACE__KIND": "workbook", "FORUMBOT_WORKSPACE__PATH": str(book.path)}
    (settings,) = read([], environment(outside, databases.ready()) | more)
    before = book.path.read_bytes()
    rows, troubles = await try_once(settings, full=False)
    assert (len([row for row in rows if row["list"] == "Pasākumi"]), troubles) == (25, [])
    assert (book.path.read_bytes(), (tmp_path / ".forums.xlsx.forumbot").exists()) == (before, False)
    found, _ = await sync_once(settings, full=False)
    assert {row["noun"]: row["created"] for row in found}["measure"] == 25
