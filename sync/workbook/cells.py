"""Cells of a workbook: what people type, made into what a site's cell would say, and the other way."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sync import cells
from sync.cells import Unreadable
from sync.columns import Column, folded
from sync.fields import Kind
from sync.workbook.grids import Cell

# Row ids of a looked-up list by what people write for a row.
Find = Callable[[str], int]
YES = {"jā": True, "ja": True, "yes": True, "x": True, "1": True, "nē": False, "ne": False, "no": False, "0": False}
SAID = {True: "Jā", False: "Nē"}
_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?(?:,?\s+(?:plkst\.\s?)?(\d{1,2})[:.](\d\d)(?::\d\d)?)?")
_PARTS = re.compile(r"[;\n]")


def read(column: Column, cell: Cell, *, zone: ZoneInfo, find: Find) -> object:
    """A cell in the forum's words; ``find`` gives the looked-up row. Raises Unreadable."""
    kind = column.field.kind
    if kind in (Kind.LOOKUP, Kind.LOOKUPS):
        return _found(column, cell, find)
    return cells.decode(column, _raw(kind, cell, zone), zone)


def _raw(kind: Kind, cell: Cell, zone: ZoneInfo) -> object:
    if kind in (Kind.DATE, Kind.MOMENT):
        return _moment(cell, zone)
    if kind is Kind.YES:
        return _yes(cell)
    if kind is Kind.WHOLE:
        return int(cell) if isinstance(cell, str) and cell.strip().isdigit() else cell
    if kind is Kind.CHOICES:
        return [one.strip() for one in re.split(r"[;,\n]", _text(cell)) if one.strip()]
    # A whole number is the same in figures as in words; 2.1 may have been 2.10, and a day was perhaps none.
    return _text(cell) if isinstance(cell, int) and not isinstance(cell, bool) else cell


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _moment(cell: Cell, zone: ZoneInfo) -> object:
    """A day or an hour of the forum's zone as an instant."""
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=zone).isoformat()
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day, tzinfo=zone).isoformat()
    if not isinstance(cell, str):
        return cell
    try:
        return _typed(cell.strip(), zone).isoformat()
    except ValueError:
        raise Unreadable("cell-not-date") from None


def _typed(text: str, zone: ZoneInfo) -> datetime:
    found = _DAY.fullmatch(text)
    if found:
        day, month, year, hour, minute = (int(one or 0) for one in found.groups())
        return datetime(year, month, day, hour, minute, tzinfo=zone)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _yes(cell: Cell) -> object:
    return YES.get(folded(_text(cell)), cell) if not isinstance(cell, bool) else cell


def _found(column: Column, cell: Cell, find: Find) -> object:
    """The rows that a cell names: the whole of it, or several with semicolons, lines or commas between them."""
    if cell is None:
        return column.field.nothing
    text = _text(cell)
    if column.field.kind is Kind.LOOKUP:
        return find(text)
    try:
        return [find(text)]
    except Unreadable:
        rows = [row for part in _PARTS.split(text) if part.strip() for row in _several(part, find)]
        return list(dict.fromkeys(rows))


def _several(part: str, find: Find) -> list[int]:
    try:
        return [find(part)]
    except Unreadable:
        return [find(one) for one in part.split(",") if one.strip()]


def written(column: Column, word: object, *, zone: ZoneInfo, name: Callable[[int], str]) -> Cell:
    """A field's value as it stands in a cell; ``name`` says what is written for a looked-up row."""
    kind = column.field.kind
    if word is None or word == []:
        return None
    if kind is Kind.DATE:
        return date.fromisoformat(str(word))
    if kind is Kind.MOMENT:
        return datetime.fromisoformat(str(word)).astimezone(zone).replace(tzinfo=None)
    if kind is Kind.YES:
        return SAID[bool(word)]
    if kind in (Kind.LOOKUP, Kind.LOOKUPS):
        wanted = word if isinstance(word, list) else [word]
        return "; ".join(filter(None, map(name, wanted)))
    said = cells.encode(column, word, zone)
    return said if isinstance(said, int) else str(said)
