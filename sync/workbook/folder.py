"""A folder of CSV files as a workbook: one file a list, its encoding and separator kept as they were found."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sync.workbook.grids import Cell, Edit, Grid, Unreadable

# What a spreadsheet program would take for the beginning of a formula.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
# The letters beyond ASCII that the Baltic countries' files hold, and typographic signs. Another letter means that the
# bytes were written in another encoding: there "ā" would be read as something else without any error.
_BALTIC = re.compile(r"[\x00-\x7f\s āčēģīķļņšūžōŗĀČĒĢĪĶĻŅŠŪŽŌŖąęėįųĄĘĖĮŲäöüõßÄÖÜÕéó«»„“”‚‘’–—…•°§€±²³·½¼×\xad]*")


@dataclass(frozen=True)
class _Form:
    """How a file was written."""

    encoding: str
    separator: str
    line_end: str


class Folder:
    """A folder of CSV files (``sync.workbook.grids`` says what each call does)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def files(self) -> Sequence[Path]:
        if not self._path.is_dir():
            raise Unreadable(f"no such folder: {self._path.name}")
        return sorted(one for one in self._path.iterdir() if _is_sheet(one))

    def read(self) -> tuple[Sequence[Grid], Sequence[str]]:
        grids, unread = [], []
        for path in self.files():
            try:
                grids.append(grid(path))
            except UnicodeError:
                unread.append(path.stem)
        return grids, unread

    def edited(self, edits: Mapping[str, Sequence[Edit]]) -> Sequence[tuple[Path, bytes]]:
        return [(path, _edited(path, edits[path.stem])) for path in self.files() if path.stem in edits]


def grid(path: Path) -> Grid:
    """A CSV file as a sheet. Raises UnicodeError where its letters cannot be told, Unreadable."""
    _, rows = _read(path)
    cells = ((number, _cells(row)) for number, row in enumerate(rows, 1))
    return Grid(path.stem, {number: found for number, found in cells if found})


def _edited(path: Path, edits: Sequence[Edit]) -> bytes:
    form, rows = _read(path)
    for edit in edits:
        rows += [[] for _ in range(edit.row - len(rows))]
        row = rows[edit.row - 1]
        row += [""] * (edit.column - len(row))
        row[edit.column - 1] = _written(edit.value)
    return _encoded(rows, form)


def _is_sheet(path: Path) -> bool:
    return path.suffix.lower() == ".csv" and not path.name.startswith((".", "~$"))


def _read(path: Path) -> tuple[_Form, list[list[str]]]:
    """How the file is written, and its rows. Raises UnicodeError where its letters cannot be told, Unreadable."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{error.strerror}: {path.name}") from error
    text, encoding = _decoded(content)
    head = text.partition("\n")[0]
    form = _Form(encoding, max(";,\t", key=head.count), "\r\n" if "\r\n" in text else "\n")
    try:
        return form, list(csv.reader(io.StringIO(text, newline=""), delimiter=form.separator))
    except csv.Error as error:
        raise Unreadable(f"{error}: {path.name}") from error


def _decoded(content: bytes) -> tuple[str, str]:
    if content.startswith(b"\xef\xbb\xbf"):
        return content.decode("utf-8-sig"), "utf-8-sig"
    try:
        return content.decode(), "utf-8"
    except UnicodeDecodeError:
        text = content.decode("cp1257")
        if not _BALTIC.fullmatch(text):
            raise
        return text, "cp1257"


def _encoded(rows: Sequence[Sequence[str]], form: _Form) -> bytes:
    """The rows as the file was written; where its encoding has not all the signs, as UTF-8 that Excel knows."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=form.separator, lineterminator=form.line_end).writerows(rows)
    try:
        return text.getvalue().encode(form.encoding)
    except UnicodeEncodeError:
        return text.getvalue().encode("utf-8-sig")


def _cells(row: Sequence[str]) -> dict[int, Cell]:
    return {number: _unguarded(cell) for number, cell in enumerate(row, 1) if cell.strip()}


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(DANGEROUS) else text


def _written(value: Cell) -> str:
    """A cell's text; what looks like a formula gets an apostrophe before it, so that no program runs it."""
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(DANGEROUS) else text
