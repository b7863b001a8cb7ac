"""The site's addresses: which handler answers which method and path under ``_api/``."""

from __future__ import annotations

import re
from collections.abc import Callable

from sandbox.site.asking import Ask, Reply
from sandbox.site.delta import get_changes
from sandbox.site.describing import (
    read_context,
    read_field,
    read_fields,
    read_list,
    read_lists,
    read_permissions,
    read_user,
    read_web,
    read_zone,
)
from sandbox.site.errors import ARGUMENT, Refused, bad, denied
from sandbox.site.lists import SiteList
from sandbox.site.reading import read_item, read_items
from sandbox.site.site import Site
from sandbox.site.writing import create, delete, recycle, update

_GUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_TEXT = "(?:[^']|'')*"
_LIST = (
    rf"web/lists(?:\(guid'(?P<guid>{_GUID})'\)|\('(?P<plain>{_GUID})'\)|/getbyid\((?:guid)?'(?P<id>{_GUID})'\)"
    rf"|/getbytitle\('(?P<title>{_TEXT})'\))"
)
_ITEM = rf"{_LIST}(?:/items\((?P<item>\d+)\)|/(?:items/)?getitem?byid\((?P<other>\d+)\))"

OfWeb = Callable[[Ask], Reply]
OfList = Callable[[Ask, SiteList], Reply]

_WEB: list[tuple[str, str, OfWeb]] = [
    ("GET", r"web", read_web),
    ("GET", r"web/currentuser", read_user),
    ("GET", r"web/regionalsettings/timezone", read_zone),
    ("GET", r"web/lists", read_lists),
    ("POST", r"contextinfo", read_context),
]
_LISTS: list[tuple[str, str, OfList]] = [
    ("GET", _LIST, read_list),
    ("GET", rf"{_LIST}/effectivebasepermissions", read_permissions),
    ("GET", rf"{_LIST}/fields", read_fields),
    ("GET", rf"{_LIST}/fields/getbyinternalnameortitle\('(?P<field>{_TEXT})'\)", read_field),
    ("GET", rf"{_LIST}/items", read_items),
    ("POST", rf"{_LIST}/items", create),
    ("POST", rf"{_LIST}/getchanges", get_changes),
    ("GET", _ITEM, read_item),
    ("GET", rf"{_ITEM}/parentlist", read_list),
    ("MERGE", _ITEM, update),
    ("PATCH", _ITEM, update),
    ("DELETE", _ITEM, delete),
    ("POST", rf"{_ITEM}/recycle", recycle),
]
_TABLE = [(method, re.compile(rf"{path}(?:\(\))?/?", re.IGNORECASE), verb) for method, path, verb in _WEB]
_LIST_TABLE = [(method, re.compile(rf"{path}(?:\(\))?/?", re.IGNORECASE), verb) for method, path, verb in _LISTS]


def find(site: Site, method: str, path: str) -> tuple[dict[str, str], Callable[[Ask], Reply]]:
    """What a path names and who answers it; ``path`` is what follows ``_api/``.

    Refused: 400 for an address or method that is not known here, 404 for a list that is not there, 403 for one
    that the app may not see.
    """
    for known, pattern, verb in _TABLE:
        if known == method and pattern.fullmatch(path):
            return {}, verb
    for known, pattern, of_list in _LIST_TABLE:
        match = pattern.fullmatch(path) if known == method else None
        if match is not None:
            where = {name: text for name, text in match.groupdict().items() if text is not None}
            return where, _on(of_list, _list(site, where))
    raise bad(f"Cannot find resource for the request {path} with the method {method}: it is not known here.")


def _on(verb: OfList, rows: SiteList) -> Callable[[Ask], Reply]:
    return lambda ask: verb(ask, rows)


def _list(site: Site, where: dict[str, str]) -> SiteList:
    title = where.get("title", "").replace("''", "'")
    guid = where.get("guid") or where.get("plain") or where.get("id") or ""
    try:
        found = site.list_titled(title) if "title" in where else site.list_with_id(guid)
    except LookupError as error:
        raise Refused(
            404, ARGUMENT, f"List '{title or guid}' does not exist at site with URL '{site.path}'."
        ) from error
    if found.access == "none":
        raise denied()
    return found
