"""Pages of rows: filter, order, page size and the next page's token, with the site's limit of 5,000 rows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import parse_qs, urlencode

from sandbox.site.columns import Column
from sandbox.site.errors import bad, throttled
from sandbox.site.filters import Clause, Moment, parse
from sandbox.site.items import Item
from sandbox.site.lists import SiteList
from sandbox.site.selecting import unknown

LIMIT = 5000
_LITERALS: dict[str, type | tuple[type, ...]] = {
    "Counter": float, "Number": float, "Integer": float, "Lookup": float, "User": float,
    "Boolean": (bool, float), "Attachments": (bool, float), "Date": Moment, "DateTime": Moment,
}  # fmt: skip


@dataclass(frozen=True)
class Order:
    """Rows by one column, then by id; ``column`` is the ID column where none is named."""

    column: Column
    falling: bool = False

    def key(self, item: Item) -> tuple[bool, Any, int]:
        """Empty values come first, text goes without regard to case."""
        return self.key_of(item.values.get(self.column.name), item.id)

    def key_of(self, raw: Any, number: int) -> tuple[bool, Any, int]:
        if raw is None:
            return (False, 0, number)
        return (True, raw.casefold() if isinstance(raw, str) else raw, number)


@dataclass(frozen=True)
class Page:
    """Rows of one page and the token of the next, empty where this is the last."""

    items: list[Item]
    token: str


def read_page(rows: SiteList, options: Mapping[str, str]) -> Page:
    """The page that ``$filter``, ``$orderby``, ``$top`` and ``$skiptoken`` ask for; ``$skip`` does nothing, as
    on the real site. Refused: 400 on what is not known, 500 past the view threshold."""
    clauses = [(clause, _column(rows, clause)) for clause in parse(options["$filter"])] if "$filter" in options else []
    order = _order(rows, options.get("$orderby", "Id"))
    top = _top(options)
    _guard(rows, clauses, order)
    found = _found(rows, clauses, order, options.get("$skiptoken"))
    items = list(islice(found, top + 1))
    if len(items) <= top:
        return Page(items, "")
    return Page(items[:top], _token(order, items[top - 1]))


def _column(rows: SiteList, clause: Clause) -> Column:
    """The column a clause compares, checked to be one that can be compared with such a literal."""
    column = rows.columns["ID"] if clause.field == "ID" else rows.properties().get(clause.field)
    if column is None:
        raise unknown(clause.field)
    if column.kind in ("Note", "URL") or column.several:
        kind = "Note" if column.kind == "Note" else column.kind
        raise bad(f"The field '{clause.field}' of type '{kind}' cannot be used in the query filter expression.")
    wanted = _LITERALS.get(column.kind, str)
    if clause.literal is not None and not _fits(clause.literal, wanted):
        raise bad(f"The literal of $filter does not fit the field '{clause.field}' of type '{column.kind}'.")
    return column


def _fits(literal: object, wanted: type | tuple[type, ...]) -> bool:
    if isinstance(literal, frozenset):
        return True
    if isinstance(literal, bool):
        return wanted == (bool, float)
    return isinstance(literal, wanted) and (wanted is Moment or not isinstance(literal, Moment))


def _order(rows: SiteList, text: str) -> Order:
    first, *rest = (part.split() for part in text.split(","))
    for part in (first, *rest):
        if len(part) not in (1, 2) or part[1:] not in ([], ["asc"], ["desc"]):
            raise bad(f"The expression $orderby={text} is not known here.")
    falling = first[1:] == ["desc"]
    # A second column would need a token of its own kind; Id is what every order ends with anyway.
    if rest and (len(rest) > 1 or rest[0][0] not in ("Id", "ID") or (rest[0][1:] == ["desc"]) != falling):
        raise bad(f"The expression $orderby={text} is not known here: one column, then Id in the same direction.")
    column = rows.columns["ID"] if first[0] == "ID" else rows.properties().get(first[0])
    if column is None:
        raise unknown(first[0])
    if column.kind in ("Note", "URL") or column.several:
        raise bad(f"The field '{first[0]}' of type '{column.kind}' cannot be used in $orderby.")
    return Order(column, falling)


def _top(options: Mapping[str, str]) -> int:
    text = options.get("$top", "100")
    if not re.fullmatch(r"[1-9]\d{0,8}", text):
        raise bad(f"The query option '$top' is not a positive number: '{text}'.")
    if "$skip" in options and not options["$skip"].isdigit():
        raise bad(f"The query option '$skip' is not a number: '{options['$skip']}'.")
    return min(int(text), LIMIT)


def _guard(rows: SiteList, clauses: list[tuple[Clause, Column]], order: Order) -> None:
    """Refuse what would read more than 5,000 rows without an index; pages in the order of ids always may."""
    by_id = all(column.kind == "Counter" for _, column in clauses)
    if len(rows.items) <= LIMIT or (by_id and _indexed(order.column)):
        return
    narrow = [(clause, column) for clause, column in clauses if _indexed(column)]
    if sum(1 for _ in islice(_matching(rows, narrow), LIMIT + 1)) > LIMIT:
        raise throttled()


def _indexed(column: Column) -> bool:
    return column.indexed or column.unique or column.kind == "Counter"


def _found(rows: SiteList, clauses: list[tuple[Clause, Column]], order: Order, token: str | None) -> Iterable[Item]:
    after = None if token is None else _after(order, token)
    if order.column.kind == "Counter" and not order.falling:
        start = Clause("Id", "gt", after[2]) if after else None
        return _matching(rows, [*clauses, (start, order.column)] if start else clauses)
    items = sorted(_matching(rows, clauses), key=order.key, reverse=order.falling)
    if after is None:
        return items
    return (item for item in items if (order.key(item) < after if order.falling else order.key(item) > after))


def _matching(rows: SiteList, clauses: list[tuple[Clause, Column]]) -> Iterable[Item]:
    """Rows that fit, in the order of ids; ``Id gt`` and ``Id eq`` find their place without reading the rest."""
    low, high, rest = 0, len(rows.order), []
    if clauses and isinstance(clauses[0][0].literal, frozenset):
        return (rows.items[number] for number in sorted(clauses[0][0].literal) if number in rows.items)
    for clause, column in clauses:
        if column.kind == "Counter" and clause.op == "gt" and isinstance(clause.literal, float | int):
            low = max(low, bisect_right(rows.order, clause.literal))
        elif column.kind == "Counter" and clause.op == "eq" and isinstance(clause.literal, float | int):
            low = max(low, bisect_left(rows.order, clause.literal))
            high = min(high, bisect_right(rows.order, clause.literal))
        else:
            rest.append((clause, column.name))
    items = (rows.items[number] for number in rows.order[low:high])
    if not rest:
        return items
    return (item for item in items if all(clause.holds(item.values.get(name)) for clause, name in rest))


def _token(order: Order, last: Item) -> str:
    parts: dict[str, Any] = {"Paged": "TRUE", "p_ID": last.id}
    raw = last.values.get(order.column.name)
    if order.column.kind != "Counter" and raw is not None:
        parts[f"p_{order.column.name}"] = raw
    return urlencode(parts)


def _after(order: Order, token: str) -> tuple[bool, Any, int]:
    parts = {name: texts[0] for name, texts in parse_qs(token, keep_blank_values=True).items()}
    number, paged = parts.pop("p_ID", ""), parts.pop("Paged", "")
    if order.column.kind == "Counter":
        raw: Any = float(number) if number.isdigit() else None
    else:
        raw = parts.pop(f"p_{order.column.name}", None)
        raw = float(raw) if raw is not None and _LITERALS.get(order.column.kind) is float else raw
    if parts or paged != "TRUE" or not number.isdigit():
        raise bad(f"The query option '$skiptoken' is not known here: '{token}'.")
    return order.key_of(raw, int(number))
