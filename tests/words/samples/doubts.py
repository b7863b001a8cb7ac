"""Samples of doubts: one message, many of every sort, and what became of them."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.words.samples.facts import LONG, Samples

AT = datetime(2021, 1, 18, 8, 42, tzinfo=UTC)
KINDS = ("nudge", "echo", "meeting-notice", "welcome-back")
ONE = {"subject": "one-7", "messages": [{"kind": "nudge", "name": LONG, "at": AT}], "more": 0}
MANY = {
    "subject": "all-7",
    "messages": [{"kind": kind, "name": name, "at": AT} for kind in KINDS for name in (LONG, "")],
    "more": 3,
}

SAMPLES: Samples = {
    "doubts": [ONE, MANY],
    "doubt": [ONE],
    "doubts-settled": [{"word": word, "count": count} for word in ("again", "arrived", "drop") for count in (1, 12)],
}
