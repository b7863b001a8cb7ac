"""Tables: a sheet as one of the forum's lists: its heading, which column holds which field, what its rows say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from sync.columns import TYPES, Column, ListColumns, SiteColumn, fit, folded
from sync.fields import Field, Kind
from sync.lists import ListNames, NounList
from sync.workbook.grids import Cell, Edit, Grid
from sync.workspace import ListFit

# The column that tells rows apart, as a site's lists have it too.
ID = "ID"
# What the first column of a list is called by people; its inner name on a site is Title.
TITLES = ("title", "nosaukums", "vārds, uzvārds")
# A heading stands in one of so many first rows; above it there may be a title.
HEADING_WITHIN = 10
# Hashes are told in letters alone: the last figures of an etag are the moment at which the row was read.
_LETTERS = str.maketrans("0123456789", "ghijklmnop")


@dataclass(frozen=True)
class Table:
    """A sheet whose columns fit. ``places`` are the columns by field, ``id_place`` that of the rows' numbers;
    ``headings`` are those still to be written, by column."""

    grid: Grid
    columns: ListColumns
    heading: int
    id_place: int
    headings: Mapping[int, str]

    @property
    def claims(self) -> dict[int, Cell]:
        """What stands in the column of numbers, by row."""
        return {row: self.grid.rows[row].get(self.id_place) for row in self.raw}

    @property
    def raw(self) -> dict[int, dict[str, Cell]]:
        """The cells by row and field, of rows in which anything stands."""
        found = {}
        for row, cells in self.grid.rows.items():
            told = {name: cells[at] for name, one in self.columns.columns.items() if (at := place(one)) in cells}
            if row > self.heading and told:
                found[row] = told
        return found

    def edits(self, row: int, cells: Mapping[str, Cell], *, number: int | None = None) -> list[Edit]:
        """Cells to be written into a row, and the headings that they need."""
        found = {place(self.columns.columns[name]): cell for name, cell in cells.items()}
        if number is not None:
            found[self.id_place] = number
        needed = [Edit(self.heading, at, title) for at, title in self.headings.items() if at in found]
        return [*needed, *(Edit(row, at, cell) for at, cell in found.items())]


def place(column: Column) -> int:
    """In which column of the sheet a field stands."""
    return int(column.site.key)


def table(spec: NounList, grid: Grid, *, names: ListNames, lists: Mapping[str, ListFit]) -> Table:
    """The sheet as this noun's list. Raises Misfit."""
    # Nobody has an account in a workbook.
    spec = NounList(
        spec.noun, spec.plural, spec.title, tuple(one for one in spec.fields if one.kind is not Kind.ACCOUNT)
    )
    heading = _heading(spec, grid, names)
    told = {at: str(cell) for at, cell in grid.rows.get(heading, {}).items()}
    id_place = next((at for at, title in told.items() if folded(title) == folded(ID)), 0)
    found = [_site_column(spec, at, title, names=names, lists=lists) for at, title in told.items() if at != id_place]
    free, missing = max(told, default=0) + 1, {}
    key = spec.by_name.get("key")
    if key is not None and not any(folded(one.name) == folded(key.column) for one in found):
        # Ours alone, and of no use to people: where it is missing, it is made.
        found.append(SiteColumn(name=key.column, key=str(free), title=key.column, type="Text"))
        missing[free] = key.column
        free += 1
    if not id_place:
        id_place, missing[free] = free, ID
    return Table(grid, fit(spec, grid.title, names=names, found=found, lists=lists), heading, id_place, missing)


def digest(cells: Mapping[str, object]) -> str:
    """By which it is known whether a row says the same as before."""
    told = json.dumps(cells, sort_keys=True, default=str, ensure_ascii=False).encode()
    return hashlib.blake2b(told, digest_size=8).hexdigest().translate(_LETTERS)


def _heading(spec: NounList, grid: Grid, names: ListNames) -> int:
    """The row of which most cells name a field."""
    known = {folded(word) for one in spec.fields for word in _words(one, names)}
    first = sorted(grid.rows)[:HEADING_WITHIN]
    scores = {row: sum(folded(str(cell)) in known for cell in grid.rows[row].values()) for row in first}
    return max(first, key=lambda row: scores[row], default=1)


def _words(one: Field, names: ListNames) -> tuple[str, ...]:
    wanted = names.columns.get(one.setting, one.column)
    return (wanted, one.column, *(TITLES if wanted == "Title" else ()))


def _site_column(spec: NounList, at: int, title: str, *, names: ListNames, lists: Mapping[str, ListFit]) -> SiteColumn:
    """A heading as a column of a site would be told: of whatever type its field wants, for a sheet knows no types."""
    one = next((one for one in spec.fields if folded(title) in map(folded, _words(one, names))), None)
    is_title = one is not None and one.column == "Title" and folded(title) in TITLES
    target = lists[one.target].list_id if one is not None and one.target in lists else ""
    return SiteColumn(
        name="Title" if is_title else title,
        key=str(at),
        title=title,
        type=TYPES[one.kind][0] if one is not None else "Text",
        target=target,
    )
