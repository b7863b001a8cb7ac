"""Samples of extending: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.words.samples.facts import HUGE, LONG, NUMBER, Samples

DUE, UNTIL = date(2021, 2, 1), date(2021, 2, 15)
MEASURES = [{"obligation": NUMBER, "number": "2.10", "marks": ["LV-5"]}] * 12
DAY: dict[str, Any] = {"due_on": DUE, "until": UNTIL, "today": date(2021, 2, 3)}
CARD: dict[str, Any] = {
    "measures": MEASURES,
    "code": "Valsts kase",
    "name": LONG,
    "words": HUGE,
    "until": UNTIL,
    "due_on": DUE,
}

SAMPLES: Samples = {
    "extension-ask": [{**DAY, "until": None}],
    "extension-early": [DAY],
    "extension-far": [DAY],
    "extension-unclear": [{"problem": "no-day", "told": {"text": "drīz", "example": "2021-02-19"}}],
    "extension-kept": [CARD],
    "extension-asked": [CARD],
    "extension-decided": [CARD, {**CARD, "until": None}],
    "extension-refused": [CARD, {**CARD, "measures": MEASURES[:1]}],
}
