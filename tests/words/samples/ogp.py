"""Samples of OGP's dates: each rule in each state."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.words.samples.facts import Samples

DAY = date(2021, 2, 1)
STATES: list[dict[str, Any]] = [
    {"by": None, "last": None, "planned": None, "done": 0, "late": False},
    {"by": DAY, "last": DAY, "planned": None, "done": 1, "late": True},
    {"by": DAY, "last": DAY, "planned": DAY, "done": 0, "late": False},
]
RULES = ("meeting", "repository", "society", "summit")
OGP = [{"rule": rule, **state} for rule in RULES for state in STATES if rule in RULES[:2] or state["by"]]

SAMPLES: Samples = {"ogp": [{"ogp": []}, {"ogp": OGP}]}
