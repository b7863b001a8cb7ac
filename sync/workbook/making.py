"""Making: a new workbook with a sheet for each list, its headings, and the choices to choose from."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sync.fields import Field, Kind
from sync.lists import ListNames, NounList
from sync.provisioning import FIRST, wanted
from sync.workbook.cells import SAID
from sync.workbook.table import ID
from words.books import FONT, HEAD_COLOUR, printed

# So many rows are made ready for people to fill in.
READY = 1000
# How a column is shown: numbers stay text, so that 2.10 does not become 2.1.
FORMATS = {Kind.DATE: "dd.mm.yyyy", Kind.MOMENT: "dd.mm.yyyy hh:mm", Kind.WHOLE: "0"}
TEXT = "@"
# A column's width in signs.
WIDTHS = {Kind.NOTE: 50, Kind.DATE: 13, Kind.MOMENT: 17, Kind.NUMBER: 8, Kind.YES: 10, Kind.WHOLE: 10}
USUAL, FIRST_WIDTH = 22, 45
# Spreadsheet programs take a list of choices up to so many signs.
LONGEST_CHOICES = 255


def make(path: Path, specs: Mapping[str, NounList], names: Mapping[str, ListNames]) -> None:
    """A new .xlsx file, or CSV files in a new folder. Raises OSError, FileExistsError too: nothing is replaced."""
    sheets = {}
    for spec in specs.values():
        called = names.get(spec.plural, ListNames())
        sheets[called.title or spec.title] = _headed(spec, called)
    if path.suffix.lower() == ".xlsx":
        _xlsx(path, sheets)
    else:
        _folder(path, sheets)


def _headed(spec: NounList, called: ListNames) -> list[tuple[str, Field | None]]:
    """The headings of a sheet, each with its field; the last is the column of numbers."""
    fields = [one for one in wanted(spec) if one.kind is not Kind.ACCOUNT]
    return [*((_heading(spec, one, called), one) for one in fields), (ID, None)]


def _heading(spec: NounList, one: Field, called: ListNames) -> str:
    title = called.columns.get(one.setting, one.column)
    if title != FIRST:
        return title
    return "Vārds, uzvārds" if spec.noun == "person" else "Nosaukums"


def _folder(path: Path, sheets: Mapping[str, Sequence[tuple[str, Field | None]]]) -> None:
    path.mkdir()
    for title, columns in sheets.items():
        # Excel knows UTF-8 by its mark alone.
        with (path / f"{title}.csv").open("x", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerow([heading for heading, _ in columns])


def _xlsx(path: Path, sheets: Mapping[str, Sequence[tuple[str, Field | None]]]) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for title, columns in sheets.items():
        sheet = book.create_sheet(title)
        for number, (heading, one) in enumerate(columns, 1):
            _column(sheet, number, heading, one)
        printed(sheet, head=1)
        sheet.freeze_panes = "B2"
        sheet.auto_filter.ref = f"A1:{sheet.cell(1, len(columns)).column_letter}1"
    with path.open("xb") as file:
        book.save(file)


def _column(sheet: Any, number: int, heading: str, one: Field | None) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.worksheet.datavalidation import DataValidation

    cell = sheet.cell(1, number, heading)
    cell.font, cell.fill = Font(name=FONT, bold=True), PatternFill("solid", fgColor=HEAD_COLOUR)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    whole = sheet.column_dimensions[cell.column_letter]
    whole.width = FIRST_WIDTH if number == 1 else WIDTHS.get(one.kind, USUAL) if one else 6
    whole.hidden = one is not None and one.name == "key"
    kind = one.kind if one else Kind.WHOLE
    whole.number_format = FORMATS.get(kind, TEXT)
    whole.alignment = Alignment(wrap_text=kind is Kind.NOTE, vertical="top")
    choices = ",".join(_choices(one)) if one else ""
    if choices and len(choices) <= LONGEST_CHOICES:
        # Several choices in one cell are not among them, so that those are only offered.
        rule = DataValidation("list", formula1=f'"{choices}"', showErrorMessage=kind is not Kind.CHOICES)
        rule.add(f"{cell.column_letter}2:{cell.column_letter}{READY + 1}")
        sheet.add_data_validation(rule)


def _choices(one: Field) -> Sequence[str]:
    return list(SAID.values()) if one.kind is Kind.YES else list(one.words)
