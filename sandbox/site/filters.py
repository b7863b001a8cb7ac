"""``$filter`` as far as the stand-in knows it: comparisons joined by ``and``, or ids named one by one with ``or``; all
else is refused by name."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sandbox.site.errors import bad
from sandbox.site.zones import instant

_CLAUSE = re.compile(
    r"\s*(?P<field>[A-Za-z_][\w/]*)\s+(?P<op>eq|ne|gt|ge|lt|le)\s+"
    r"(?P<literal>datetime'[^']*'|guid'[^']*'|'(?:[^']|'')*'|-?\d+(?:\.\d+)?|true|false|null)\s*"
)
_NAMED = re.compile(r"Id eq \d+(?: or Id eq \d+)+")
_OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq, "ne": operator.ne, "gt": operator.gt, "ge": operator.ge, "lt": operator.lt, "le": operator.le,
}  # fmt: skip


class Moment(str):
    """A point in time in a filter, written as the site writes it, so that text order is time order."""

    __slots__ = ()


@dataclass(frozen=True)
class Clause:
    """One comparison of a field with a literal (text casefolded, a Moment, a number, True, False or None); ``in``: with
    several ids."""

    field: str
    op: str
    literal: str | float | bool | frozenset[int] | None

    def holds(self, raw: Any) -> bool:
        """Whether a stored value fits; text is compared without regard to case, as the site does."""
        if self.literal is None or raw is None:
            return (raw is self.literal) == (self.op == "eq") if self.op in ("eq", "ne") else False
        found = raw.casefold() if isinstance(raw, str) and not isinstance(self.literal, Moment) else raw
        return _OPERATORS[self.op](found, self.literal)


def parse(text: str) -> list[Clause]:
    """The clauses of a ``$filter``. Refused (400): all else."""
    if _NAMED.fullmatch(text):
        return [Clause("Id", "in", frozenset(int(number) for number in re.findall(r"\d+", text)))]
    clauses, position = [], 0
    while True:
        match = _CLAUSE.match(text, position)
        if match is None:
            raise bad(f"The expression $filter={text} is not known here at '{text[position:]}'.")
        clauses.append(Clause(match["field"], match["op"], _literal(match["literal"])))
        position = match.end()
        if position == len(text):
            return clauses
        if not text.startswith("and ", position) or text[position - 1] != " ":
            raise bad(
                f"The expression $filter={text} is not known here at '{text[position:]}': 'and' joins, 'or' joins ids."
            )
        position += 4


def _literal(text: str) -> str | float | bool | None:
    if text in ("true", "false", "null"):
        return {"true": True, "false": False, "null": None}[text]
    if text.startswith("'"):
        return text[1:-1].replace("''", "'").casefold()
    if text.startswith("guid'"):
        return text[5:-1].casefold()
    if text.startswith("datetime'"):
        return _moment(text[9:-1])
    return float(text)


def _moment(text: str) -> Moment:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise bad(f"datetime'{text}' in $filter is not a date.") from error
    if moment.tzinfo is None:
        raise bad(f"datetime'{text}' in $filter has no zone: write it with Z.")
    return Moment(instant(moment))
