"""Workbooks for the tests: the sandbox's site as sheets, and hands that change them as people do."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from sandbox.site import Column, Site, SiteList

# What people write for a row of these lists, and the lists that the forum reads.
NAMED_BY = {
    "Plani": "Code",
    "Institucijas": "Code",
    "Apnemsanas": "Number",
    "Pasakumi": "Number",
    "Ieteikumi": "Number",
}
PLAN = ("Plani", "Institucijas", "Personas", "Apnemsanas", "Pasakumi", "Starprezultati", "Ieteikumi")
SHEETS = (*PLAN, "AtskaisuTermini", "Atbildes", "Sanaksmes")
Rows = list[list[Any]]


def sheets(site: Site) -> dict[str, Rows]:
    """Each list as its heading and rows, by title; without any column that only machines need."""
    found = {}
    for one in (site.list(url) for url in (*SHEETS, "Daliba")):
        columns = [each for each in one.columns.values() if _is_theirs(each)]
        rows = [[_cell(site, each, values.get(each.name)) for each in columns] for values in one.rows()]
        found[one.title] = [[each.title for each in columns], *rows]
    return found


def _is_theirs(column: Column) -> bool:
    return column.name == "Title" or not (column.read_only or column.hidden or column.kind == "User")


def _cell(site: Site, column: Column, value: Any) -> Any:
    if value in (None, []):
        return None
    if column.kind == "Lookup":
        target = site.list(column.target)
        return "; ".join(_named(target, number) for number in (value if column.many else [value]))
    if column.kind in ("Date", "DateTime"):
        moment = datetime.fromisoformat(value).astimezone(site.zone.info)
        return moment.date() if column.kind == "Date" else moment.replace(tzinfo=None)
    if column.kind == "Boolean":
        return "Jā" if value else "Nē"
    if column.kind == "URL":
        return value["Url"]
    return "; ".join(value) if isinstance(value, list) else value


def _named(rows: SiteList, number: int) -> str:
    return str(rows.items[number].values[NAMED_BY.get(rows.url, "Title")])


class Excel:
    """An .xlsx file and whoever edits it."""

    def __init__(self, path: Path, content: Mapping[str, Rows]) -> None:
        self.path = path
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in content.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(path)

    def change(self, title: str, change: Callable[[Rows], Rows]) -> None:
        """Let somebody rewrite a sheet, its heading included."""
        book = openpyxl.load_workbook(self.path)
        sheet = book[title]
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        after = change(rows)
        sheet.delete_rows(1, sheet.max_row)
        for number, row in enumerate(after, 1):
            for column, cell in enumerate(row, 1):
                sheet.cell(number, column, cell)
        book.save(self.path)

    def rows(self, title: str) -> list[dict[str, Any]]:
        """What stands in a sheet, by heading."""
        book = openpyxl.load_workbook(self.path, data_only=True)
        heading, *rows = book[title].iter_rows(values_only=True)
        return [dict(zip(heading, row, strict=True)) for row in rows if any(cell is not None for cell in row)]

    def open_elsewhere(self) -> Path:
        """Somebody opens it in Excel; the answer is the file that tells so."""
        mark = self.path.with_name(f"~${self.path.name}")
        mark.write_bytes(b"\x05VK")
        return mark


class Csv:
    """A folder of CSV files and whoever edits them."""

    def __init__(
        self, path: Path, content: Mapping[str, Rows], *, encoding: str = "utf-8-sig", comma: str = ";"
    ) -> None:
        self.path, self.encoding, self.comma = path, encoding, comma
        path.mkdir()
        for title, rows in content.items():
            self._write(title, rows)

    def change(self, title: str, change: Callable[[Rows], Rows]) -> None:
        self._write(title, change(self._read(title)))

    def rows(self, title: str) -> list[dict[str, Any]]:
        heading, *rows = self._read(title)
        return [
            {name: cell or None for name, cell in zip(heading, [*row, *[""] * len(heading)], strict=False)}
            for row in rows
        ]

    def open_elsewhere(self) -> Path:
        mark = self.path / ".~lock.Pasākumi.csv#"
        mark.write_text(",VK,,")
        return mark

    def _read(self, title: str) -> Rows:
        text = (self.path / f"{title}.csv").read_text(self.encoding)
        return [list(row) for row in csv.reader(text.splitlines(keepends=True), delimiter=self.comma)]

    def _write(self, title: str, rows: Sequence[Sequence[Any]]) -> None:
        with (self.path / f"{title}.csv").open("w", encoding=self.encoding, newline="") as file:
            csv.writer(file, delimiter=self.comma).writerows([_typed(cell) for cell in row] for row in rows)


def _typed(cell: Any) -> Any:
    """A cell as an office in Latvia writes it."""
    if isinstance(cell, datetime):
        return f"{cell:%d.%m.%Y. %H:%M}"
    return f"{cell:%d.%m.%Y.}" if isinstance(cell, date) else cell
