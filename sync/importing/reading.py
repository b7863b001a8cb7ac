"""Reading a plan's files: every row with its place, and everything that is wrong about them at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from forum.findings import Finding
from forum.store.base import Values
from sync.cells import TYPED
from sync.importing import headings
from sync.importing.headings import DATES, KEYS, NAMES, NEEDED, bare
from sync.workbook import folder
from sync.workbook.grids import Cell, Grid
from sync.workbook.xlsx import Xlsx

# A heading stands in one of so many first rows; above it there may be a title.
HEADING_WITHIN = 10
# A line of text on a SharePoint site holds so many signs:
# https://learn.microsoft.com/en-us/previous-versions/office/developer/sharepoint-2010/ms464652(v=office.14)
LINE = 255
NOTES = ("problem", "result", "text")
# Where the whole of a title that is longer goes, by kind of row.
WHOLE = {"commitment": "problem", "measure": "result", "milestone": "text"}


@dataclass(frozen=True)
class Told:
    """One row of a file: what it is to become, and where it stands. ``values`` are in the forum's words, but where a
    field names another row, by what the file calls that."""

    noun: str
    table: str
    row: int
    values: Values
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """By which it is known apart from its like."""
        return bare(str(self.values[KEYS[self.noun]]))

    def at(self, name: str, **more: str) -> dict[str, str]:
        """Where one of its cells stands, as a finding tells it."""
        return {"list": self.table, "row": str(self.row), "column": self.titles[name], **more}


@dataclass
class Read:
    """What some files say: rows, what is wrong (then nothing is imported), and what was kept otherwise than one might
    think (``notes``). ``spoilt``: rows of which something is wrong, by kind and number; others may name them."""

    rows: list[Told] = field(default_factory=list)
    spoilt: set[tuple[str, str]] = field(default_factory=set)
    wrong: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)


def read(paths: Sequence[Path]) -> Read:
    """All that these files (.xlsx, each sheet; .csv) say of a plan. Raises Unreadable (of ``sync.workbook.grids``), and
    UnicodeError where a file's letters cannot be told."""
    found = Read()
    grids = [grid for path in paths for grid in _grids(path)]
    for grid, noun in zip(grids, headings.nouns([(grid.title, _words(grid)) for grid in grids]), strict=True):
        if noun is None:
            found.wrong.append(Finding("import-what", {"list": grid.title}))
        else:
            _table(found, noun, grid)
    _twice(found)
    return found


def _grids(path: Path) -> Sequence[Grid]:
    return Xlsx(path).read()[0] if path.suffix.lower() == ".xlsx" else [folder.grid(path)]


def _words(grid: Grid) -> frozenset[str]:
    """All that may be a heading."""
    first = sorted(grid.rows)[:HEADING_WITHIN]
    return frozenset(bare(str(cell)) for row in first for cell in grid.rows[row].values())


def _table(found: Read, noun: str, grid: Grid) -> None:
    heading, places = _heading(noun, grid)
    lacking = [name for name in NEEDED[noun] if name not in places]
    if lacking:
        words = ", ".join(headings.HEADINGS[noun][name][0] for name in lacking)
        found.wrong.append(Finding("import-no-column", {"list": grid.title, "columns": words}))
        return
    titles = {name: str(grid.rows[heading][at]) for name, at in places.items()}
    for row, cells in sorted(grid.rows.items()):
        told = {name: cells.get(at) for name, at in places.items()}
        if row > heading and any(cell is not None for cell in told.values()):
            _row(found, Told(noun, grid.title, row, {}, titles), told)


def _heading(noun: str, grid: Grid) -> tuple[int, dict[str, int]]:
    """The row of which most cells are headings, and in which column each field stands."""
    first = sorted(grid.rows)[:HEADING_WITHIN]
    found = {row: headings.columns(noun, {at: str(cell) for at, cell in grid.rows[row].items()}) for row in first}
    best = max(first, key=lambda row: len(found[row]), default=0)
    return best, found.get(best, {})


