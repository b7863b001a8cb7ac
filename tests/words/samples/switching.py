"""Samples of switching on, forecasts and pausing, and of the week's digest."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from forum.findings import Finding
from forum.policies import Care
from tests.words.samples.facts import LONG, PAGE, ROUND, Samples

GAP = {**Finding("measure-no-lead", {"number": "3.1", "list": LONG}).kept, "link": "https://site.example/3"}
NOTHING: dict[str, Any] = {
    "messages": 0, "people": 0, "unreached": 0, "most": 0, "over": 0, "first": None, "busiest": None, "in_busiest": 0,
    "of_meetings": 0, "on_a_yes": 0, "held": 0, "budget": 15, "monthly": 2,
}  # fmt: skip
FIGURES: dict[str, Any] = {
    **NOTHING,
    "messages": 62,
    "people": 21,
    "unreached": 3,
    "of_meetings": 21,
    "on_a_yes": 2,
    "over": 1,
    "held": 2,
    "most": 16,
    "first": date(2021, 1, 4),
    "busiest": date(2021, 1, 1),
    "in_busiest": 40,
}
NEVER_ON, PAUSED = {"since": None}, {"since": date(2021, 1, 18)}
CARE = [{"care": one.value, "who": LONG} for one in Care]
FIRST: dict[str, Any] = {
    "institutions": 23,
    "measures": 25,
    "persons": 31,
    "gaps": [GAP] * 5,
    "more": 7,
    "care": CARE,
    "ogp": [],
}
FORECAST: dict[str, Any] = {
    **FIGURES,
    "days": [{"on": date(2021, 1, day), "count": day} for day in range(1, 29)],
    "named": [{"name": LONG, "messages": 16, "over": True}, {"name": LONG, "messages": 2, "over": False}] * 5,
    "others": 11,
}
BODIES = [
    {"code": f"IESTĀDE{n}", "measures": [{"number": f"{n}.{m}", "marks": ["LV-5"]} for m in range(4)]}
    for n in range(20)
]
DIGEST: dict[str, Any] = {
    "received": BODIES,
    "rounds": [{**ROUND, "awaited": BODIES}] * 2,
    "help": [
        {"trouble": word, "code": "IZM", "number": "2.8", "marks": ["LV-5"]}
        for word in ("data", "sign_off", "not_mine", "other")
    ],
    "unreached": [LONG] * 30,
    "blocked": [LONG],
    "held": [{"name": LONG, "count": 2, "why": "year"}, {"name": LONG, "count": 1, "why": "month"}],
    "disputes": 1,
    "failed": 2,
    "lists": [LONG],
    "gaps": 21,
    "meetings": [{"title": LONG, "at": datetime(2021, 2, 19, 8, tzinfo=UTC)}],
    "dead": [{"code": "IZM", "number": "2.8", "url": "https://forum.example/" + "x" * 233, "why": "404"}] * 20,
}
EMPTY: dict[str, Any] = {name: 0 if isinstance(value, int) else [] for name, value in DIGEST.items()}

SAMPLES: Samples = {
    "first-minutes": [
        {**FIRST, **FIGURES, "stopped": NEVER_ON},
        {**FIRST, **FIGURES, "on_a_yes": 0, "over": 21, "stopped": PAUSED},
        {**FIRST, **NOTHING, "gaps": [], "more": 0, "care": [], "stopped": None},
        {**FIRST, **FIGURES, "stopped": NEVER_ON, "switch": PAGE},
    ],
    "forecast": [
        {**FORECAST, "stopped": NEVER_ON},
        {**FORECAST, "stopped": None},
        {**FORECAST, **NOTHING, "days": [], "named": [], "others": 0, "stopped": PAUSED},
    ],
    "pause-ask": [{}],
    "pause-not": [{}],
    "paused": [
        {"stopped": PAUSED, "first": date(2021, 2, 1), "messages": 21},
        {"stopped": NEVER_ON, "first": None, "messages": 0},
    ],
    "paused-by": [{"name": LONG}],
    "resumed": [
        {"messages": 12, "people": 1, "first": datetime(2021, 1, 18, 8, tzinfo=UTC)},
        {"messages": 0, "people": 0, "first": None},
    ],
    "resumed-by": [{"name": LONG}],
    "restored": [
        {"made_at": datetime(2021, 1, 18, 1, tzinfo=UTC), "doubted": 12},
        {"made_at": datetime(2021, 1, 18, 1, tzinfo=UTC), "doubted": 0},
    ],
    "switch-later": [{}, {"switch": PAGE}],
    "digest": [
        DIGEST,
        {**EMPTY, "gaps": 1},
        {**EMPTY, "received": BODIES, "notice": PAUSED},
        {**DIGEST, "notice": NEVER_ON},
    ],
}
