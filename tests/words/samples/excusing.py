"""Samples of excusing: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.words.samples.facts import HUGE, LONG, NUMBER, ROUND, Samples

ABOUT: dict[str, Any] = {
    "obligation": NUMBER,
    "code": "Valsts kase",
    "number": "2.10",
    "marks": [],
    "title": LONG,
    "year": 2020,
    "kind": "mandatory",
    "due_on": date(2021, 2, 15),
    "round_due_on": date(2021, 2, 1),
    "extended": date(2021, 2, 15),
    "skipped": False,
    "until": date(2021, 2, 15),
    "reason": HUGE,
}
CHOICES = [{"obligation": NUMBER, "number": f"2.{n}", "marks": []} for n in range(20)]

SAMPLES: Samples = {
    "excuse-which": [{"what": "extend", "code": "Valsts kase", "choices": CHOICES}],
    "extend-until": [ABOUT],
    "extend-early": [ABOUT],
    "extend-far": [ABOUT],
    "extend-reason": [ABOUT],
    "skip-reason": [ABOUT],
    "excused": [ABOUT, {**ABOUT, "skipped": True}],
    "excuse-undone": [ABOUT],
    "excuse-settled": [{}],
    "extended": [{"measures": CHOICES, "due_on": date(2021, 2, 15), "reason": HUGE}],
    "enter-status": [ABOUT],
    "enter-text": [{**ABOUT, "completion": "limited"}, {**ABOUT, "completion": ""}],
    "letter-draft": [
        {
            **ROUND,
            "name": LONG,
            "address": LONG,
            "code": "VARAM",
            "sender": {"name": LONG, "address": LONG, "by": [LONG, "", "", "koordinators@vk.example"]},
            "template": None,
            "today": date(2021, 2, 5),
            "until": date(2021, 2, 12),
            "measures": [{"number": "2.10", "title": LONG}] * 8,
        }
    ],
    "letter-unneeded": [{"code": "VARAM"}],
}
