"""Samples of an absence."""

from __future__ import annotations

from datetime import date

from tests.words.samples.facts import LONG, Samples

UNTIL = date(2021, 1, 5)

SAMPLES: Samples = {
    "absence": [
        {"until": UNTIL, "stand_ins": [LONG] * 3, "due_on": UNTIL},
        {"until": UNTIL, "stand_ins": [], "due_on": UNTIL},
        {"until": UNTIL, "stand_ins": [], "due_on": None},
    ],
    "absence-unclear": [{"problem": "no-day", "told": {"text": "drīz", "example": "2021-02-19"}}],
    "absence-far": [{"most": 120}],
    "absence-over": [{}],
}
