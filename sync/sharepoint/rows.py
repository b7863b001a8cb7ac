"""Rows of a site's list as its JSON has them, made into rows of the port, and the other way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from forum.edits import NOBODY, Editor
from forum.findings import Finding
from forum.store.base import Values
from sync import cells
from sync.columns import ListColumns, SiteColumn
from sync.workspace import NotUnderstood, Page, Row, Stored, Unread, WriteInDoubt

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
    """How the rows of one list are read: for each field its key in an item and what reads its cells, worked out
    once."""

    def __init__(self, columns: ListColumns, zone: ZoneInfo) -> None:
        self._title = columns.title
        self._columns = [
            _Column(name, one.key, one.site.title, cells.reader(one, zone), cells.decoder(one, zone))
            for name, one in columns.columns.items()
        ]
        self._editors: dict[object, Editor] = {}

    def page(self, items: Sequence[Any], last: int) -> Page:
        """The rows among these items, all that there are up to ``last``. Raises NotUnderstood."""
        try:
            return self._page([item for item in items if item["FileSystemObjectType"] != FOLDER], last)
        except (KeyError, TypeError, AttributeError) as error:
            raise self._wrong() from error

    def rows(self, items: Sequence[Any]) -> list[Row]:
        """The rows among these items, each for itself. Raises NotUnderstood."""
        return self.page(items, 0).rows()

    def _page(self, items: Sequence[dict[str, Any]], last: int) -> Page:
        ids, etags = [item["Id"] for item in items], [item["odata.etag"] for item in items]
        modified = [item.get("Modified") or "" for item in items]
        if not (
            _all(int, ids) and len(set(ids)) == len(ids) and _all(str, etags) and all(etags) and _all(str, modified)
        ):
            raise self._wrong()
        unread: dict[int, list[tuple[str, Finding]]] = {}
        return Page(
            last=last,
            ids=ids,
            etags=etags,
            words={one.name: self._words(one, ids, [item[one.key] for item in items], unread) for one in self._columns},
            unread={item_id: Unread(*zip(*told, strict=True)) for item_id, told in unread.items()},
            editors=[self._editor(told) if (told := item.get("Editor")) else NOBODY for item in items],
            modified=modified,
        )

    def _words(
        self, column: _Column, ids: Sequence[int], raws: Sequence[Any], unread: dict[int, list[tuple[str, Finding]]]
    ) -> list[object]:
        """What the cells of a column say: all at once where all can be read, else one by one, to say which cannot."""
        try:
            return column.many(raws)
        except cells.Unreadable:
            words: list[object] = []
        for item_id, raw in zip(ids, raws, strict=True):
            try:
                words.append(column.one(raw))
            except cells.Unreadable as trouble:
                words.append(None)
                place = {"list": self._title, "row": str(item_id), "column": column.title}
                flaw = Finding(trouble.kind, {**place, **trouble.values})
                unread.setdefault(item_id, []).append((column.name, flaw))
        return words

    def _wrong(self) -> NotUnderstood:
        return NotUnderstood(f"its answer about {self._title} has not the right form")

    def _editor(self, told: dict[str, Any]) -> Editor:
        """Few hands change many rows."""
        key = (told.get("Id"), told.get("Title"), told.get("EMail"))
        found = self._editors.get(key)
        if found is None:
            account, name, email = key
            found = self._editors[key] = Editor(name or "", email or "", account)
        return found


def _all(kind: type, several: Sequence[object]) -> bool:
    return {kind}.issuperset(map(type, several))


@dataclass(frozen=True)
class _Column:
    """A field's column: its key in an item, its title, and what reads many of its cells, or one."""

    name: str
    key: str
    title: str
    many: cells.Reader
    one: cells.Decoder


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
