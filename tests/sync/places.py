"""Places: the kinds of workspaces behind the port, and somebody at each who changes rows by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

from forum.store.base import Values
from sandbox.site import SiteList
from sync.lists import LISTS, ListNames
from sync.workbook.workbook import Workbook
from sync.workspace import Change, Row, Sought, Stored, Workspace, WorkspaceError
from tests.sync.conftest import Outside
from tests.workbooks import Csv, Excel, Rows, sheets

T = TypeVar("T")

RIGA = ZoneInfo("Europe/Riga")
URLS = {"institution": "Institucijas", "measure": "Pasakumi", "reply": "Atbildes", "commitment": "Apnemsanas"}
DEFAULTS = Path(__file__).parents[2] / "config" / "defaults.toml"


def latvian() -> dict[str, ListNames]:
    """Lists and columns as a forum's settings call them by default."""
    told = tomllib.loads(DEFAULTS.read_text())["sharepoint"]["lists"]
    return {plural: ListNames(one["title"], one["columns"]) for plural, one in told.items()}


class Hand(Protocol):
    """Somebody who works there; columns are named by their titles."""

    def edit(self, noun: str, number: int, cells: Mapping[str, Any]) -> None: ...

    def add(self, noun: str, cells: Mapping[str, Any]) -> None: ...

    def delete(self, noun: str, *numbers: int) -> None: ...

    def rename(self, noun: str, column: str, title: str) -> None: ...

    def cells(self, noun: str, number: int) -> dict[str, Any]: ...


@dataclass
class Place:
    workspace: Workspace
    hand: Hand

    def create(self, noun: str, key: str, values: Values) -> Stored:
        """One new row, or its trouble raised."""
        return _raised(self.workspace.write([Change(noun=noun, key=key, values=values)]))

    def update(self, noun: str, row: Row | Stored, values: Values) -> Stored:
        """One changed row, or its trouble raised."""
        change = Change(noun=noun, item_id=row.item_id, etag=row.etag, values=values)
        return _raised(self.workspace.write([change]))

    def row(self, noun: str, number: int) -> Row:
        return _raised(self.workspace.find([Sought(noun=noun, item_id=number)]))

    def under(self, noun: str, key: str) -> Row:
        return _raised(self.workspace.find([Sought(noun=noun, key=key)]))

    def rows(self, noun: str) -> dict[int, Row]:
        return {row.item_id: row for row in every(self.workspace, noun)}


def every(workspace: Workspace, noun: str, *, after: int = 0) -> list[Row]:
    """What all rows of a list say, or those after this one."""
    return [row for page in workspace.pages(noun, after=after) for row in page.rows()]


def _raised(answers: Sequence[T | WorkspaceError]) -> T:
    (answer,) = answers
    if isinstance(answer, WorkspaceError):
        raise answer
    return answer


class InBrowser:
    """Somebody in the site's browser pages."""

    def __init__(self, outside: Outside) -> None:
        self._site = outside.site

    def edit(self, noun: str, number: int, cells: Mapping[str, Any]) -> None:
        self._list(noun).edit(number, self._named(noun, cells))

    def add(self, noun: str, cells: Mapping[str, Any]) -> None:
        self._list(noun).add(self._named(noun, cells))

    def delete(self, noun: str, *numbers: int) -> None:
        for number in numbers:
            self._list(noun).delete(number)

    def rename(self, noun: str, column: str, title: str) -> None:
        self._list(noun).rename_column(self._column(noun, column), title)

    def cells(self, noun: str, number: int) -> dict[str, Any]:
        columns = self._list(noun).columns
        found = self._list(noun).items[number].values
        return {columns[name].title: value for name, value in found.items()}

    def _named(self, noun: str, cells: Mapping[str, Any]) -> dict[str, Any]:
        return {self._column(noun, title): self._row(noun, title, cell) for title, cell in cells.items()}

    def _row(self, noun: str, title: str, cell: Any) -> Any:
        target = self._list(noun).columns[self._column(noun, title)].target
        return self._site.list(target).find("Code", cell) if target == "Institucijas" and cell else cell

    def _column(self, noun: str, title: str) -> str:
        return next(one.name for one in self._list(noun).columns.values() if one.title == title)

    def _list(self, noun: str) -> SiteList:
        return self._site.list(URLS[noun])


class AtSheets:
    """Somebody in a spreadsheet program."""

    def __init__(self, book: Excel | Csv) -> None:
        self.book = book

    def edit(self, noun: str, number: int, cells: Mapping[str, Any]) -> None:
        def change(rows: Rows) -> Rows:
            row = rows[_at(rows, number)]
            for title, cell in cells.items():
                row[rows[0].index(title)] = cell
            return rows

        self.book.change(LISTS[noun].title, change)

    def add(self, noun: str, cells: Mapping[str, Any]) -> None:
        self.book.change(LISTS[noun].title, lambda rows: [*rows, [cells.get(title) for title in rows[0]]])

    def delete(self, noun: str, *numbers: int) -> None:
        def change(rows: Rows) -> Rows:
            gone = {_at(rows, number) for number in numbers}
            return [row for at, row in enumerate(rows) if at not in gone]

        self.book.change(LISTS[noun].title, change)

    def rename(self, noun: str, column: str, title: str) -> None:
        def change(rows: Rows) -> Rows:
            return [[title if cell == column else cell for cell in rows[0]], *rows[1:]]

        self.book.change(LISTS[noun].title, change)

    def cells(self, noun: str, number: int) -> dict[str, Any]:
        found = (row for row in self.book.rows(LISTS[noun].title) if str(row["ID"]) == str(number))
        return {title: _plain(cell) for title, cell in next(found).items()}


def _at(rows: Rows, number: int) -> int:
    place = rows[0].index("ID")
    return next(at for at, row in enumerate(rows) if len(row) > place and str(row[place]) == str(number))


def _plain(cell: Any) -> Any:
    return cell.date() if hasattr(cell, "date") and not isinstance(cell, date) else cell


@contextmanager
def place(kind: str, outside: Outside, folder: Path) -> Iterator[Place]:
    """A workspace of this kind with Latvia's plan."""
    if kind == "sharepoint":
        workspace: Workspace = outside.client(lists=latvian())
        yield Place(workspace, InBrowser(outside))
        workspace.close()
        return
    content = sheets(outside.site)
    book: Excel | Csv = Excel(folder / "forums.xlsx", content) if kind == "xlsx" else Csv(folder / "forums", content)
    yield Place(Workbook(book.path, zone=RIGA, lists=latvian()), AtSheets(book))
