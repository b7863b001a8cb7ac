"""Values as clients send them, each checked against its column before it is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sandbox.site.asking import Ask
from sandbox.site.columns import Column, Kind
from sandbox.site.errors import Refused, bad
from sandbox.site.items import Values, stored
from sandbox.site.lists import SiteList

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:\d\d)")


def checked(ask: Ask, rows: SiteList, body: dict[str, Any]) -> Values:
    """The stored values of a written body, by inner name. Refused (400): with the column's name."""
    known = rows.properties()
    values: Values = {}
    for key, sent in body.items():
        column = known.get(key)
        if column is None:
            raise bad(
                f"The property '{key}' does not exist on type '{rows.item_type}'. Make sure to only use property "
                "names that are defined by the type."
            )
        if column.read_only:
            raise bad(f"The column '{key}' is read-only.")
        values[column.name] = _value(ask, column, sent)
    return values


def _value(ask: Ask, column: Column, sent: Any) -> Any:
    if column.several:
        return [_CHECKS[column.kind](ask, column, one) for one in _array(ask, column, sent)]
    if sent is None:
        return None
    return _CHECKS[column.kind](ask, column, sent)


def _array(ask: Ask, column: Column, sent: Any) -> list[Any]:
    """Several values: a plain array in light JSON, ``{"results": […]}`` in the verbose form, and not crosswise."""
    if sent is None:
        return []
    if ask.verbose and isinstance(sent, dict) and set(sent) - {"__metadata"} == {"results"}:
        sent = sent["results"]
    elif ask.verbose:
        raise _wrong(column, 'several values are {"results": […]} in a verbose body')
    if not isinstance(sent, list):
        raise _wrong(column, "an unexpected node was found where an array of values was expected")
    return sent


def _text(ask: Ask, column: Column, sent: Any) -> str | None:
    if not isinstance(sent, str):
        raise _wrong(column, "cannot convert a primitive value to the expected type 'Edm.String'")
    if column.kind == "Text" and len(sent) > 255:
        raise _wrong(column, f"a text column holds 255 signs at most, not {len(sent)}")
    return sent or None


def _choice(ask: Ask, column: Column, sent: Any) -> str | None:
    text = _text(ask, column, sent)
    if text is not None and text not in column.choices and not column.fill_in:
        raise _wrong(column, f"'{text}' is not among its choices")
    return text


def _number(ask: Ask, column: Column, sent: Any) -> float:
    if isinstance(sent, bool) or not isinstance(sent, int | float):
        raise _wrong(column, "cannot convert a primitive value to the expected type 'Edm.Double'")
    return float(sent)


def _boolean(ask: Ask, column: Column, sent: Any) -> bool:
    if not isinstance(sent, bool):
        raise _wrong(column, "cannot convert a primitive value to the expected type 'Edm.Boolean'")
    return sent


def _moment(ask: Ask, column: Column, sent: Any) -> Any:
    if not isinstance(sent, str) or not _MOMENT.fullmatch(sent):
        raise _wrong(column, f"'{sent}' is not a moment with its zone, as 2021-02-01T00:00:00Z")
    try:
        moment = datetime.fromisoformat(sent)
    except ValueError as error:
        raise _wrong(column, f"'{sent}' is no date") from error
    if moment.year < 1900:
        raise _wrong(column, f"'{sent}' is before 1900")
    return stored(column, moment, ask.site.zone)


def _reference(ask: Ask, column: Column, sent: Any) -> int:
    if isinstance(sent, bool) or not isinstance(sent, int):
        raise _wrong(column, "cannot convert a primitive value to the expected type 'Edm.Int32'")
    if column.kind == "User" and sent not in ask.site.people:
        raise _wrong(column, f"the site has no user {sent}")
    if column.kind == "Lookup" and ((target := ask.site.looked_in(column)) is None or sent not in target.items):
        raise _wrong(column, f"the list '{column.target}' has no row {sent}")
    return sent


def _link(ask: Ask, column: Column, sent: Any) -> dict[str, str]:
    parts = dict(sent) if isinstance(sent, dict) else {}
    meta = parts.pop("__metadata", None)
    if ask.verbose and meta != {"type": "SP.FieldUrlValue"}:
        raise _wrong(column, "a link in a verbose body needs __metadata with the type SP.FieldUrlValue")
    if "Url" not in parts or set(parts) - {"Url", "Description"} or not all(isinstance(v, str) for v in parts.values()):
        raise _wrong(column, "a link is an object with Url and Description")
    if not re.match(r"(https?://|mailto:|/)", parts["Url"]):
        raise _wrong(column, f"'{parts['Url']}' is not an address")
    return {"Description": parts.get("Description") or parts["Url"], "Url": parts["Url"]}


def _wrong(column: Column, text: str) -> Refused:
    return bad(f"The column '{column.property_name}' ({column.title}): {text}.")


_CHECKS: dict[Kind, Callable[[Ask, Column, Any], Any]] = {
    "Text": _text,
    "Note": _text,
    "File": _text,
    "Choice": _choice,
    "MultiChoice": _choice,
    "Number": _number,
    "Boolean": _boolean,
    "Date": _moment,
    "DateTime": _moment,
    "Lookup": _reference,
    "User": _reference,
    "URL": _link,
}
