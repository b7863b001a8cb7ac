"""What some rows must say once they have landed, worked out from the site's answer without the product's reading."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import orjson

from sync.lists import LISTS

# Every so manieth row of a page is looked at, of those with which the benchmarks fill up the list.
EACH = 50
CODES = {"Izpildīts": "complete", "Nav sākts": "not_started", "Izpildīts ierobežotā apjomā": "limited"}
RIGA = ZoneInfo("Europe/Riga")
# The cells that such a list has, in the order of its fields' names.
FIELDS = sorted(one.name for one in LISTS["measure"].fields)


def wanted(items: list[dict[str, Any]]) -> dict[int, tuple[object, ...]]:
    """Etag and cells by item id, of some of these items."""
    return {one["Id"]: (one["odata.etag"], *map(_said(one).get, FIELDS)) for one in items[EACH::EACH]}


def look(path: Path, wanted: dict[int, tuple[object, ...]]) -> tuple[int, list[int]]:
    """How many rows have landed in the memory at ``path``, and which of those wanted say anything else."""
    cells = ", ".join(f"c{number + 1:02}" for number in range(len(FIELDS)))
    marks = ", ".join("?" * len(wanted))
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as raw:
        (count,) = raw.execute("SELECT count(*) FROM landed_row WHERE noun = 'measure'").fetchone()
        asked = f"SELECT item_id, etag, {cells} FROM landed_row WHERE noun = 'measure' AND item_id IN ({marks})"
        found = {row[0]: tuple(row[1:]) for row in raw.execute(asked, list(wanted))}
    return count, [item for item, told in wanted.items() if found.get(item) != told]


def _said(item: dict[str, Any]) -> dict[str, object]:
    return {
        "title": item["Title"],
        "plan": str(item["PlanId"]),
        "number": item["Number"].rstrip("."),
        "commitment": str(item["CommitmentId"]),
        "lead": str(item["LeadId"]),
        "co_lead": orjson.dumps(item["CoLeadId"]).decode(),
        "contact": orjson.dumps(item["ContactId"]).decode(),
        "due_text": item["DueText"] or "",
        "due_on": _day(item["DueOn"]),
        "result": (item["Result"] or "").strip(),
        "completion": CODES[item["Completion"]],
        "completion_on": _day(item["CompletionOn"]),
        "done": (item["Done"] or "").strip(),
        "next_step": (item["NextStep"] or "").strip(),
        "obstacles": (item["Obstacles"] or "").strip(),
    }


def _day(moment: str | None) -> str | None:
    return datetime.fromisoformat(moment).astimezone(RIGA).date().isoformat() if moment else None
