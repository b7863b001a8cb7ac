"""The worklist: a report's texts that are not translated yet, out as a workbook with an empty column, and in again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from forum.replies import LONGEST
from forum.translations import Source, digest
from words.books import dress, saved
from words.lists import number
from words.reports.telling import Telling

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# The columns, by what each holds, and how wide each is (signs). The key knows the text again, and is left alone.
WIDTHS = {"place": 30, "source": 80, "language": 10, "translation": 80, "key": 16}
COLUMNS = {name: chr(ord("A") + at) for at, name in enumerate(WIDTHS)}


@dataclass(frozen=True)
class Flaw:
    """What is wrong with a cell: its ``row`` (from 1) and ``column`` (a letter), and the text that says it."""

    row: int
    column: str
    what: str


@dataclass(frozen=True)
class Read:
    """What came back: ``texts`` by the digest of what they translate, how many rows are ``empty`` still, the places of
    texts that were ``changed`` since, and what is wrong (then nothing of it is to be kept)."""

    texts: Mapping[str, str]
    empty: int
    changed: Sequence[str]
    flaws: Sequence[Flaw]


class NoWorklist(Exception):
    """This file is no worklist; take a new one."""


def xlsx(found: Iterable[Source], language: str, telling: Telling) -> bytes:
    """The texts as .xlsx, to be translated into ``language``; ``telling``: in whose language the columns are named."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = telling.say("worklist-title", language=language)
    sheet.append([telling.say(f"worklist-{name}") for name in WIDTHS])
    for one in found:
        sheet.append([place(one, telling), one.text, language, "", digest(one.text)])
    dress(sheet, [*WIDTHS.values()], keys=[len(WIDTHS)])
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # nobody's words are a formula
    return saved(book)


def place(one: Source, telling: Telling) -> str:
    """Where a text stands: «2.8. Paveikts (IZM)»."""
    what = telling.say("worklist-what", what=one.what)
    found = " ".join(filter(None, [number(one.number, telling.language) if one.number else "", what]))
    return f"{found} ({one.code})" if one.code else found


def read(content: bytes, language: str, current: Iterable[Source]) -> Read:
    """What was filled in, held against the texts that the report has now. Raises NoWorklist."""
    known = {digest(one.text) for one in current}
    texts, changed, flaws, empty = dict[str, str](), list[str](), list[Flaw](), 0
    for at, row in enumerate(_rows(content), 2):
        cells = dict(zip(WIDTHS, row, strict=True))
        if not any(cells.values()):
            continue
        wrong = _flaws(at, cells, language, texts)
        flaws += wrong
        if wrong:
            continue
        if not cells["translation"]:
            empty += 1
        elif cells["key"] not in known:
            changed.append(cells["place"] or f"{COLUMNS['source']}{at}")
        else:
            texts[cells["key"]] = cells["translation"]
    return Read({} if flaws else texts, empty, changed, flaws)


def _rows(content: bytes) -> Iterable[list[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as trouble:
        raise NoWorklist("it is no .xlsx file") from trouble
    sheet: Worksheet = book.worksheets[0]
    rows = sheet.iter_rows(values_only=True)
    if len([cell for cell in next(rows, ()) if cell]) < len(WIDTHS):
        raise NoWorklist("its first row does not name the five columns")
    return [[_text(cell) for cell in [*row, *[None] * len(WIDTHS)][: len(WIDTHS)]] for row in rows]


def _text(cell: object) -> str:
    """A cell's words; Excel keeps line ends in its own way."""
    return "" if cell is None else str(cell).replace("_x000D_", "").replace("\r\n", "\n").strip()


def _flaws(at: int, cells: Mapping[str, str], language: str, texts: Mapping[str, str]) -> list[Flaw]:
    found = []
    if not cells["key"]:
        found.append(Flaw(at, COLUMNS["key"], "no-key"))
    elif digest(cells["source"]) != cells["key"]:
        found.append(Flaw(at, COLUMNS["source"], "source-edited"))
    if cells["language"] != language:
        found.append(Flaw(at, COLUMNS["language"], "other-language"))
    if len(cells["translation"]) > LONGEST:
        found.append(Flaw(at, COLUMNS["translation"], "too-long"))
    twice = cells["translation"] and texts.get(cells["key"], cells["translation"]) != cells["translation"]
    if twice:
        found.append(Flaw(at, COLUMNS["translation"], "twice"))
    return found
