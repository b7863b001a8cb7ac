"""What a workbook alone has to bear: open files, rows sorted and copied, formats, formulas, encodings."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import PatternFill
from openpyxl.worksheet.table import Table

from forum.findings import Finding
from sync.lists import LISTS
from sync.workbook.grids import Busy, Formula, KeepsRows, Unreadable
from sync.workbook.workbook import Workbook
from sync.workspace import Change, Stored
from tests.sync.conftest import Outside
from tests.sync.places import RIGA, AtSheets, Place, latvian
from tests.workbooks import Csv, Excel, Rows, sheets

MEASURES = "Pasākumi"


@pytest.fixture
def excel(outside: Outside, tmp_path: Path) -> Excel:
    return Excel(tmp_path / "forums.xlsx", sheets(outside.site))


@pytest.fixture
def folder(outside: Outside, tmp_path: Path) -> Csv:
    return Csv(tmp_path / "forums", sheets(outside.site))


def at_work(book: Excel | Csv) -> Place:
    return Place(Workbook(book.path, zone=RIGA, lists=latvian()), AtSheets(book))


def numbers(at: Place) -> dict[int, str]:
    return {number: row.values["number"] for number, row in at.rows("measure").items()}


def test_an_open_workbook_is_read_and_not_written_to(excel: Excel) -> None:
    at = at_work(excel)
    known = at.rows("measure")
    mark = excel.open_elsewhere()
    at.hand.add("measure", {"Nosaukums": "Jauns", "Nr.": "3.9"})
    before = excel.path.read_bytes()
    # The new row waits for its number; the others are read.
    assert at.rows("measure").keys() == known.keys()
    with pytest.raises(Busy, match=r"~\$forums.xlsx"):
        at.update("measure", known[3], {"done": "Sākts."})
    assert excel.path.read_bytes() == before
    mark.unlink()
    assert set(at.rows("measure")) - set(known) == {26}
    at.update("measure", known[3], {"done": "Sākts."})
    assert sorted(path.name for path in excel.path.parent.glob("*.xlsx")) == ["forums.xlsx"]


def test_one_open_file_of_a_folder_holds_up_its_own_writes(folder: Csv) -> None:
    at = at_work(folder)
    known = at.rows("measure")
    folder.open_elsewhere()
    with pytest.raises(Busy, match="lock"):
        at.update("measure", known[3], {"done": "Sākts."})
    at.create("reply", "k1", {"title": "2.8.", "done": "Sākts."})


def test_rows_sorted_with_and_without_their_numbers_stay_themselves(excel: Excel) -> None:
    at = at_work(excel)
    known, token = numbers(at), at.workspace.token("measure")
    excel.change(MEASURES, lambda rows: [rows[0], *reversed(rows[1:])])
    assert at.workspace.changes("measure", token).changed == ()
    # Now all columns but the last one, in which the numbers stand.
    excel.change(MEASURES, _without_numbers)
    again = at_work(excel)
    assert again.workspace.changes("measure", token).changed == ()
    assert numbers(again) == known


def _without_numbers(rows: Rows) -> Rows:
    told = [row[:-1] for row in reversed(rows[1:])]
    return [rows[0], *([*row, old[-1]] for row, old in zip(told, rows[1:], strict=True))]


def test_of_a_copied_row_the_original_stays_itself(excel: Excel) -> None:
    at = at_work(excel)
    token = (at.rows("measure"), at.workspace.token("measure"))[1]
    number = at.hand.cells("measure", 3)["Nr."]

    def copy_above(rows: Rows) -> Rows:
        at = next(place for place, row in enumerate(rows) if row[-1] == 3)
        return [*rows[:at], [*("9.9" if cell == number else cell for cell in rows[at])], *rows[at:]]

    excel.change(MEASURES, copy_above)
    assert at.workspace.changes("measure", token).changed == (26,)
    assert (numbers(at)[3], numbers(at)[26]) == (number, "9.9")


def test_many_rows_gone_are_told_one_by_one(excel: Excel) -> None:
    at = at_work(excel)
    token = (at.rows("measure"), at.workspace.token("measure"))[1]
    excel.change(MEASURES, lambda rows: rows[:12])
    changes = at.workspace.changes("measure", token)
    assert (changes.changed, len(changes.gone)) == ((), 25 - 11)


def _decorate(path: Path) -> None:
    """What a coordinator adds to a workbook: a sheet, a column, a formula, a colour, a title above, a table."""
    book = openpyxl.load_workbook(path)
    own = book.create_sheet("Piezīmes")
    own["A1"], own["A1"].fill = "Zvanīt IZM", PatternFill("solid", fgColor="FFFF00")
    sheet = book[MEASURES]
    free = sheet.max_column + 1
    sheet.cell(1, free, "Mans")
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, free, f"=LEN(A{row})")
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.fill = PatternFill("solid", fgColor="EEEEEE")
    sheet.add_table(Table(displayName="Plans", ref=f"A1:{openpyxl.utils.get_column_letter(free)}{sheet.max_row}"))
    book.save(path)


def test_all_that_is_not_ours_stays_as_it_was(excel: Excel) -> None:
    _decorate(excel.path)
    with zipfile.ZipFile(excel.path) as archive:
        before = {name: archive.read(name) for name in archive.namelist()}
    at = at_work(excel)
    known = at.rows("measure")
    at.update("measure", known[3], {"done": "Sākts."})
    with zipfile.ZipFile(excel.path) as archive:
        after = {name: archive.read(name) for name in archive.namelist()}
    book = openpyxl.load_workbook(excel.path)
    sheet = book[MEASURES]
    heading = [cell.value for cell in sheet[1]]
    assert (book.sheetnames[-1], heading[-2:]) == ("Piezīmes", ["Mans", "ID"])
    assert sheet.cell(4, len(heading) - 1).value == "=LEN(A4)"
    assert sheet.cell(4, heading.index("Paveiktais") + 1).fill.fgColor.rgb == "00EEEEEE"
    # The table takes the numbers in, so that whoever sorts it sorts them too.
    table = sheet.tables["Plans"]
    assert (table.ref, [one.name for one in table.tableColumns][-1]) == (
        f"A1:{openpyxl.utils.get_column_letter(len(heading))}26",
        "ID",
    )
    sheets_of_ours = {name for name in before if before[name] != after[name]}
    assert not [name for name in sheets_of_ours if name.endswith((f"sheet{len(book.sheetnames)}.xml", "app.xml"))]
    assert before.keys() == after.keys()


def test_a_row_is_put_under_the_last_one_in_its_dress(excel: Excel) -> None:
    _decorate(excel.path)
    at = at_work(excel)
    at.rows("measure")
    made_row = at.create("measure", "", {"title": "Jauns", "number": "3.10", "due_on": "2021-12-31", "lead": 10})
    sheet = openpyxl.load_workbook(excel.path)[MEASURES]
    heading = [cell.value for cell in sheet[1]]
    made = dict(zip(heading, list(sheet[sheet.max_row]), strict=True))
    assert (made["Nr."].value, made["Atbildīgā"].value, made["Termiņš"].value.date(), made["ID"].value) == (
        "3.10",
        "IZM",
        date(2021, 12, 31),
        made_row.item_id,
    )
    assert (made["Nr."].fill.fgColor.rgb, made["Nr."].data_type) == ("00EEEEEE", "s")
    assert sheet.tables["Plans"].ref.endswith(str(sheet.max_row))


def test_a_formula_is_not_written_over(excel: Excel) -> None:
    def computed(rows: Rows) -> Rows:
        rows[3][rows[0].index("Paveiktais")] = "=A1"
        return rows

    at = at_work(excel)
    at.rows("measure")
    excel.change(MEASURES, computed)
    row = at.row("measure", 3)
    before = excel.path.read_bytes()
    with pytest.raises(Formula):
        at.update("measure", row, {"done": "Sākts."})
    assert excel.path.read_bytes() == before


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_no_row_is_taken_out_and_the_rest_is_written(kind: str, excel: Excel, folder: Csv) -> None:
    at = at_work(excel if kind == "xlsx" else folder)
    known = at.rows("measure")
    kept, written = at.workspace.write(
        [
            Change(noun="measure", item_id=3, etag=known[3].etag, values={}, remove=True),
            Change(noun="measure", item_id=4, etag=known[4].etag, values={"done": "Sākts."}),
        ]
    )
    assert isinstance(kept, KeepsRows)
    assert kept.finding.kept == {"kind": "workbook-keeps-rows", "values": {"detail": "Pasākumi, ID 3"}}
    assert isinstance(written, Stored)
    assert (at.row("measure", 3).values, at.row("measure", 4).values["done"]) == (known[3].values, "Sākts.")


def test_a_number_that_the_program_made_a_number_or_a_day_is_told(excel: Excel) -> None:
    at = at_work(excel)
    at.rows("measure")
    for number, cell in ((1, 2.1), (2, date(2021, 10, 2))):
        at.hand.edit("measure", number, {"Nr.": cell})
        (flaw,) = at.row("measure", number).flaws
        assert flaw == Finding("cell-not-text", {"list": MEASURES, "row": str(number), "column": "Nr."})


@pytest.mark.parametrize(
    ("cell", "found"),
    [("IZM", 10), ("izm ", 10), ("Izglītības un zinātnes ministrija", 10), ("XYZ", None), ("", ...)],
)
def test_a_looked_up_row_is_meant_by_what_people_write(excel: Excel, cell: str, found: Any) -> None:
    at = at_work(excel)
    at.rows("measure")
    at.hand.edit("measure", 3, {"Atbildīgā": cell or None})
    row = at.row("measure", 3)
    if found is None:
        values = {"list": MEASURES, "row": "3", "column": "Atbildīgā", "target": "Institūcijas"}
        assert row.flaws == (Finding("cell-no-such-row", values),)
        # Once the body is there, the row reads anew though nobody touched it.
        token = at.workspace.token("measure")
        at.hand.add("institution", {"Nosaukums": "Cita", "Saīsinājums": cell})
        assert at.workspace.changes("measure", token).changed == (3,)
    else:
        assert (row.values["lead"], row.flaws) == (None if found is ... else found, ())


def test_two_plans_may_both_have_a_number(excel: Excel) -> None:
    at = at_work(excel)
    hand = at.hand
    at.rows("measure")
    hand_rows: dict[str, Callable[[Rows], Rows]] = {
        "Plāni": lambda rows: [*rows, [*["Piektais plāns", "LV-5"], *[None] * (len(rows[0]) - 2)]],
    }
    for title, change in hand_rows.items():
        excel.change(title, change)
    hand.add("commitment", {"Nosaukums": "Cita", "Nr.": "2", "Plāns": "LV-5"})
    hand.edit("measure", 3, {"Plāns": "LV-5", "Apņemšanās": "2"})
    hand.edit("measure", 4, {"Apņemšanās": "2"})
    found = at.rows("measure")
    assert (found[3].values["commitment"], found[4].values["commitment"]) == (7, 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1257"])
@pytest.mark.parametrize("comma", [";", ","])
def test_a_file_keeps_the_way_it_was_written(outside: Outside, tmp_path: Path, encoding: str, comma: str) -> None:
    folder = Csv(tmp_path / "forums", sheets(outside.site), encoding=encoding, comma=comma)
    at = at_work(folder)
    assert {noun: fit.reason for noun, fit in at.workspace.open().items()} == dict.fromkeys(LISTS)
    known = at.rows("measure")
    at.update("measure", known[3], {"done": "=1+1"})
    assert folder.rows(MEASURES)[2]["Paveiktais"] == "'=1+1"
    assert at.row("measure", 3).values["done"] == "=1+1"


def test_signs_that_the_files_encoding_has_not_make_it_utf_8(outside: Outside, tmp_path: Path) -> None:
    folder = Csv(tmp_path / "forums", sheets(outside.site), encoding="cp1257")
    at = at_work(folder)
    known = at.rows("measure")
    at.update("measure", known[3], {"done": "Gatavs ✓"})
    assert (folder.path / f"{MEASURES}.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert at.row("measure", 3).values["done"] == "Gatavs ✓"


def test_letters_of_another_encoding_are_refused_and_the_other_lists_go_on(outside: Outside, tmp_path: Path) -> None:
    folder = Csv(tmp_path / "forums", sheets(outside.site))
    path = folder.path / "Plāni.csv"
    path.write_bytes(path.read_text("utf-8-sig").encode("cp775", errors="replace"))
    reasons = {noun: fit.reason for noun, fit in at_work(folder).workspace.open().items() if fit.reason}
    assert reasons == {"plan": Finding("csv-encoding", {"list": "Plāni"})}


def test_a_workbook_that_is_no_workbook_says_so(excel: Excel, tmp_path: Path) -> None:
    at = at_work(excel)
    excel.path.write_bytes(b"half a file")
    with pytest.raises(Unreadable, match=r"forums\.xlsx"):
        at.workspace.open()
    excel.path.unlink()
    with pytest.raises(Unreadable, match=r"forums\.xlsx"):
        at.workspace.open()


def test_whoever_saved_in_between_is_not_written_over(excel: Excel, tmp_path: Path) -> None:
    """Another copy is saved in the file's place between our reading and our writing: nothing of it is lost."""
    at = at_work(excel)
    known = at.rows("measure")
    copy = tmp_path / "kopija.xlsx"
    shutil.copyfile(excel.path, copy)
    book = openpyxl.load_workbook(copy)
    book[MEASURES].cell(4, 1, "Cits nosaukums")
    book.save(copy)
    copy.replace(excel.path)
    at.update("measure", known[5], {"done": "Sākts."})
    found = at.rows("measure")
    assert (found[3].values["title"], found[5].values["done"]) == ("Cits nosaukums", "Sākts.")
