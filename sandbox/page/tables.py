"""The site's lists as the page shows them: chosen columns, lookups by name, days as the site means them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sandbox.page.turning import local
from sandbox.site import Column, Site, SiteList

Json = dict[str, Any]

# The page's name for a list: the list's URL name and its columns in the order shown.
TABLES = {
    "measures": ("Pasakumi", "Number Title Lead Completion CompletionOn Done"),
    "people": ("Personas", "Title Institution Email ForumRole"),
    "replies": ("Atbildes", "SubmittedAt Measure Institution Completion Done Channel SignOff"),
    "meetings": ("Sanaksmes", "Title StartsAt Place State"),
    "rounds": ("AtskaisuTermini", "Title PeriodFrom PeriodTo DueOn GraceUntil LockOn"),
}
# What a person of the site may change on the page: words and choices.
EDITABLE = {"measures": {"Title", "Completion", "Done"}, "people": {"Title", "Email", "ForumRole"}}
NEWEST_FIRST = {"replies", "meetings"}
# What names a row that is looked up, where it is not the title.
NAMED_BY = {"Pasakumi": "Number", "Institucijas": "Code"}


def tables(site: Site) -> Json:
    """Every table by its name: the list's title, its columns, its rows with their versions."""
    with site.lock:
        shown = {
            name: _table(site, site.list(url), names.split(), EDITABLE.get(name, set()))
            for name, (url, names) in TABLES.items()
        }
    for name in NEWEST_FIRST:
        shown[name]["rows"].reverse()
    return shown


def ids(site: Site) -> dict[str, str]:
    """Each list's id, as it stands in the site's own addresses, and the table that shows the list."""
    return {site.list(url).id: name for name, (url, _) in TABLES.items()}


def due(site: Site, now: datetime) -> Json | None:
    """The round whose deadline comes next, or has just passed while late answers are still taken in."""
    today = local(now).date().isoformat()
    with site.lock:
        rounds = _table(site, site.list("AtskaisuTermini"), ["Title", "DueOn", "GraceUntil"], set())["rows"]
    found = [row["cells"] for row in rounds if (row["cells"]["GraceUntil"] or row["cells"]["DueOn"] or "") >= today]
    first = min(found, key=lambda cells: cells["DueOn"] or "", default=None)
    return {"title": first["Title"], "on": first["DueOn"], "until": first["GraceUntil"]} if first else None


def _table(site: Site, rows: SiteList, names: list[str], editable: set[str]) -> Json:
    columns = [rows.columns[name] for name in names if name in rows.columns]
    return {
        "title": rows.title,
        "columns": [
            {
                "name": each.name,
                "title": each.title,
                "kind": each.kind,
                "choices": each.choices,
                "editable": each.name in editable,
            }
            for each in columns
        ],
        "rows": [_row(site, rows, number, columns) for number in rows.order],
    }


def _row(site: Site, rows: SiteList, number: int, columns: list[Column]) -> Json:
    item = rows.items[number]
    cells = {each.name: _cell(site, each, item.values.get(each.name)) for each in columns}
    return {"id": number, "version": item.version, "cells": cells}


def _cell(site: Site, column: Column, raw: Any) -> str | None:
    if raw is None or raw in ("", []):
        return None
    if column.kind in ("Date", "DateTime"):
        return _when(site, column, raw)
    show: Callable[[Any], str] = str
    if column.kind == "Lookup":
        show = _looked_up(site, column)
    elif column.kind == "Number":
        show = "{:g}".format
    return ", ".join(show(each) for each in raw) if column.several else show(raw)


def _when(site: Site, column: Column, raw: str) -> str:
    """A day as ``2021-02-01``, a moment in local time to the minute; anything else as it stands there."""
    try:
        moment = datetime.fromisoformat(raw)
    except ValueError:
        return raw
    return site.zone.day_of(moment).isoformat() if column.kind == "Date" else local(moment).isoformat()


def _looked_up(site: Site, column: Column) -> Callable[[Any], str]:
    target = site.list(column.target)
    name = NAMED_BY.get(column.target, "Title")

    def show(number: Any) -> str:
        item = target.items.get(number)
        return str(item.values.get(name)) if item is not None else "?"

    return show
