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
from sandbox.site.selecting import EMPTY, Selection, select

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
    keys = [*(EMPTY if "$select" not in ask.options else ()), *(key for key, _ in plain)]
    names = [*keys[: len(keys) - len(plain)], *(name for _, name in plain)]
    told, expand, verbose = _telling(ask, rows), _expanding(ask, rows, chosen), ask.form.level == "verbose"

    def shape(item: Item) -> Json:
        values = item.values
        made = told(item)
        made.update(zip(keys, map(values.get, names), strict=True))
        for key, column in dressed:
            raw = values.get(column.name)
            made[key] = _dress(ask, column, raw) if verbose else raw or ([] if column.refers else None)
        expand(item, made)
        return made

    return shape


def _telling(ask: Ask, rows: SiteList) -> Shape:
    """A function from a row to what it says about itself, ``about``; a page of 5,000 rows asks it 5,000 times."""
    part = f"{uri(rows)}/Items("
    if ask.form.level != "minimal":
        return lambda item: about(ask.form, ask.base, Entity(f"{part}{item.id})", rows.item_type, {}, item.etag))
    first = about(ask.form, ask.base, Entity(f"{part}0)", rows.item_type, {}, "0"))
    (kind, kind_told), (address, _), (etag, _), (link, _) = first.items()
    whole = f"{ask.base}/_api/{part}"

    def told(item: Item) -> Json:
        end = f"{item.values['ID']})"
        return {kind: kind_told, address: whole + end, etag: item.etag, link: part + end}

    return told


def _expanding(ask: Ask, rows: SiteList, chosen: Selection) -> Callable[[Item, Json], None]:
    """A function that adds the looked-up rows that are asked for; each is looked up once an answer."""
    seen: dict[tuple[str, Any], Json | None] = {}

    def expand(item: Item, made: Json) -> None:
        for column, parts in chosen.expanded:
            raw = item.values.get(column.name)
            numbers = (raw or []) if column.many else [raw]
            for number in numbers:
                if (column.name, number) not in seen:
                    seen[column.name, number] = _looked_up(ask, column, parts, number)
            found = [one for number in numbers if (one := seen[column.name, number]) is not None]
            made.update(_expanded(ask, f"{uri(rows)}/Items({item.id})", column, found))

    return expand


def _dressed(ask: Ask, column: Column) -> bool:
    return column.several or (ask.form.level == "verbose" and column.kind == "URL")


def _dress(ask: Ask, column: Column, raw: Any) -> Any:
    if column.several:
        if not raw and not column.refers:
            return None
        return value(ask.form, list(raw or []))
    return value(ask.form, Complex("SP.FieldUrlValue", raw)) if raw else None


def _expanded(ask: Ask, item_uri: str, column: Column, found: list[Json]) -> Json:
    name = column.entity_name
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
