"""Samples of the board."""

from __future__ import annotations

from datetime import date

from tests.words.samples.facts import LONG, Samples

STATES = ("complete", "substantial", "limited", "not_started", "no_evidence", "withdrawn", None)
MEASURES = [{"number": f"2.{n}", "lead": "VARAM, VK, Valsts kase", "completion": STATES[n % 7]} for n in range(40)]
GROUP = {"number": "2", "title": LONG, "title_en": "", "measures": MEASURES}
OTHERS = {
    "number": "",
    "title": "",
    "title_en": "",
    "measures": [{"number": "C02.1.01", "lead": "", "completion": None}],
}

SAMPLES: Samples = {
    "board": [
        {"title": LONG, "day": date(2021, 1, 18), "groups": [GROUP] * 5},
        {"title": LONG, "day": date(2021, 1, 18), "groups": [OTHERS]},
    ],
    "no-plan": [{}],
}
