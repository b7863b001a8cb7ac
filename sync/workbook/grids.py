"""Grids: the sheets of a workbook as they were read, cell by cell, and what is to be written into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from sync.workspace import Rejected, Unreachable

# What a cell holds as its file tells it; text alone in a CSV file.
Cell = str | int | float | bool | date | datetime | None


class Busy(Unreachable):
    """Somebody has the workbook open; it is left alone until it is closed."""

    kind = "workbook-busy"


class Unreadable(Unreachable):
    """The workbook cannot be read."""

    kind = "workbook-unreadable"


class Formula(Rejected):
    """The cell holds somebody's formula, and is not written over."""

    kind = "workbook-formula"


class KeepsRows(Rejected):
    """The rows of a workbook are taken away by people alone: what stands beside them there is not ours to lose."""

    kind = "workbook-keeps-rows"


@dataclass(frozen=True)
class Grid:
    """One sheet: its cells by row and by column, both counted from 1, the empty ones left out."""

    title: str
    rows: Mapping[int, Mapping[int, Cell]]

    @property
    def end(self) -> int:
        """The last row in which anything stands."""
        return max(self.rows, default=0)


@dataclass(frozen=True)
class Edit:
    """A cell to be written; a row below the last one is a new one."""

    row: int
    column: int
    value: Cell


class Book(Protocol):
    """A file format. Both calls may raise Unreadable."""

    def files(self) -> Sequence[Path]:
        """The files whose change is a change of the workbook."""

    def read(self) -> tuple[Sequence[Grid], Sequence[str]]:
        """The sheets that can be read, and the titles of those whose letters cannot be told."""

    def edited(self, edits: Mapping[str, Sequence[Edit]]) -> Sequence[tuple[Path, bytes]]:
        """The files with these cells written, by the sheets' titles, and everything else in them as it was. Raises
        Formula, Rejected."""
