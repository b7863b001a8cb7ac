"""Planning: several writes put together, so that a workbook's file is replaced once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from forum.store.base import Values
from sync.workbook.grids import Cell, Edit, KeepsRows
from sync.workbook.reading import Settled
from sync.workspace import Change, Gone, KeyTaken, Stale

# A noun's fields as they stand in cells.
Dress = Callable[[str, Values], Mapping[str, Cell]]


@dataclass
class Plan:
    """What is to be written: by noun its list, the cells and the numbers by row of the sheet."""

    lists: dict[str, Settled] = field(default_factory=dict)
    cells: dict[str, dict[int, Mapping[str, Cell]]] = field(default_factory=dict)
    numbers: dict[str, Mapping[int, int]] = field(default_factory=dict)
    _keys: set[tuple[str, str]] = field(default_factory=set)

    def add(self, change: Change, settled: Settled, dress: Dress) -> int:
        """Take a change in; answers its row's number. Raises KeyTaken, Gone, Stale, KeepsRows."""
        if change.remove:
            raise KeepsRows(f"{settled.table.grid.title}, ID {change.item_id}")
        number = change.item_id
        if number is None:
            number, row, values = *self._new(change, settled), {**change.values, "key": change.key}
            self.numbers[change.noun] = {**self.numbers.get(change.noun, {}), row: number}
        else:
            row, values = _row(change, settled), change.values
        self.lists[change.noun] = settled
        self.cells.setdefault(change.noun, {})[row] = dress(change.noun, values)
        return number

    @property
    def edits(self) -> dict[str, list[Edit]]:
        """The cells to be written, by the title of their sheet."""
        found = {}
        for noun, settled in self.lists.items():
            cells, numbers = self.cells.get(noun, {}), self.numbers.get(noun, {})
            rows = sorted({*cells, *numbers})
            found[settled.table.grid.title] = [
                edit for row in rows for edit in settled.table.edits(row, cells.get(row, {}), number=numbers.get(row))
            ]
        return found

    @property
    def last(self) -> dict[str, int]:
        """The last number given on each of these sheets."""
        return {
            settled.table.grid.title: max([settled.seen.last, *self.numbers.get(noun, {}).values()])
            for noun, settled in self.lists.items()
        }

    def _new(self, change: Change, settled: Settled) -> tuple[int, int]:
        """The number and the place of a new row."""
        if settled.by_key(change.key) is not None or (change.noun, change.key) in self._keys:
            raise KeyTaken
        self._keys.add((change.noun, change.key))
        before = len(self.numbers.get(change.noun, {}))
        end = max(settled.table.grid.end, settled.table.heading)
        return settled.seen.last + 1 + before, end + 1 + before


def _row(change: Change, settled: Settled) -> int:
    number = change.item_id or 0
    if number not in settled.rows:
        raise Gone
    # What stands after the comma is when the row was read.
    if settled.rows[number].etag.partition(",")[0] != change.etag.partition(",")[0]:
        raise Stale
    return settled.places[number]
