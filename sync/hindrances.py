"""Hindrances: what somebody changed about a list's columns so that what the forum writes there is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from forum.findings import Finding
from forum.store.base import Values
from sync import cells
from sync.columns import Column, ListColumns
from sync.fields import Kind

# In these lists the forum makes rows of its own.
MADE = ("reply", "meeting", "attendance")
# Into these columns of choices it writes each word, sooner or later.
CHOSEN: Mapping[str, tuple[str, ...]] = {
    "measure": ("completion",),
    "milestone": ("completion",),
    "recommendation": ("completion",),
    "reply": ("voice", "completion", "channel"),
    "meeting": ("state",),
    "attendance": ("answer",),
}


def of_list(columns: ListColumns) -> tuple[Finding, ...]:
    """What will be refused there, one finding a column."""
    noun = columns.spec.noun
    lacking = {name: _lacking(columns.columns[name]) for name in CHOSEN.get(noun, ()) if name in columns.columns}
    choices = tuple(_choices(columns, name, *words) for name, words in lacking.items() if words)
    always = {one.field.name for one in columns.columns.values() if one.field.required}
    return (*choices, *(_demands(columns, always) if noun in MADE else ()))


def of_write(columns: ListColumns, values: Values, *, new: bool) -> Finding | None:
    """Why the list refuses these fields, where that can be seen from its columns; ``new``: of a row that is made."""
    for name, word in values.items():
        column = columns.columns.get(name)
        if column is not None and column.field.kind is Kind.CHOICE and word is not None:
            told = cells.word_of(column, str(word))
            if _closed(column) and told not in column.site.choices:
                return _choices(columns, name, told)
    filled = {name for name, word in values.items() if word not in (None, "")}
    return next(_demands(columns, filled), None) if new else None


def _lacking(column: Column) -> list[str]:
    """The forum's words that nobody can choose there any more."""
    words = [cells.word_of(column, code) for code in dict.fromkeys(column.field.words.values())]
    return [word for word in words if word not in column.site.choices] if _closed(column) else []


def _closed(column: Column) -> bool:
    return column.site.type == "Choice" and not column.site.fill_in


def _choices(columns: ListColumns, name: str, *words: str) -> Finding:
    title = columns.columns[name].site.title
    return Finding("choice-missing", {"list": columns.title, "column": title, "choices": ", ".join(words)})


def _demands(columns: ListColumns, filled: set[str]) -> Iterator[Finding]:
    """Each column that must not be empty and is none of those filled in."""
    ours = {columns.columns[name].site.name for name in filled if name in columns.columns}
    for site in columns.demanded:
        if site.name not in ours:
            yield Finding("column-required", {"list": columns.title, "column": site.title})
