"""Samples of inviting: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tests.words.samples.facts import HUGE, LONG, NUMBER, Samples

UNTIL = datetime(2021, 1, 21, 8, 42, tzinfo=UTC)
GUESTS: list[dict[str, Any]] = [
    {"person": NUMBER, "name": LONG, "code": code, "link": link, "until": UNTIL if link == "waiting" else None}
    for link in ("joined", "closed", "waiting", "expired")
    for code in ("Valsts kase", "")
]
PAGE: dict[str, Any] = {"named": False, "missing": 12, "total": 31, "page": 1, "pages": 3, "first": 9, "guests": GUESTS}

SAMPLES: Samples = {
    "guests-no-chats": [{}],
    "guests": [
        PAGE,
        {**PAGE, "named": True, "page": 0, "pages": 1, "first": 1, "guests": [{**GUESTS[0], "link": "none"}]},
        {**PAGE, "missing": 0, "page": 0, "pages": 1, "guests": []},
    ],
    "guest-unknown": [{"text": HUGE}],
}
