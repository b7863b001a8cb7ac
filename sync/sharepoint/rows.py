"""Rows of a site's list as its JSON has them, made into rows of the port, and the other way."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from forum.edits import NOBODY, Editor
from forum.findings import Finding
from forum.store.base import Values
from sync import cells
from sync.columns import ListColumns, SiteColumn
from sync.sharepoint.forms import Form, Items, Signer
from sync.workspace import NotUnderstood, Page, Row, Stored, Unread, WriteInDoubt

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
        self.form = Form(one.key for one in self._columns)
        self._editors: dict[Signer | None, Editor] = {}

    def page(self, items: Items, last: int) -> Page:
        """The rows among these items, all that there are up to ``last``. Raises NotUnderstood."""
        told = items.rows().columns
        ids, etags = told["Id"], told["odata.etag"]
        if not (len(set(ids)) == len(ids) and all(etags)):
            raise self._wrong()
        unread: dict[int, list[tuple[str, Finding]]] = {}
        try:
            words = {one.name: self._words(one, ids, told[one.key], unread) for one in self._columns}
            editors = self._hands(told["Editor"])
        except (TypeError, AttributeError) as error:
            raise self._wrong() from error
        return Page(
            last=last,
            ids=ids,
            etags=etags,
            words=words,
            unread={item_id: Unread(*zip(*each, strict=True)) for item_id, each in unread.items()},
            editors=editors,
            modified=[moment or "" for moment in told["Modified"]],
        )

    def among(self, items: Items, wanted: Collection[int]) -> list[Row]:
        """Those among these items that are wanted, by item id, each for itself. Raises NotUnderstood."""
        return self.page(items.where([number in wanted for number in items.columns["Id"]]), 0).rows()

    def rows(self, items: Sequence[Any]) -> list[Row]:
        """The rows among these items, which were decoded already, each for itself. Raises NotUnderstood."""
        return self.page(self.form.of(items), 0).rows()

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

    def _hands(self, signers: Sequence[Signer | None]) -> list[Editor]:
        """Few hands change many rows, and each is one object."""
        for new in set(signers) - self._editors.keys():
            self._editors[new] = Editor(new.Title or "", new.EMail or "", new.Id) if new else NOBODY
        return [self._editors[one] for one in signers]


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
