"""Samples of a handover."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.words.samples.facts import HUGE, LONG, NUMBER, PAGE, Samples

SAID: dict[str, Any] = {
    "on": date(2020, 10, 12),
    "by": LONG,
    "role": "contact",
    "completion": "limited",
    "text": HUGE,
}
MEASURE: dict[str, Any] = {
    "number": "2.10",
    "marks": [],
    "title": LONG,
    "link": "https://site.example/3",
    "said": SAID,
    "documents": [{"name": LONG, "url": ""}, {"name": "https://dati.example/1", "url": "https://dati.example/1"}],
    "letter": {"number": "1-2/34", "on": date(2021, 1, 29)},
}
BARE = {**MEASURE, "link": "", "said": None, "documents": [], "letter": None}
PART = {"before": LONG, "measures": [MEASURE] * 12, "more": 3}
OPEN = {
    "due_on": date(2021, 2, 1),
    "measures": [{"obligation": NUMBER, "number": "2.10", "marks": ["Valsts kase"]}] * 12,
}

SAMPLES: Samples = {
    "handover": [
        {**PART, "open": [OPEN] * 2},
        {**PART, "open": [OPEN], "page": PAGE},
        {
            **PART,
            "measures": [
                BARE,
                {**BARE, "letter": {"number": "5", "on": None}},
                {**BARE, "said": {**SAID, "role": "", "completion": None, "text": ""}},
                {**BARE, "said": {**SAID, "role": "deputy"}},
            ],
            "more": 0,
            "open": [],
        },
    ],
}
