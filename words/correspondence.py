"""Correspondence in words: what passed between the forum and a body in one round, as lines and as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from forum.correspondence import Entry
from words import dates, lists
from words.books import dress, saved
from words.texts import Texts

# The workbook's columns, by what each holds, and how wide each is (signs).
WIDTHS = {"when": 20, "what": 60, "about": 16, "who": 34, "way": 22, "state": 24}
# Values by which a text chooses what it says; none of them is a word of anybody's.
CHOSEN = ("rung", "manner", "trouble")


@dataclass(frozen=True)
class Line:
    """One entry as people read it; ``when``: the moment, by the forum's clock."""

    when: str
    what: str
    about: str
    who: str
    way: str
    state: str


def lines(texts: Texts, language: str, zone: ZoneInfo, entries: Sequence[Entry]) -> list[Line]:
    """A line for each, in their order."""
    return [_line(texts, language, zone, one) for one in entries]


def _line(texts: Texts, language: str, zone: ZoneInfo, one: Entry) -> Line:
    values = {name: _value(name, value, language) for name, value in one.values.items()}
    return Line(
        when=dates.full_moment(one.at, zone, language),
        what=texts.label(language, f"corr-{one.what}", **values),
        about=lists.numbers(one.about, language) if one.about else "",
        who=one.who,
        way=texts.label(language, "corr-way", way=one.way) if one.way else "",
        state=texts.label(language, "corr-state", state=one.state) if one.state else "",
    )


def _value(name: str, value: Any, language: str) -> str | int:
    """One of an entry's values, as its text takes it."""
    if isinstance(value, date):
        return dates.until_day(value, language) if name == "until" else dates.long_day(value, language)
    if isinstance(value, int):
        return value
    return str(value or "none").replace("_", "-") if name in CHOSEN else str(value)


def xlsx(texts: Texts, language: str, *, title: str, told: Sequence[Line], day: date) -> bytes:
    """The same as .xlsx, for the office's records; the same lines give the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = texts.label(language, "corr-of")
    sheet.append([texts.label(language, f"corr-column-{name}") for name in WIDTHS])
    for line in told:
        sheet.append([getattr(line, name) for name in WIDTHS])
    dress(sheet, [*WIDTHS.values()])
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.data_type = "s"  # nobody's words are a formula
    book.properties.title, book.properties.creator = title, ""
    return saved(book, day)
