"""Rows of a workbook packed into one text each, as they land, and unpacked again."""

from __future__ import annotations

from forum.edits import Editor
from forum.findings import Finding
from forum.store import jsons
from sync.workspace import Raw, Row


def packed(row: Row) -> Raw:
    """A row in a text that ``unpacked`` reads."""
    editor = (row.editor.name, row.editor.email, row.editor.account)
    told = (row.values, [one.kept for one in row.flaws], editor, row.modified)
    return Raw(row.item_id, row.etag, jsons.dumps(told).encode())


def unpacked(raw: Raw) -> Row:
    """The opposite of ``packed``."""
    values, flaws, editor, modified = jsons.loads(raw.body)
    return Row(
        item_id=raw.item_id,
        etag=raw.etag,
        values=values,
        flaws=tuple(map(Finding.of, flaws)),
        editor=Editor(*editor),
        modified=modified,
    )
