"""Cells: a column's value as the site gives it, in the forum's words, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from sync.columns import Column, folded
from sync.fields import Field, Kind
from sync.notes import plain

# A cell that a spreadsheet took for a date without there being one falls into 1899 or 1900.
FIRST_YEAR = 1990
# A day typed into a column of text, as Latvian offices write it or as computers do; nothing vaguer is guessed at.
TYPED = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})\.?|(?P<iso>\d{4}-\d\d-\d\d)")
# About so many different cells of a column are remembered while its list is read: a word or a day stands in many.
SAME = 1024

# What a cell says, as JSON has it, in the forum's words.
Decoder = Callable[[Any], object]
Reader = Callable[[Sequence[Any]], list[object]]


class Unreadable(Exception):
    """The cell says nothing that can be kept: the kind of finding it makes, which never repeats what it says."""

    def __init__(self, kind: str, **values: str | int) -> None:
        super().__init__(kind)
        self.kind, self.values = kind, values


def decode(column: Column, raw: object, zone: ZoneInfo) -> object:
    """A cell in the forum's words; days are those of the site's ``zone``. Raises Unreadable."""
    return decoder(column, zone)(raw)


def decoder(column: Column, zone: ZoneInfo) -> Decoder:
    """``decode`` for all cells of one column: what is the same for all of them is worked out once. It raises
    Unreadable."""
    one, read = column.field, _DECODERS[column.field.kind]
    several, empty = one.kind in _SEVERAL, one.nothing

    def decoded(raw: Any) -> object:
        if raw is None or raw in _EMPTY:
            return [] if several else empty
        return read(one, raw, zone)

    return decoded


def reader(column: Column, zone: ZoneInfo) -> Reader:
    """``decoder`` for many cells of one column at once. It raises Unreadable where any of them says nothing."""
    kind, one = column.field.kind, decoder(column, zone)
    if kind in _REPEATING:
        return _repeating(one)
    return _READERS[kind](one) if kind in _READERS else lambda raws: [one(raw) for raw in raws]


def _repeating(one: Decoder) -> Reader:
    known: dict[object, object] = {}

    def read(raws: Sequence[Any]) -> list[object]:
        if len(known) > SAME:
            known.clear()
        new = {raw for raw in raws if type(raw) is str} - known.keys()
        known.update((raw, one(raw)) for raw in new)
        return [known[raw] if type(raw) is str else one(raw) for raw in raws]

    return read


def encode(column: Column, word: object, zone: ZoneInfo) -> object:
    """A field's value as the site takes it; the opposite of ``decode``."""
    kind = column.field.kind
    if kind is Kind.DATE and isinstance(word, str):
        return _day(column, date.fromisoformat(word), zone)
    if kind is Kind.MOMENT and isinstance(word, str):
        return _instant(datetime.fromisoformat(word))
    if kind is Kind.CHOICE and word is not None:
        return word_of(column, str(word))
    if kind is Kind.LINK and column.site.type == "URL":
        return {"Url": word, "Description": word} if word else None
    if kind is Kind.NOTE and column.site.rich:
        return escape(str(word), quote=False).replace("\n", "<br>")
    return word


def _day(column: Column, day: date, zone: ZoneInfo) -> str:
    """As a column of dates or of text takes it."""
    if column.site.type == "Text":
        return f"{day:%d.%m.%Y.}"
    return _instant(datetime.combine(day, time(), zone))


def canonical(field: Field, word: object) -> object:
    """A value as it would be read back: moments in UTC and whole seconds, as the site keeps them."""
    if field.kind is Kind.MOMENT and isinstance(word, str):
        return datetime.fromisoformat(word).astimezone(UTC).replace(microsecond=0).isoformat()
    return word


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def word_of(column: Column, code: str) -> str:
    """The site's own spelling of a choice, where it has one."""
    word = next((word for word, known in column.field.words.items() if known == code), code)
    return next((choice for choice in column.site.choices if folded(choice) == folded(word)), word)


def _text(field: Field, raw: object, zone: ZoneInfo) -> str:
    return " ".join(_string(raw).split())


def _number(field: Field, raw: object, zone: ZoneInfo) -> str:
    """2.8. and 2.8 are one number; 2.10 stays what it is."""
    return "".join(_string(raw).split()).rstrip(".")


def _note(field: Field, raw: object, zone: ZoneInfo) -> str:
    return plain(_string(raw))


def _string(raw: object) -> str:
    if not isinstance(raw, str):
        raise Unreadable("cell-not-text")
    return raw


