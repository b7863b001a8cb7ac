"""Rows of a site's list as its JSON has them, made into rows of the port, and the other way."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from forum.edits import Editor
from forum.findings import Finding
from forum.store.base import Values
from sync import cells
from sync.columns import ListColumns, SiteColumn
from sync.workspace import Row, WorkspaceDown

# A folder stands among the rows of a list and is none.
FOLDER = 1
ALWAYS = ("Id", "FileSystemObjectType")
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
    )


def rows(columns: ListColumns, answer: Any, zone: ZoneInfo) -> list[Row]:
    """The rows of a page. Raises WorkspaceDown where the answer is not of the right form."""
    try:
        return [row(columns, item, zone) for item in answer["value"] if item["FileSystemObjectType"] != FOLDER]
    except (KeyError, TypeError) as error:
        raise WorkspaceDown(f"its answer about {columns.title} has not the right form") from error


def row(columns: ListColumns, item: dict[str, Any], zone: ZoneInfo) -> Row:
    """One item's cells in the forum's words."""
    values: Values = {}
    flaws = []
    for name, column in columns.columns.items():
        try:
            values[name] = cells.decode(column, item[column.key], zone)
        except cells.Unreadable as trouble:
            place = {"list": columns.title, "row": str(item["Id"]), "column": column.site.title}
            flaws.append(Finding(trouble.kind, {**place, **trouble.values}))
    return Row(
        item_id=item["Id"],
        etag=item["odata.etag"],
        values=values,
        flaws=tuple(flaws),
        editor=_editor(item.get("Editor") or {}),
        modified=item.get("Modified") or "",
    )


def _editor(told: dict[str, Any]) -> Editor:
    return Editor(told.get("Title") or "", told.get("EMail") or "", told.get("Id"))


def written(columns: ListColumns, values: Values, zone: ZoneInfo) -> dict[str, Any]:
    """What is sent to write these fields; those for which the list has no column are left out."""
    return {
        columns.columns[name].key: cells.encode(columns.columns[name], word, zone)
        for name, word in values.items()
        if name in columns.columns
    }
