"""A forum without a site: the plan is in a workbook, a nudge goes out, the answer is written into the workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from sandbox.outside import Outside
from service.cast import join
from service.stage import stage
from tests.databases import Files
from tests.journeys.standing import STILL, all_written, last
from tests.workbooks import Csv, Excel, sheets

IZM = "IZM kontaktpersona"


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
async def test_from_the_nudge_to_the_workbook(
    outside: Outside, sqlite_databases: Files, tmp_path: Path, kind: str
) -> None:
    content = sheets(outside.site)
    book = Excel(tmp_path / "forums.xlsx", content) if kind == "xlsx" else Csv(tmp_path / "forums", content)
    more = {"FORUMBOT_WORKSPACE__KIND": "workbook", "FORUMBOT_WORKSPACE__PATH": str(book.path)}
    async with stage(outside, sqlite_databases.ready(), seconds=STILL, more=more) as on:
        await on.settle()
        cast = await on.cast([IZM])
        await join(list(cast.values()), on.settle)
        izm = cast[IZM].account
        assert last(izm).text.startswith("Informācija par 2020. gadu\nTermiņš: pirmdiena, 2021. gada 1. februāris")

        mark = book.open_elsewhere()  # somebody has it open while the member answers
        izm.presses(last(izm).id, "Atbildēt")
        await on.settle()
        izm.presses(last(izm).id, "Būtiskā apjomā")
        await on.settle()
        izm.says("Atvērta datu kopa.")
        await on.settle()
        before = last(izm).text

        mark.unlink()
        await all_written(on)
    assert list(outside.site_ledger.entries) == []  # of the site nobody asked anything

    measure = next(row for row in book.rows("Pasākumi") if row["Nr."] == "2.8")
    assert (measure["Izpilde"], measure["Paveiktais"]) == ("Izpildīts būtiskā apjomā", "Atvērta datu kopa.")
    (answer,) = (row for row in book.rows("Atbildes") if row["Nosaukums"])
    assert {name: answer[name] for name in ("Nosaukums", "Pasākums", "Institūcija", "Persona", "Saskaņojums")} == {
        "Nosaukums": "2.8. · 2020 · IZM",
        "Pasākums": "2.8",
        "Institūcija": "IZM",
        "Persona": IZM,
        "Saskaņojums": "Melnraksts",
    }
    assert "Platforma pašlaik nav pieejama; ierakstīsim, tiklīdz tā atkal darbosies." in before
    assert last(izm).text.startswith("Jūsu atbilde tagad ir ierakstīta platformā (1. redakcija).")
