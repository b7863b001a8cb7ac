"""Rows as the site serves them: each column in its dress, lookups with the pieces asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from sandbox.site.addresses import item_of
from sandbox.site.asking import Ask, Reply, only
from sandbox.site.columns import Column
from sandbox.site.formats import Complex, Entity, Json, about, collection, single, value
from sandbox.site.items import Item
from sandbox.site.lists import SiteList
from sandbox.site.paging import read_page
from sandbox.site.selecting import EMPTY, select

Shape = Callable[[Item], Json]


def read_items(ask: Ask, rows: SiteList) -> Reply:
    """A page of rows with the address of the next."""
    only(ask.options, "$select", "$expand", "$filter", "$orderby", "$top", "$skip", "$skiptoken")
    page = read_page(rows, ask.options)
    shape = shaping(ask, rows)
    following = ""
    if page.token:
        options = {name: text for name, text in ask.options.items() if name not in ("$skip", "$skiptoken")}
        following = f"{ask.base}/_api/{uri(rows)}/items?{urlencode({'$skiptoken': page.token, **options})}"
    return Reply(collection(ask.form, ask.base, [shape(item) for item in page.items], following))


def read_item(ask: Ask, rows: SiteList) -> Reply:
    """One row, its etag in the header too."""
    only(ask.options, "$select", "$expand")
    item = item_of(ask, rows)
    return Reply(single(ask.form, ask.base, shaping(ask, rows)(item)), headers={"ETag": item.etag})


def uri(rows: SiteList) -> str:
    return f"Web/Lists(guid'{rows.id}')"


def shaping(ask: Ask, rows: SiteList) -> Shape:
    """A function from a row to its JSON, with everything that is the same for all rows worked out once."""
    chosen = select(rows, ask.options, {one.url: one for one in ask.site.lists})
    plain = [(key, column.name) for key, column in chosen.plain if not _dressed(ask, column)]
    dressed = [(key, column) for key, column in chosen.plain if _dressed(ask, column)]
    empty = dict.fromkeys(EMPTY) if "$select" not in ask.options else {}

    def shape(item: Item) -> Json:
        values = item.values
        made = about(ask.form, ask.base, Entity(f"{uri(rows)}/Items({item.id})", rows.item_type, {}, item.etag))
        made.update(empty)
        made.update([(key, values.get(name)) for key, name in plain])
        for key, column in dressed:
            made[key] = _dress(ask, column, values.get(column.name))
        for column, parts in chosen.expanded:
            made.update(_expanded(ask, f"{uri(rows)}/Items({item.id})", column, parts, values.get(column.name)))
        return made

    return shape


def _dressed(ask: Ask, column: Column) -> bool:
    return column.several or (ask.form.level == "verbose" and column.kind == "URL")


def _dress(ask: Ask, column: Column, raw: Any) -> Any:
    if column.several:
        if not raw and not column.refers:
            return None
        return value(ask.form, list(raw or []))
    return value(ask.form, Complex("SP.FieldUrlValue", raw)) if raw else None


def _expanded(ask: Ask, item_uri: str, column: Column, parts: tuple[str, ...], raw: Any) -> Json:
    name = column.entity_name
    numbers = (raw or []) if column.many else [raw]
    found = [one for number in numbers if (one := _looked_up(ask, column, parts, number)) is not None]
    if column.many:
        return {name: {"results": found} if ask.form.level == "verbose" else found}
    if found:
        return {name: found[0]}
    # An empty lookup, or one to a row that is gone: SharePoint leaves the key out, or says where to ask.
    if ask.form.level == "verbose":
        return {name: {"__deferred": {"uri": f"{ask.base}/_api/{item_uri}/{name}"}}}
    return {f"{name}@odata.navigationLinkUrl": f"{item_uri}/{name}"} if ask.form.level == "minimal" else {}


def _looked_up(ask: Ask, column: Column, parts: tuple[str, ...], number: Any) -> Json | None:
    if column.kind == "User":
        person = ask.site.people.get(number)
        if person is None:
            return None
        told = {"Id": person.id, "Title": person.title, "EMail": person.email, "Name": person.login}
        kind, address = "SP.Data.UserInfoItem", f"Web/GetUserById({person.id})"
    else:
        target = ask.site.looked_in(column)
        item = target.items.get(number) if target else None
        if target is None or item is None:
            return None
        told = {key: item.values.get(one.name) for key, one in target.properties().items() if key in parts}
        kind, address = target.item_type, f"{uri(target)}/Items({number})"
    return {**about(ask.form, ask.base, Entity(address, kind, {})), **{part: told[part] for part in parts}}
