"""A row's versions over HTTP: what it was before, told with its columns, and taken out of the history for good.

Unlike a file's own versions these hold the present one too, first. A version's id is 512 times its number. Keys are
encoded once more, lookups told in pieces. Source: learn.microsoft.com, "ListItemVersion", and the documentation of
PnPjs, "Items", on versions.
"""

from __future__ import annotations

import re
from typing import Any

from sandbox.site.addresses import ITEM, item_of
from sandbox.site.asking import Ask, Reply, narrowed, only
from sandbox.site.columns import Column
from sandbox.site.errors import ARGUMENT, absent_item, bad
from sandbox.site.formats import Complex, Entity, collection, entity, single
from sandbox.site.items import Edition, Item
from sandbox.site.lists import SiteList
from sandbox.site.reading import uri
from sandbox.site.writing import writable


def read_versions(ask: Ask, rows: SiteList) -> Reply:
    """The present version, then those before it, the youngest first."""
    only(ask.options, "$select", "$top")
    item = item_of(ask, rows)
    most = ask.options.get("$top", "100")
    if not most.isdigit():
        raise bad(f"The query option '$top' is not a number: '{most}'.")
    found = [_told(ask, rows, item, one) for one in _all(item)[: int(most)]]
    return Reply(
        collection(ask.form, ask.base, [entity(ask.form, ask.base, narrowed(one, ask.options)) for one in found])
    )


def read_version(ask: Ask, rows: SiteList) -> Reply:
    only(ask.options, "$select")
    item = item_of(ask, rows)
    told = narrowed(_told(ask, rows, item, _named(ask, item)), ask.options)
    return Reply(single(ask.form, ask.base, entity(ask.form, ask.base, told)))


def delete_version(ask: Ask, rows: SiteList) -> Reply:
    """An older version out of the history. Refused (400): the present one, which only a change can follow."""
    only(ask.options)
    writable(ask, rows)
    item = item_of(ask, rows)
    gone = _named(ask, item)
    if gone.number == item.edition:
        raise bad("You cannot delete the current version.", ARGUMENT)
    item.past = [one for one in item.past if one.number != gone.number]
    return Reply(None, 200)


def delete_versions(ask: Ask, rows: SiteList) -> Reply:
    """All versions before the present one."""
    only(ask.options)
    writable(ask, rows)
    item_of(ask, rows).past = []
    return Reply(None, 200)


def _all(item: Item) -> list[Edition]:
    return [Edition(item.edition, item.values, item.content), *reversed(item.past)]


def _named(ask: Ask, item: Item) -> Edition:
    number, rest = divmod(int(ask.where["version"]), 512)
    for one in _all(item):
        if not rest and one.number == number:
            return one
    raise absent_item()


def _told(ask: Ask, rows: SiteList, item: Item, one: Edition) -> Entity:
    facts: dict[str, Any] = {
        "Created": one.values["Modified"],
        "IsCurrentVersion": one.number == item.edition,
        "VersionId": one.number * 512,
        "VersionLabel": f"{one.number}.0",
    }
    for column in rows.columns.values():
        if column.kind != "Counter":
            facts[_key(column)] = _cell(ask, column, one)
    facts["ID"] = item.id
    return Entity(f"{uri(rows)}/Items({item.id})/versions({one.number * 512})", "SP.ListItemVersion", facts)


def _key(column: Column) -> str:
    """The key of a column: each underscore that begins the name, or a hex escape in it, is escaped once more."""
    key = re.sub(r"^_|_(?=x[0-9a-f]{1,4}_?)", "_x005f_", column.name)
    return f"OData_{key}" if key.startswith("_") else key


def _cell(ask: Ask, column: Column, one: Edition) -> Any:
    raw = one.values.get(column.name)
    if not column.refers:
        return Complex("SP.FieldUrlValue", raw) if column.kind == "URL" and raw else raw
    several = [_referred(ask, column, number) for number in (raw or [] if column.many else [raw]) if number]
    return several if column.many else next(iter(several), None)


def _referred(ask: Ask, column: Column, number: int) -> dict[str, Any]:
    if column.kind == "User":
        person = ask.site.people[number]
        return {"LookupId": number, "LookupValue": person.title, "Email": person.email}
    target = ask.site.looked_in(column)
    found = target.items.get(number) if target else None
    return {"LookupId": number, "LookupValue": found.values.get("Title") if found else None}


_ALL = rf"{ITEM}/versions"
_ONE = rf"{_ALL}\((?P<version>\d+)\)"
# Method, address, handler: as in the table of ``routes``.
ROUTES = [
    ("GET", _ALL, read_versions),
    ("POST", rf"{_ALL}/deleteall", delete_versions),
    ("GET", _ONE, read_version),
    ("DELETE", _ONE, delete_version),
    ("POST", rf"{_ONE}/deleteobject", delete_version),
]
