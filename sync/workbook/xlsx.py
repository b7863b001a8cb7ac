"""An .xlsx file as a workbook: read by openpyxl; written cell by cell into its XML, so that all else stays as it was.

Loading and saving with openpyxl would lose pictures' shapes, threaded comments, slicers, and the values that formulas
had: a cell with a formula would read as empty until somebody opens the file in a spreadsheet program.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sync.workbook.grids import Cell, Edit, Grid, Unreadable
from sync.workbook.parts import Parts
from sync.workbook.sheet import Sheet

# Nobody's plan is larger; what unpacks to more is no workbook but an attack.
LARGEST = 500_000_000


class Xlsx:
    """One .xlsx file (``sync.workbook.grids`` says what each call does)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def files(self) -> Sequence[Path]:
        return [self._path]

    def read(self) -> tuple[Sequence[Grid], Sequence[str]]:
        from openpyxl import load_workbook

        try:
            with self._archive():
                book = load_workbook(self._path, data_only=True, read_only=True)
            try:
                return [Grid(one.title, dict(_rows(one))) for one in book.worksheets], []
            finally:
                book.close()
        except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
            raise Unreadable(f"{type(error).__name__}: {self._path.name}") from error

    def edited(self, edits: Mapping[str, Sequence[Edit]]) -> Sequence[tuple[Path, bytes]]:
        with self._archive() as archive:
            parts = Parts(archive)
            for title, wanted in edits.items():
                sheet = Sheet(parts, parts.sheet(title))
                for edit in wanted:
                    sheet.put(edit)
                sheet.done()
            parts.recalculate()
            return [(self._path, _packed(archive, parts))]

    def _archive(self) -> zipfile.ZipFile:
        try:
            archive = zipfile.ZipFile(self._path)
        except (OSError, zipfile.BadZipFile) as error:
            why = getattr(error, "strerror", None) or "no .xlsx file, or one with a password"
            raise Unreadable(f"{why}: {self._path.name}") from error
        if sum(one.file_size for one in archive.infolist()) > LARGEST:
            archive.close()
            raise Unreadable(f"too large: {self._path.name}")
        return archive


def _rows(sheet: Any) -> Iterator[tuple[int, dict[int, Cell]]]:
    # What a file says of its own size is not always so.
    sheet.reset_dimensions()
    for row, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        found = {column: _cell(cell) for column, cell in enumerate(cells, 1) if not _is_empty(cell)}
        if found:
            yield row, found


def _is_empty(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _cell(cell: Any) -> Cell:
    return cell if isinstance(cell, Cell) else str(cell)


def _packed(archive: zipfile.ZipFile, parts: Parts) -> bytes:
    """The file anew: parts that were not touched as they were."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for told in archive.infolist():
            content = parts.changed.get(told.filename)
            new.writestr(told, archive.read(told) if content is None else content, told.compress_type)
    return made.getvalue()
