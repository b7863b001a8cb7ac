"""The parts that the site's addresses are made of, and which list, folder or file one of them names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sandbox.site.asking import Ask
from sandbox.site.errors import ARGUMENT, MISSING, Refused, absent_item, bad, denied
from sandbox.site.items import Item
from sandbox.site.library import Library
from sandbox.site.lists import SiteList
from sandbox.site.site import Site

GUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
TEXT = "(?:[^']|'')*"
LIST = (
    rf"web/lists(?:\(guid'(?P<guid>{GUID})'\)|\('(?P<plain>{GUID})'\)|/getbyid\((?:guid)?'(?P<id>{GUID})'\)"
    rf"|/getbytitle\('(?P<title>{TEXT})'\))"
)
ITEM = rf"{LIST}(?:/items\((?P<item>\d+)\)|/(?:items/)?getitem?byid\((?P<other>\d+)\))"
FIELD = rf"{LIST}/fields/getby(?:internalnameor)?title\('(?P<field>{TEXT})'\)"
FIELD_BY_ID = rf"{LIST}/fields(?:/getbyid)?\((?:guid)?'(?P<field_id>{GUID})'\)"
_NAMED = rf"web/get{{}}byserverrelative(?:url\('(?P<url>{TEXT})'\)|path\(decodedurl='(?P<path>{TEXT})'\))"
_INNER = rf"(?:/folders\('(?P<inner>{TEXT})'\))?"
FOLDERS = (_NAMED.format("folder") + _INNER, rf"{LIST}/rootfolder{_INNER}")
FILES = (
    _NAMED.format("file"),
    rf"{FOLDERS[0]}/files\('(?P<leaf>{TEXT})'\)",
    rf"{FOLDERS[1]}/files\('(?P<leaf>{TEXT})'\)",
    rf"{ITEM}/file",
    rf"web/getfilebyid\((?:guid)?'(?P<unique>{GUID})'\)",
)
_ARGUMENT = re.compile(rf"\s*(?P<name>\w+)\s*=\s*(?P<value>'{TEXT}'|true|false|\d+)\s*(?:,|$)", re.IGNORECASE)


def text_of(literal: str) -> str:
    """The text of a literal without its outer quotes: a quote within is doubled."""
    return literal.replace("''", "'")


def arguments(text: str, **known: type) -> dict[str, str | bool | int]:
    """The named arguments between a method's brackets, by lower-case name. Refused (400): one not among ``known``."""
    found: dict[str, str | bool | int] = {}
    position = 0
    while position < len(text):
        match = _ARGUMENT.match(text, position)
        name = match["name"].lower() if match else ""
        if match is None or name in found or not isinstance(value := _value(match["value"]), known.get(name, ())):
            raise bad(f"The arguments ({text}) are not known here: {', '.join(known)} are.")
        found[name] = value
        position = match.end()
    return found


def _value(literal: str) -> str | bool | int:
    if literal.startswith("'"):
        return text_of(literal[1:-1])
    return literal.lower() == "true" if literal.lower() in ("true", "false") else int(literal)


def list_at(site: Site, where: Mapping[str, str]) -> SiteList:
    """The list that an address names. Refused: 404 where it is not there, 403 where the app may not see it."""
    title = text_of(where.get("title", ""))
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


def item_of(ask: Ask, rows: SiteList) -> Item:
    """The row that the path names. Refused (404): there is none."""
    item = rows.items.get(int(ask.where.get("item") or ask.where["other"]))
    if item is None:
        raise absent_item()
    return item


def folder_at(ask: Ask) -> tuple[Library, str]:
    """The library and the whole path of a folder. Refused (404): there is no such folder."""
    inner = f"/{text_of(ask.where['inner'])}" if "inner" in ask.where else ""
    if {"url", "path"} & ask.where.keys():
        return folder_named(ask.site, _path(ask) + inner)
    rows = list_at(ask.site, ask.where)
    if not isinstance(rows, Library):
        raise bad(f"'{rows.title}' is a list: this stand-in knows the folders of libraries only.")
    return folder_named(ask.site, rows.root + inner)


def folder_named(site: Site, path: str) -> tuple[Library, str]:
    """The library and the folder at a whole path. Refused (404): there is none."""
    rows = _library(site, path)
    if path.casefold() == rows.root.casefold():
        return rows, rows.root
    found = rows.at(path)
    if found is None or not found.is_folder:
        raise missing()
    return rows, str(found.values["FileRef"])


def file_at(ask: Ask) -> tuple[Library, Item]:
    """The library and the row of a file. Refused (404): there is no such file."""
    if "leaf" in ask.where:
        rows, folder = folder_at(ask)
        found = rows.at(f"{folder}/{text_of(ask.where['leaf'])}")
    elif "unique" in ask.where:
        rows, found = _with_id(ask.site, ask.where["unique"].lower())
    elif {"url", "path"} & ask.where.keys():
        rows = _library(ask.site, path := _path(ask))
        found = rows.at(path)
    else:
        of_row = list_at(ask.site, ask.where)
        found = item_of(ask, of_row)
        if not isinstance(of_row, Library):
            raise missing()
        rows = of_row
    if found is None or found.is_folder:
        raise missing()
    return rows, found


def _with_id(site: Site, unique: str) -> tuple[Library, Item]:
    for one in site.lists:
        if isinstance(one, Library) and one.access != "none":
            for item in one.items.values():
                if item.values["GUID"] == unique:
                    return one, item
    raise missing()


def missing() -> Refused:
    return Refused(404, MISSING, "File Not Found.")


def _path(ask: Ask) -> str:
    """The whole path that an address gives. In the older, ``…Url``, form % and # are escapes and cannot be named:
    learn.microsoft.com, "Supporting % and # in files and folders with the ResourcePath API"."""
    text = text_of(ask.where.get("url") or ask.where.get("path") or "")
    if "url" in ask.where and re.search("[%#]", text):
        raise bad(f"A path with % or # is named by …ByServerRelativePath(decodedUrl=…): '{text}'.", ARGUMENT)
    if text.startswith("/") and not f"{text}/".casefold().startswith(f"{ask.site.path}/".casefold()):
        raise bad("Server relative urls must start with SPWeb.ServerRelativeUrl", ARGUMENT)
    return (text if text.startswith("/") else f"{ask.site.path}/{text}").rstrip("/")


def _library(site: Site, path: str) -> Library:
    for one in site.lists:
        if isinstance(one, Library) and f"{path}/".casefold().startswith(f"{one.root}/".casefold()):
            if one.access == "none":
                raise denied()
            return one
    raise missing()
