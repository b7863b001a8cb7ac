"""A plan's tables laid down in a workbook that was just made, in whatever order their rows name each other."""

from __future__ import annotations

from pathlib import Path

from sync.importing import laying
from sync.lists import LISTS
from sync.workbook import making
from sync.workbook.workbook import Workbook
from tests.sync.places import RIGA, latvian
from tests.sync.test_importing import WHOLE, counted, latvia, planned, rows


def test_an_empty_workbook_gets_a_body_that_files_through_one_further_down(tmp_path: Path) -> None:
    making.make(tmp_path / "forums.xlsx", LISTS, latvian())
    place = Workbook(tmp_path / "forums.xlsx", zone=RIGA, lists=latvian())
    found = planned(place, latvia(), "LV-4")
    assert (found.wrong, counted(found)) == ([], {"plan": 1, **WHOLE})
    assert laying.lay_whole(found, place).trouble is None
    assert {noun: len(rows(place, noun)) for noun in WHOLE} == WHOLE
    bodies = {row.values["code"]: row for page in place.pages("institution") for row in page.rows()}
    assert {bodies[code].values["files_through"] for code in ("IUB", "VID")} == {bodies["FM"].item_id}
