"""Reading: the rows of a worksheet that came back, by the words of its headings, in whichever order its columns are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from forum.worksheets import ENGLISH, FILLED
from words.worksheets import opening
from words.worksheets.laying import field_of, untouched
from words.worksheets.opening import Table, Unread, Why

# Which names of files may be worksheets, and which of these can be read.
KINDS = ("xlsx", "docx", "xlsm", "docm", "xls", "doc", "ods", "odt")
# Above its headings a sheet says how it is filled in; so far they are looked for.
HEAD = 40

__all__ = ["KINDS", "Row", "Unread", "Why", "read"]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row as it came back: its ``place`` (the row's number, or the table's), its ``key``, the measure's ``number``
    as it stands there, the ``cells`` that were to be filled in, and the ``letters`` of their columns, where these have
    any."""

    place: int
    key: str
    number: str
    cells: Mapping[str, str]
    letters: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> list[str]:
        """What was filled in, in the order of the fields."""
        english = [word] if (word := self.cells.get(ENGLISH)) else []
        return [*(self.cells.get(name, "") for name in FILLED), *english]


def read(content: bytes) -> list[Row]:
    """The rows of a worksheet; none where the file is no worksheet of ours.

    Raises Unread.
    """
    found: list[Row] = []
    for place, table in enumerate(opening.tables(content), 1):
        found += _listed(table) or _upright(table, place)
    return found


def _listed(table: Table) -> list[Row]:
    """A table with a row a measure."""
    for number, row in enumerate(table.rows[:HEAD]):
        columns = {name: place for place, cell in enumerate(row) if (name := field_of(cell))}
        if "choice" in columns and ("key" in columns or "number" in columns):
            below = enumerate(table.rows[number + 1 :], number + 2)
            letters = {name: _letter(place) for name, place in columns.items()} if table.letters else {}
            rows = (_row(place, {name: _at(one, at) for name, at in columns.items()}, letters) for place, one in below)
            return [one for one in rows if one.key or one.number or any(one.words)]
    return []


def _upright(table: Table, place: int) -> list[Row]:
    """A table about one measure, with a row a field."""
    pairs = {name: row[1] for row in table.rows if len(row) > 1 and (name := field_of(row[0]))}
    return [_row(place, pairs, {})] if "choice" in pairs and "key" in pairs else []


def _row(place: int, said: Mapping[str, str], letters: Mapping[str, str]) -> Row:
    cells = {name: "" if untouched(word) else word for name in (*FILLED, ENGLISH) if (word := said.get(name, ""))}
    return Row(place=place, key=said.get("key", ""), number=said.get("number", ""), cells=cells, letters=letters)


def _at(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _letter(place: int) -> str:
    """A column's letters: 0 is A, 26 is AA."""
    before, last = divmod(place, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)


def number(row: Row) -> str:
    """The measure's number as it stands in its cell: «2.8. LV-5» is 2.8."""
    return (row.number.split() or [""])[0].rstrip(".")
