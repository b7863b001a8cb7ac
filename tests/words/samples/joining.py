"""Samples of joining: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.words.samples.facts import LONG, NUMBER, PAGE, Samples

JOIN: dict[str, Any] = {
    "person": NUMBER,
    "name": LONG,
    "role": "contact",
    "institution": LONG,
    "measures": [{"number": f"2.{n}", "title": LONG} for n in range(3)],
}

TOKEN = "A" * 43

SAMPLES: Samples = {
    "join-ask": [JOIN, {**JOIN, "measures": [], "institution": None}, {**JOIN, "measures": JOIN["measures"] * 8}],
    "joined": [
        {"name": LONG, "due_on": date(2021, 2, 1), "first_on": date(2021, 1, 4), "numbers": ["2.8"], "partner": True},
        {"name": LONG, "due_on": None, "first_on": None, "numbers": [], "partner": False, "page": PAGE},
    ],
    "join-differs": [{}],
    "welcome-back": [{}],
    "stranger": [{}],
    "farewell": [{}],
    "link-refused": [{"reason": reason} for reason in ("unknown", "used", "expired", "gone")],
    "link-trouble": [{"name": LONG, "person": NUMBER, "reason": reason} for reason in ("used", "expired", "gone")],
    "member-differs": [{"name": LONG, "person": NUMBER}],
    "member-blocked": [{"name": LONG}, {"name": LONG, "channel": "email"}],
    "successor": [{"before": LONG, "name": LONG, "person": NUMBER, "chats": chats} for chats in (True, False)],
    "invitation": [{"name": LONG, "token": TOKEN}],
}
