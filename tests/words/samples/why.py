"""Samples of why a message came: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from datetime import date

from tests.words.samples.facts import LONG, ROUND, Samples

DAYS = [date(2021, 1, 27), date(2021, 2, 3)]
ROUNDS = [
    {**ROUND, "next": DAYS, "open": True},
    {**ROUND, "legal_basis": "", "next": [], "open": True},
    {**ROUND, "next": DAYS[1:], "open": False},
]

SAMPLES: Samples = {
    "why": [{"rounds": ROUNDS, "by_hand": False, "late": False}, {"rounds": ROUNDS, "by_hand": True, "late": True}],
    "why-meeting": [
        {"title": LONG, "by": LONG, "next": DAYS, "off": False},
        {"title": LONG, "by": "", "next": [], "off": False},
        {"title": LONG, "by": "", "next": [], "off": True},
    ],
    "why-told": [
        {"what": kind}
        for kind in (
            *("extended", "returned", "colleague-changed", "on-behalf", "own-dates", "echo"),
            *("filing-due", "partner-asked", "partner-views", "rejoinder-told", "view-revealed", "still-you"),
        )
    ],
}
