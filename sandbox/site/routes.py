"""The site's addresses: which handler answers which method and path under ``_api/``."""

from __future__ import annotations

import re
from collections.abc import Callable

from sandbox.site.addresses import FIELD, FIELD_BY_ID, ITEM, LIST, list_at
from sandbox.site.asking import Ask, Reply
from sandbox.site.attaching import ROUTES as OF_ATTACHMENTS
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
from sandbox.site.errors import bad
from sandbox.site.fields import add_field, add_field_as_xml, delete_field, make_field, update_field
from sandbox.site.files import ROUTES as OF_FILES
from sandbox.site.filing import ROUTES as OF_FOLDERS
from sandbox.site.forms import ROUTES as OF_FORMS
from sandbox.site.lists import SiteList
from sandbox.site.making import add_list, delete_list, make_list, update_list
from sandbox.site.reading import read_item, read_items
from sandbox.site.site import Site
from sandbox.site.subscribing import ROUTES as OF_SUBSCRIPTIONS
from sandbox.site.versions import ROUTES as OF_VERSIONS
from sandbox.site.writing import create, delete, recycle, update

OfWeb = Callable[[Ask], Reply]
OfList = Callable[[Ask, SiteList], Reply]

_WEB: list[tuple[str, str, OfWeb]] = [
    ("GET", r"web", read_web),
    ("GET", r"web/currentuser", read_user),
    ("GET", r"web/regionalsettings/timezone", read_zone),
    ("GET", r"web/lists", read_lists),
    ("POST", r"web/lists", make_list),
    ("POST", r"web/lists/add", add_list),
    ("POST", r"contextinfo", read_context),
    *OF_FOLDERS,
    *OF_FILES,
]
_LISTS: list[tuple[str, str, OfList]] = [
    ("GET", LIST, read_list),
    ("GET", rf"{LIST}/effectivebasepermissions", read_permissions),
    ("GET", rf"{LIST}/fields", read_fields),
    ("GET", FIELD, read_field),
    ("GET", FIELD_BY_ID, read_field),
    ("GET", rf"{LIST}/items", read_items),
    ("POST", rf"{LIST}/items", create),
    ("POST", rf"{LIST}/getchanges", get_changes),
    ("GET", ITEM, read_item),
    ("GET", rf"{ITEM}/parentlist", read_list),
    ("MERGE", ITEM, update),
    ("PATCH", ITEM, update),
    ("DELETE", ITEM, delete),
    ("POST", rf"{ITEM}/recycle", recycle),
    *OF_ATTACHMENTS,
    *OF_VERSIONS,
    *OF_SUBSCRIPTIONS,
    *OF_FORMS,
    ("MERGE", LIST, update_list),
    ("PATCH", LIST, update_list),
    ("DELETE", LIST, delete_list),
    ("POST", rf"{LIST}/fields", make_field),
    ("POST", rf"{LIST}/fields/addfield", add_field),
    ("POST", rf"{LIST}/fields/createfieldasxml", add_field_as_xml),
    *((method, field, update_field) for method in ("MERGE", "PATCH") for field in (FIELD, FIELD_BY_ID)),
    *(("DELETE", field, delete_field) for field in (FIELD, FIELD_BY_ID)),
]
_BYTES = re.compile(r".*/(?:(?:files|attachmentfiles)/add(?:usingpath)?\(.*\)|\$value)", re.IGNORECASE | re.DOTALL)
_TABLE = [(method, re.compile(rf"{path}(?:\(\))?/?", re.IGNORECASE), verb) for method, path, verb in _WEB]
_LIST_TABLE = [(method, re.compile(rf"{path}(?:\(\))?/?", re.IGNORECASE), verb) for method, path, verb in _LISTS]


def find(site: Site, method: str, path: str) -> tuple[dict[str, str], Callable[[Ask], Reply]]:
    """What a path names and who answers it; ``path`` is what follows ``_api/``.

    Refused: 400 for an address or method that is not known here, 404 for a list that is not there, 403 for one
    that the app may not see.
    """
    for known, pattern, of_list in _LIST_TABLE:
        match = pattern.fullmatch(path) if known == method else None
        if match is not None:
            where = _named(match)
            return where, _on(of_list, list_at(site, where))
    for known, pattern, verb in _TABLE:
        match = pattern.fullmatch(path) if known == method else None
        if match is not None:
            return _named(match), verb
    raise bad(f"Cannot find resource for the request {path} with the method {method}: it is not known here.")


def _on(verb: OfList, rows: SiteList) -> Callable[[Ask], Reply]:
    return lambda ask: verb(ask, rows)


def _named(match: re.Match[str]) -> dict[str, str]:
    return {name: text for name, text in match.groupdict().items() if text is not None}


def takes_bytes(path: str) -> bool:
    """Whether the body of a write to this path is a file's bytes, whatever its Content-Type says."""
    return _BYTES.fullmatch(path) is not None
