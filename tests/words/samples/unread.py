"""Samples of unread messages: one, many of every sort, and what became of them."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.words.samples.facts import LONG, Samples

AT = datetime(2021, 1, 18, 8, 42, tzinfo=UTC)


def _one(name: str, channel: str) -> dict[str, object]:
    return {"number": 7, "channel": channel, "name": name, "at": AT, "error": "KeyError"}


ONE = {"subject": "one-7", "messages": [_one(LONG, "telegram")], "more": 0}
MANY = {
    "subject": "all-7",
    "messages": [_one(name, channel) for name in (LONG, "") for channel in ("telegram", "email")],
    "more": 3,
}

SAMPLES: Samples = {
    "unread": [ONE, MANY],
    "unread-one": [ONE],
    "unread-settled": [{"word": word, "count": count} for word in ("again", "drop") for count in (1, 12)],
    "unread-none": [{}],
}
