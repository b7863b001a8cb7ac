"""Rows written as a form in the browser does: every value a text, and every column's trouble told beside it.

Nothing is kept where one column has a trouble; the status is 200 all the same. Source: learn.microsoft.com,
"ListItem.ValidateUpdateListItem", and the commands ``spo listitem add`` and ``set`` of CLI for Microsoft 365.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sandbox.site.addresses import ITEM, LIST, item_of
from sandbox.site.asking import Ask, Reply, narrowed, only
from sandbox.site.checking import checked
from sandbox.site.columns import Column
from sandbox.site.errors import Refused, bad
from sandbox.site.formats import Complex, Entity, Json, collection, entity
from sandbox.site.items import Values
from sandbox.site.lists import SiteList
from sandbox.site.reading import uri
from sandbox.site.writing import check_unique, writable

_SENT = {
    "formValues",
    "bNewDocumentUpdate",
    "checkInComment",
    "datesInUTC",
    "numberInInvariantCulture",
    "listItemCreateInfo",
}
_ITSELF = "ContentType"


@dataclass(frozen=True)
class _Filled:
    """One column of a form: its inner name, its text, and its trouble, empty where there is none."""

    name: str
    text: str
    trouble: str


def read_content_types(ask: Ask, rows: SiteList) -> Reply:
    """The kinds of row that the list takes: one kind, and folders."""
    only(ask.options, "$select")
    kinds = [("0x0101" if rows.library else "0x0100", "Document" if rows.library else "Item"), ("0x0120", "Folder")]
    told = [
        Entity(
            f"{uri(rows)}/ContentTypes('{number}')",
            "SP.ContentType",
            {"Id": Complex("SP.ContentTypeId", {"StringValue": number}), "Name": name},
        )
        for number, name in kinds
    ]
    return Reply(
        collection(ask.form, ask.base, [entity(ask.form, ask.base, narrowed(one, ask.options)) for one in told])
    )


def update_by_form(ask: Ask, rows: SiteList) -> Reply:
    """Columns of a row there is, whatever its etag."""
    only(ask.options)
    writable(ask, rows)
    item = item_of(ask, rows)
    filled, values = _filled(ask, rows, item.id)
    if not any(one.trouble for one in filled):
        rows.edit(item.id, values, editor=ask.site.service.id)
    return _told(ask, filled, item.id)


def add_by_form(ask: Ask, rows: SiteList) -> Reply:
    """A new row; its id stands among the answer's columns."""
    only(ask.options)
    writable(ask, rows)
    if rows.library:
        raise bad("This stand-in puts files into a library by Files/add only.")
    filled, values = _filled(ask, rows, None)
    for column in rows.columns.values():
        if column.required and values.get(column.name) in (None, []):
            filled.append(_Filled(column.name, "", "You can't leave this blank."))
    if any(one.trouble for one in filled):
        return _told(ask, filled, 0)
    number = rows.add(values, editor=ask.site.service.id)
    return _told(ask, [*filled, _Filled("Id", str(number), "")], number)


def _filled(ask: Ask, rows: SiteList, number: int | None) -> tuple[list[_Filled], Values]:
    """The form's columns with their troubles, and what is kept of those without. Refused (400): no such form."""
    sent = ask.body.get("formValues")
    pairs = [(one.get("FieldName"), one.get("FieldValue")) for one in sent] if isinstance(sent, list) else []
    if set(ask.body) - _SENT or not pairs or not all(isinstance(part, str) for pair in pairs for part in pair):
        raise bad('The body is {"formValues": [{"FieldName": "…", "FieldValue": "…"}]}, every value a text.')
    found, values = list[_Filled](), Values()
    for name, text in pairs:
        if name == _ITSELF:
            continue
        column = rows.columns.get(name)
        if column is None:
            raise bad(f"Column '{name}' does not exist. It may have been deleted by another user.")
        try:
            kept = checked(replace(ask, verbose=False), rows, {column.property_name: _meant(column, text)})
            check_unique(rows, kept, number)
            values.update(kept)
            found.append(_Filled(name, text, ""))
        except Refused as refused:
            found.append(_Filled(name, text, refused.text))
    return found, values


def _meant(column: Column, text: str) -> Any:
    """The value that a text stands for. Refused (400): a kind of column that this stand-in's forms do not know."""
    if text == "":
        return None
    if column.kind in ("Text", "Note", "Choice", "File"):
        return text
    if column.kind == "Boolean" and text in ("0", "1"):
        return text == "1"
    if column.kind == "Lookup" and not column.many and text.partition(";#")[0].isdigit():
        return int(text.partition(";#")[0])
    if column.kind == "Number" and text.replace(".", "", 1).lstrip("-").isdigit():
        return float(text)
    raise bad(f"The column '{column.name}' of the kind '{column.kind}' cannot take '{text}' in this stand-in's forms.")


def _told(ask: Ask, filled: list[_Filled], number: int) -> Reply:
    facts: list[Json] = [
        {
            "ErrorCode": -2130575155 if one.trouble else 0,
            "ErrorMessage": one.trouble or None,
            "FieldName": one.name,
            "FieldValue": one.text,
            "HasException": bool(one.trouble),
            "ItemId": number,
        }
        for one in filled
    ]
    return Reply(collection(ask.form, ask.base, facts))


# Method, address, handler: as in the table of ``routes``.
ROUTES = [
    ("GET", rf"{LIST}/contenttypes", read_content_types),
    ("POST", rf"{ITEM}/validateupdatelistitem", update_by_form),
    ("POST", rf"{LIST}/addvalidateupdateitemusingpath", add_by_form),
]
