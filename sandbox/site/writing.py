"""Rows as clients write them: created, changed under an etag, deleted; each refusal names the column."""

from __future__ import annotations

import re
from typing import Any

from sandbox.site.addresses import item_of
from sandbox.site.asking import Ask, Reply, only
from sandbox.site.checking import checked
from sandbox.site.errors import CHECKED_OUT, CONCURRENCY, DUPLICATE, LIBRARY, Refused, bad, denied
from sandbox.site.formats import single
from sandbox.site.items import Item, Values
from sandbox.site.lists import SiteList
from sandbox.site.reading import shaping


def create(ask: Ask, rows: SiteList) -> Reply:
    """A new row: 201 with the whole of it."""
    only(ask.options, "$select", "$expand")
    writable(ask, rows)
    if rows.library:
        raise bad("To add an item to a document library, use SPFileCollection.Add()", LIBRARY)
    values = _values(ask, rows)
    for column in rows.columns.values():
        if column.required and values.get(column.name) in (None, []):
            raise bad(f"The column '{column.name}' ({column.title}) is required and has no value.")
    check_unique(rows, values, None)
    number = rows.add(values, editor=ask.site.service.id)
    item = rows.items[number]
    return Reply(single(ask.form, ask.base, shaping(ask, rows)(item)), 201, {"ETag": item.etag})


def update(ask: Ask, rows: SiteList) -> Reply:
    """Some columns of a row, if it is still at the etag given: 204 with the new one."""
    return change(ask, rows, item_of(ask, rows))


def change(ask: Ask, rows: SiteList, item: Item) -> Reply:
    """``update`` of a row that is found already."""
    only(ask.options)
    writable(ask, rows)
    held(ask, item)
    match(ask, item.etag)
    values = _values(ask, rows)
    for name, value in values.items():
        if rows.columns[name].required and value in (None, []):
            raise bad(f"The column '{name}' ({rows.columns[name].title}) is required and has no value.")
    check_unique(rows, values, item.id)
    rows.edit(item.id, values, editor=ask.site.service.id)
    return Reply(None, 204, {"ETag": item.etag})


def delete(ask: Ask, rows: SiteList) -> Reply:
    """A row to the recycle bin, if it is still at the etag given."""
    only(ask.options)
    writable(ask, rows)
    item = item_of(ask, rows)
    held(ask, item)
    match(ask, item.etag)
    rows.delete(item.id)
    return Reply(None, 200)


def recycle(ask: Ask, rows: SiteList) -> Reply:
    """A row to the recycle bin by that name; the answer is the bin's own id for it."""
    only(ask.options)
    writable(ask, rows)
    item = item_of(ask, rows)
    held(ask, item)
    rows.delete(item.id)
    key = "Recycle" if ask.form.level == "verbose" else "value"
    return Reply(single(ask.form, ask.base, {key: item.values["GUID"]}))


def writable(ask: Ask, rows: SiteList) -> None:
    """Refused (403): the app may not write to this list."""
    if rows.access != "write" or ask.site.grant == "read":
        raise denied()


def held(ask: Ask, item: Item) -> None:
    """Refused (423): somebody else has the file checked out."""
    who = item.values.get("CheckoutUser")
    if who not in (None, ask.site.service.id):
        text = f'The file "{item.values["FileRef"]}" is checked out for editing by {ask.site.people[who].login}.'
        raise Refused(423, CHECKED_OUT, text)


def match(ask: Ask, *etags: str) -> None:
    """Refused: 412 where the row has moved on or no etag is given, 400 where the header is no etag."""
    wanted = ask.headers.get("if-match", "")
    if wanted and wanted != "*" and not re.fullmatch(r'"[^"]*"', wanted):
        raise bad(f"The HTTP header If-Match '{wanted}' is neither * nor an etag in double quotes.")
    if wanted not in ("*", *etags):
        text = f"The request ETag value '{wanted}' does not match the object's ETag value '{etags[0]}'."
        raise Refused(412, CONCURRENCY, text)


def _values(ask: Ask, rows: SiteList) -> Values:
    """The body's columns in stored form. Refused (400): a wrong type name, or anything ``checked`` refuses."""
    body = dict(ask.body)
    if ask.verbose:
        meta = body.pop("__metadata", None)
        kind = meta.get("type") if isinstance(meta, dict) else None
        if not isinstance(meta, dict) or set(meta) - {"type", "id", "uri", "etag"}:
            raise bad(
                "An entry without a type name was found, but no expected type was specified. "
                "A verbose body needs __metadata with a type."
            )
    else:
        kind = body.pop("odata.type", body.pop("@odata.type", None))
    if kind is not None and not _names(kind, rows):
        raise bad(f"The type '{kind}' is not the list's: '{rows.item_type}' is.")
    return checked(ask, rows, body)


def _names(kind: Any, rows: SiteList) -> bool:
    return kind in (rows.item_type, f"#{rows.item_type}", "SP.ListItem", "SP.Data.ListItem")


def check_unique(rows: SiteList, values: Values, number: int | None) -> None:
    """Refused (400): another row has this value in a column that takes each value once."""
    for name, value in values.items():
        if not rows.columns[name].unique or value is None:
            continue
        key = value.casefold() if isinstance(value, str) else value
        for other, item in rows.items.items():
            held = item.values.get(name)
            if other != number and (held.casefold() if isinstance(held, str) else held) == key:
                raise bad(
                    "The list item could not be added or updated because duplicate values were found in the "
                    f"following field(s) in the list: [{name}].",
                    DUPLICATE,
                )
