"""Rows of a site's list as its JSON has them, made into rows of the port, and the other way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import orjson

from forum.edits import NOBODY, Editor
from forum.findings import Finding
from forum.store.base import Values
from sync import cells
from sync.columns import ListColumns, SiteColumn
from sync.workspace import NotUnderstood, Row, Stored, WriteInDoubt

# A folder stands among the rows of a list and is none.
FOLDER = 1
ALWAYS = ("Id", "FileSystemObjectType")
# What is asked where only the versions of rows are wanted.
MARKS = "$select=Id,FileSystemObjectType"
# Whose hand changed a row last, and when.
SIGNATURE = ("Modified", "Editor/Id", "Editor/Title", "Editor/EMail")


def selected(columns: ListColumns, *, signed: bool = False) -> str:
    """What to ask of rows: the columns that hold fields, and nothing else of the hundred that a list has; ``signed``:
    whose hand changed a row too."""
    more = SIGNATURE if signed or columns.spec.signed else ()
    names = ",".join(dict.fromkeys((*ALWAYS, *(one.key for one in columns.columns.values()), *more)))
    return f"$select={names}" + ("&$expand=Editor" if more else "")


def site_column(told: dict[str, Any]) -> SiteColumn:
    """A column as the site's ``fields`` tell it."""
    return SiteColumn(
        name=told["InternalName"],
        key=told["EntityPropertyName"],
        title=told["Title"],
        type=told["TypeAsString"],
        choices=tuple(told.get("Choices") or ()),
        target=(told.get("LookupList") or "").strip("{}").lower(),
        rich=bool(told.get("RichText")),
        fill_in=bool(told.get("FillInChoice")),
        demanded=bool(told.get("Required")) and not (told.get("ReadOnlyField") or told["TypeAsString"] == "File"),
    )


class Decoding:
    """How the rows of one list are read: for each field its key in an item and what reads the cell, worked out once."""

    def __init__(self, columns: ListColumns, zone: ZoneInfo) -> None:
        self._columns = columns
        told = columns.columns.items()
        self._cells = [(name, one.key, cells.decoder(one, zone)) for name, one in told]
        self._names, self._many = list(columns.columns), [(one.key, cells.reader(one, zone)) for _, one in told]
        self._editors: dict[object, Editor] = {}

    def rows(self, answer: Any) -> list[Row]:
        """The rows of an answer. Raises NotUnderstood."""
        try:
            return self._rows([item for item in answer["value"] if item["FileSystemObjectType"] != FOLDER])
        except (KeyError, TypeError) as error:
            raise self._wrong() from error

    def raw(self, bodies: Iterable[bytes]) -> list[Row]:
        """The rows that these bodies of a page's rows say. Raises NotUnderstood."""
        try:
            return self._rows(orjson.loads(b"[" + b",".join(bodies) + b"]"))
        except (KeyError, TypeError, orjson.JSONDecodeError) as error:
            raise self._wrong() from error

    def _wrong(self) -> NotUnderstood:
        return NotUnderstood(f"its answer about {self._columns.title} has not the right form")

    def _rows(self, items: Sequence[dict[str, Any]]) -> list[Row]:
        """Column by column, where all of it can be read; else item by item, to say which cells cannot."""
        try:
            columns = [read([item[key] for item in items]) for key, read in self._many]
        except cells.Unreadable:
            return [self._flawed(item) for item in items]
        return [
            self._row(item, dict(zip(self._names, told, strict=True)))
            for item, told in zip(items, zip(*columns, strict=True), strict=True)
        ]

    def _flawed(self, item: dict[str, Any]) -> Row:
        values: Values = {}
        flaws: tuple[Finding, ...] = ()
        for name, key, read in self._cells:
            try:
                values[name] = read(item[key])
            except cells.Unreadable as trouble:
                flaws = (*flaws, self._flaw(item, name, trouble))
        return self._row(item, values, flaws)

    def _row(self, item: dict[str, Any], values: Values, flaws: tuple[Finding, ...] = ()) -> Row:
        return Row(
            item_id=item["Id"],
            etag=item["odata.etag"],
            values=values,
            flaws=flaws,
            editor=self._editor(item["Editor"]) if item.get("Editor") else NOBODY,
            modified=item.get("Modified") or "",
        )

    def _flaw(self, item: dict[str, Any], name: str, trouble: cells.Unreadable) -> Finding:
        column = self._columns.columns[name].site.title
        place = {"list": self._columns.title, "row": str(item["Id"]), "column": column}
        return Finding(trouble.kind, {**place, **trouble.values})

    def _editor(self, told: dict[str, Any]) -> Editor:
        """Few hands change many rows."""
        key = (told.get("Id"), told.get("Title"), told.get("EMail"))
        found = self._editors.get(key)
        if found is None:
            account, name, email = key
            found = self._editors[key] = Editor(name or "", email or "", account)
        return found


def stored(answer: Any, *within: str) -> Stored:
    """The row that an answer to its making tells. Raises WriteInDoubt: one was made, and which one is not told."""
    try:
        for name in within:
            answer = answer[name]
        return Stored(int(answer["Id"]), str(answer["odata.etag"]))
    except (KeyError, TypeError, ValueError) as error:
        raise WriteInDoubt("its answer has not the right form") from error


def written(columns: ListColumns, values: Values, zone: ZoneInfo) -> dict[str, Any]:
    """What is sent to write these fields; those for which the list has no column are left out."""
    return {
        columns.columns[name].key: cells.encode(columns.columns[name], word, zone)
        for name, word in values.items()
        if name in columns.columns
    }
