"""Samples of returning: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.facts import riga
from tests.words.samples.facts import HUGE, LONG, NUMBER, Samples

NAMED: dict[str, Any] = {"obligation": NUMBER, "number": "2.10", "marks": ["LV-5", "Valsts kase"]}
ABOUT: dict[str, Any] = {**NAMED, "code": "Valsts kase", "names": [], "name": LONG, "why": ""}
RETURNED: dict[str, Any] = {
    **NAMED,
    "title": HUGE,
    "by": LONG,
    "words": HUGE,
    "version": 3,
    "at": riga("2021-01-18 10:42"),
    "completion": "substantial",
    "done": HUGE,
    "until": date(2021, 2, 15),
}

SAMPLES: Samples = {
    "returned": [RETURNED, {**RETURNED, "words": "", "by": "", "completion": None, "done": ""}],
    "return-stays": [NAMED],
    "return-ask": [ABOUT],
    "return-sent": [{**ABOUT, "names": [LONG] * 3}, ABOUT],
    "return-refused": [{**ABOUT, "why": why} for why in ("nothing", "closed", "signed")],
    "returned-kept": [ABOUT],
}
