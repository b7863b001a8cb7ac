"""Which columns of a row are asked for: ``$select`` and ``$expand``, refused by name where there is no such."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.site.asking import names
from sandbox.site.columns import Column
from sandbox.site.errors import QUERY, Refused, bad
from sandbox.site.lists import SiteList

# What can be shown of a looked-up row: SharePoint projects no notes, choices or further lookups.
_SHOWN = ("Text", "Number", "Date", "DateTime", "Counter")
_OF_PERSON = ("Id", "Title", "EMail", "Name")
# Every item's answer has these two beside its columns, always empty here.
EMPTY = ("ServerRedirectedEmbedUri", "ServerRedirectedEmbedUrl")


@dataclass(frozen=True)
class Selection:
    """``plain``: JSON key and column; ``expanded``: a lookup's column with the names wanted of its row."""

    plain: tuple[tuple[str, Column], ...]
    expanded: tuple[tuple[Column, tuple[str, ...]], ...]


def select(rows: SiteList, options: Mapping[str, str], target: Mapping[str, SiteList]) -> Selection:
    """Read ``$select`` and ``$expand`` for items; ``target`` holds the site's lists by URL name."""
    known = {**rows.properties(), "ID": rows.columns["ID"]}
    lookups = {column.entity_name: column for column in rows.columns.values() if column.refers}
    chosen = names(options, "$select") or ["*"]
    expand = names(options, "$expand")
    wanted: dict[str, list[str]] = {name: [] for name in expand}
    plain: dict[str, Column] = {}
    for name in chosen:
        whole, _, part = name.partition("/")
        if name == "*":
            plain.update((key, column) for key, column in known.items() if not column.asked)
        elif part and whole in lookups and whole in wanted:
            wanted[whole].append(_checked(lookups[whole], part, target))
        elif whole in lookups:
            raise _unexpanded(name, whole)
        elif name in known:
            plain[name] = known[name]
        elif name not in EMPTY:
            raise unknown(name)
    for name, parts in wanted.items():
        if name not in lookups:
            raise unknown(name)
        if not parts:
            raise _unexpanded(name, name)
    expanded = tuple((lookups[name], tuple(parts)) for name, parts in wanted.items())
    return Selection(tuple(plain.items()), expanded)


def unknown(name: str) -> Refused:
    return bad(f"The field or property '{name}' does not exist.", "-1, Microsoft.SharePoint.SPException")


def _checked(column: Column, part: str, target: Mapping[str, SiteList]) -> str:
    if column.kind == "User":
        if part not in _OF_PERSON:
            raise unknown(f"{column.entity_name}/{part}")
        return part
    looked_in = target.get(column.target)
    shown = looked_in.properties().get(part) if looked_in else None
    if shown is None or shown.kind not in _SHOWN:
        raise bad(f"The query to field '{column.entity_name}/{part}' is not valid.", QUERY)
    return part


def _unexpanded(name: str, whole: str) -> Refused:
    return bad(
        f"The query to field '{name}' is not valid. The $select query string must specify the target fields "
        f"and the $expand query string must contains {whole}.",
        "-1, Microsoft.SharePoint.SPException",
    )
