"""Samples of what is a person's own: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from datetime import time

from tests.words.samples.facts import LONG, Samples, Toasts

SETTINGS = {
    "languages": ["lv", "en"],
    "opens": time(8, 30),
    "closes": time(16, 30),
    "part": "all",
    "days": [0, 1, 2, 3, 4],
    "channels": ["telegram"],
    "channel": "telegram",
}
BY_MAIL = {"channels": ["telegram", "email"], "channel": "email"}
PERSON = {"name": LONG, "body": LONG, "email": True, "phone": True}

SAMPLES: Samples = {
    "settings": [
        SETTINGS,
        {**SETTINGS, "closes": time(12), "part": "morning", "days": [2], **BY_MAIL},
    ],
    "privacy": [{"people": [PERSON] * 4, "messages": 2121, "answers": 1, "ways": 1}],
    "privacy-export": [{"kept": {"person": [{"name": LONG}]}}],
    "privacy-forget-ask": [{}],
    "privacy-kept": [{}],
    "lockdown": [{"channel": "telegram"}, {"channel": "email"}],
    "privacy-forgotten": [{}],
    "member-left": [{"name": LONG}],
}
TOASTS: Toasts = {"one-day-stays": {}}
