"""The worklist of untranslated texts: out with an empty column, in again whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from forum.translations import Source, digest
from words.reports import worklist
from words.reports.telling import Telling
from words.reports.worklist import Flaw, NoWorklist
from words.texts import Texts

TELLING = Telling(Texts(("lv", "en")), "lv", ZoneInfo("Europe/Riga"))
SOURCES = [
    Source("title", "Atvērtie dati", "2.8"),
    Source("done", "=Dati ir\npublicēti.", "2.8", "IZM"),
    Source("obstacles", "Nav naudas.", "2.8", "IZM"),
]


def filled(change: Callable[[Any], None]) -> bytes:
    """The worklist of these texts, as somebody gives it back."""
    book = load_workbook(BytesIO(worklist.xlsx(SOURCES, "en", TELLING)))
    change(book.worksheets[0])
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_each_text_has_its_place_and_an_empty_cell() -> None:
    sheet = load_workbook(BytesIO(worklist.xlsx(SOURCES, "en", TELLING))).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["Vieta", "Teksts", "Valoda", "Tulkojums", "Atslēga (nemainīt)"]
    assert [row[0] for row in rows[1:]] == ["2.8. Pasākuma nosaukums", "2.8. Paveikts (IZM)", "2.8. Šķēršļi (IZM)"]
    assert (rows[2][1], rows[2][2], rows[2][3] or "", sheet["B3"].data_type) == (
        "=Dati ir\npublicēti.",
        "en",
        "",
        "s",
    )
    assert worklist.xlsx(SOURCES, "en", TELLING) == worklist.xlsx(SOURCES, "en", TELLING)


def test_every_part_of_a_report_is_named() -> None:
    said = [worklist.place(Source(what, "Teksts", "2.8", "DELNA"), TELLING) for what in ("view", "rejoinder", "reason")]
    assert said == [
        "2.8. Partnera viedoklis (DELNA)",
        "2.8. Iestādes atbilde uz viedokli (DELNA)",
        "2.8. Piezīme (DELNA)",
    ]
    assert worklist.place(Source("opinion", "Teksts", code="7"), TELLING) == "Memoranda padomes atzinums (7)"


def test_what_is_filled_in_comes_back_and_what_was_changed_since_is_told() -> None:
    def fill(sheet: Any) -> None:
        sheet["D2"], sheet["D3"] = " Open data ", "Data are published."

    read = worklist.read(filled(fill), "en", [SOURCES[0], Source("done", "Cits teksts.", "2.8", "IZM"), SOURCES[2]])
    assert (read.texts, read.empty, read.changed, read.flaws) == (
        {digest("Atvērtie dati"): "Open data"},
        1,
        ["2.8. Paveikts (IZM)"],
        [],
    )


def test_all_that_is_wrong_is_named_by_cell_at_once_and_nothing_is_taken() -> None:
    def spoil(sheet: Any) -> None:
        sheet["D2"], sheet["B2"] = "Open data", "Atvērti dati"
        sheet["E3"], sheet["C3"] = None, "fr"
        sheet["D4"] = "No money."
        for column, value in zip("ABCDE", ("", "Nav naudas.", "en", "None.", digest("Nav naudas.")), strict=True):
            sheet[f"{column}5"] = value

    read = worklist.read(filled(spoil), "en", SOURCES)
    assert (read.texts, read.flaws) == (
        {},
        [Flaw(2, "B", "source-edited"), Flaw(3, "E", "no-key"), Flaw(3, "C", "other-language"), Flaw(5, "D", "twice")],
    )


@pytest.mark.parametrize("content", [b"", b"Sveiki", b"PK\x03\x04"])
def test_what_is_no_worklist_says_so(content: bytes) -> None:
    with pytest.raises(NoWorklist, match=r"it is no \.xlsx file"):
        worklist.read(content, "en", SOURCES)


def test_a_workbook_of_something_else_is_none() -> None:
    with pytest.raises(NoWorklist, match="does not name the five columns"):
        worklist.read(filled(lambda sheet: sheet.delete_rows(1)), "en", [])