def _row(found: Read, place: Told, cells: Mapping[str, Cell]) -> None:
    """Every cell is looked at, so that all that is wrong with the row is told at once."""
    wrong = [Finding("import-empty", place.at(name)) for name in NEEDED[place.noun] if cells.get(name) in (None, "")]
    values = Values()
    for name, cell in cells.items():
        word = _word(name, cell)
        if name == "due_on" and isinstance(word, Finding):
            values["vague"] = str(cell).strip()
        elif isinstance(word, Finding):
            wrong.append(replace(word, values=place.at(name)))
        elif word not in (None, "", []):
            values[name] = word
    vague = values.pop("vague", None)
    if vague is not None and not values.get("due_text"):
        values["due_text"] = vague
        found.notes.append(Finding("import-vague", place.at("due_on", text=str(vague))))
    found.wrong += wrong
    found.notes += _shortened(place, values)
    if wrong:
        found.spoilt.add((place.noun, bare(str(cells.get(KEYS[place.noun], "")))))
    else:
        found.rows.append(Told(place.noun, place.table, place.row, values, place.titles))


def _shortened(place: Told, values: Values) -> list[Finding]:
    """A title that is longer than a line of the platform's stands there as far as it fits; the whole of it is kept
    where longer texts are."""
    title, whole = str(values.get("title", "")), WHOLE.get(place.noun)
    if len(title) <= LINE:
        return []
    values["title"] = f"{title[: LINE - 1].rsplit(' ', 1)[0]}…"
    if whole is not None:
        values[whole] = "\n\n".join([title, *([str(values[whole])] if values.get(whole) else [])])
    return [Finding("import-long", place.at("title"))]


def _word(name: str, cell: Cell) -> object:
    """What a cell says in the forum's words; a finding where it says nothing that can be kept."""
    if cell is None:
        return None
    if name in DATES:
        return _day(cell)
    # A figure with a point may have been another text: 2.1 was perhaps 2.10, or a day.
    if isinstance(cell, date) or (isinstance(cell, float) and (name == "number" or not cell.is_integer())):
        return Finding("import-figure", {})
    return _text(name, str(int(cell) if isinstance(cell, float) else cell).strip())


def _text(name: str, text: str) -> object:
    if name == "side" and text:
        return headings.SIDE_WORDS.get(bare(text)) or Finding("import-no-side", {})
    if name in NAMES and NAMES[name][1]:
        return [one.strip() for part in text.split(";") for one in part.split("\n") if one.strip()]
    if len(text) > LINE and name not in (*NOTES, "title"):
        return Finding("import-too-long", {})
    return text.rstrip(".") if name == "number" else text


def _day(cell: Cell) -> object:
    """A day as ISO; a text that names none is vague."""
    if isinstance(cell, datetime | date):
        return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
    found = TYPED.fullmatch(str(cell).strip())
    if found is None:
        return Finding("import-not-day", {})
    try:
        day = date.fromisoformat(found["iso"]) if found["iso"] else date(*map(int, found.group("year", "month", "day")))
    except ValueError:
        return Finding("import-not-day", {})
    return day.isoformat()


def _twice(found: Read) -> None:
    """A number or code that two rows have."""
    seen: dict[tuple[str, str], Told] = {}
    for one in found.rows:
        first = seen.setdefault((one.noun, one.key), one)
        if first is not one:
            name = KEYS[one.noun]
            found.wrong.append(
                Finding("import-twice", one.at(name, first=str(first.row), number=str(one.values[name])))
            )


def named(one: Told) -> Iterator[tuple[str, str, str]]:
    """(field, kind of row, what it is called) of every row that this one names."""
    for name, (noun, _) in NAMES.items():
        told = one.values.get(name)
        for word in [told] if isinstance(told, str) else told or ():
            yield name, noun, word