def _date(field: Field, raw: object, zone: ZoneInfo) -> str:
    day = _typed_day(_string(raw)) or _read_moment(raw).astimezone(zone).date()
    if day.year < FIRST_YEAR:
        raise Unreadable("cell-early-date", year=str(FIRST_YEAR))
    return day.isoformat()


def _typed_day(text: str) -> date | None:
    """The day that a text says; None where it says none in this form. Raises Unreadable: there is no such day."""
    found = TYPED.fullmatch(text.strip())
    if found is None:
        return None
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise Unreadable("cell-not-date") from None


def _moment(field: Field, raw: object, zone: ZoneInfo) -> str:
    return _read_moment(raw).astimezone(UTC).replace(microsecond=0).isoformat()


def _read_moment(raw: object) -> datetime:
    try:
        moment = datetime.fromisoformat(_string(raw))
    except ValueError:
        raise Unreadable("cell-not-date") from None
    if moment.tzinfo is None:
        raise Unreadable("cell-no-zone")
    return moment


def _choice(field: Field, raw: object, zone: ZoneInfo) -> str:
    code = _codes(field).get(folded(_string(raw)))
    if code is None:
        raise Unreadable("cell-no-choice", choices=", ".join(field.words))
    return code


def _choices(field: Field, raw: object, zone: ZoneInfo) -> list[str]:
    words = raw if isinstance(raw, list) else [raw]
    return [_choice(field, word, zone) for word in words]


def _codes(field: Field) -> Mapping[str, str]:
    return {folded(word): code for word, code in field.words.items()}


def _lookup(field: Field, raw: object, zone: ZoneInfo) -> int | None:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise Unreadable("cell-no-row")
    return raw or None  # a lookup whose row was deleted may read 0


def _lookups(field: Field, raw: object, zone: ZoneInfo) -> list[int]:
    found: list[Any] = raw if isinstance(raw, list) else [raw]
    for one in found:
        if type(one) is not int:
            raise Unreadable("cell-no-row")
    return [one for one in found if one]


def _yes(field: Field, raw: object, zone: ZoneInfo) -> bool:
    if not isinstance(raw, bool):
        raise Unreadable("cell-not-yes-or-no")
    return raw


def _account(field: Field, raw: object, zone: ZoneInfo) -> int | None:
    """Of several people in one cell nobody can say whose row it is."""
    found = _lookups(field, raw, zone)
    return found[0] if len(found) == 1 else None


def _whole(field: Field, raw: object, zone: ZoneInfo) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or raw != int(raw):
        raise Unreadable("cell-not-whole")
    return int(raw)


def _link(field: Field, raw: object, zone: ZoneInfo) -> str:
    return _string(raw.get("Url") if isinstance(raw, dict) else raw).strip()


def _whole_lists(one: Decoder) -> Reader:
    def read(raws: Sequence[Any]) -> list[object]:
        if set(map(type, raws)) == {list} and all(type(item) is int and item for raw in raws for item in raw):
            return list(raws)
        return [one(raw) for raw in raws]

    return read


# Many cells at once, where those of the usual type need little.
_READERS: Mapping[Kind, Callable[[Decoder], Reader]] = {
    Kind.TEXT: lambda one: lambda raws: [" ".join(raw.split()) if type(raw) is str else one(raw) for raw in raws],
    Kind.NUMBER: lambda one: (
        lambda raws: ["".join(raw.split()).rstrip(".") if type(raw) is str else one(raw) for raw in raws]
    ),
    Kind.NOTE: lambda one: lambda raws: [plain(raw) if type(raw) is str else one(raw) for raw in raws],
    Kind.LOOKUP: lambda one: lambda raws: [(raw or None) if type(raw) is int else one(raw) for raw in raws],
    Kind.LOOKUPS: _whole_lists,
}
_EMPTY: tuple[object, ...] = ("", [])
_SEVERAL = (Kind.CHOICES, Kind.LOOKUPS)
_REPEATING = (Kind.DATE, Kind.MOMENT, Kind.CHOICE)
_DECODERS: Mapping[Kind, Callable[[Field, object, ZoneInfo], object]] = {
    Kind.TEXT: _text,
    Kind.NUMBER: _number,
    Kind.NOTE: _note,
    Kind.DATE: _date,
    Kind.MOMENT: _moment,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.LOOKUP: _lookup,
    Kind.LOOKUPS: _lookups,
    Kind.YES: _yes,
    Kind.WHOLE: _whole,
    Kind.ACCOUNT: _account,
    Kind.LINK: _link,
}
