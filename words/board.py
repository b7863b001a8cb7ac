"""The board: a plan as a picture that can be read on a phone, and the same as text, its caption."""

from __future__ import annotations

from collections import Counter
from typing import Any

from words import completions, dates, typesetting
from words.lists import number, numbers
from words.saying import Attached, Brief, Composer, Saying, Worded

# In the order of the legend; the last is a measure of which nothing is on record.
STATES = ("complete", "substantial", "limited", "not_started", "no_evidence", "withdrawn", "unknown")

# A phone is some 390 points wide; this many pixels a point keep letters sharp after Telegram's own compression.
PIXELS_A_POINT = 2.6
# Tiles in a row; fewer where numbers are long, as in «C02.1.01».
ACROSS, ACROSS_LONG, LONG_NUMBER = 5, 4, 5
# Longer numbers than this stand beside their bar only where both are smaller.
WIDEST = 7


def _board(say: Saying, brief: Brief) -> Worded:
    found = Counter(_state(one) for group in brief["groups"] for one in group["measures"])
    day = say("board-day", on=dates.on_full_day(brief["day"], say.language))
    lines = [say("board-title", title=say.title(brief["title"])), day, ""]
    lines += [_line(say, state, brief) for state in STATES if found[state]]
    picture = say.attach(lambda: Attached(say.label("board-file"), _drawn(say, brief, found), picture=True))
    return Worded("\n".join(lines), attached=picture)


def _state(measure: Brief) -> str:
    return str(measure["completion"] or "unknown")


def _label(say: Saying, state: str) -> str:
    return say.label("board-unknown") if state == "unknown" else completions.label(state, say.language)


def _line(say: Saying, state: str, brief: Brief) -> str:
    keys = [one["number"] for group in brief["groups"] for one in group["measures"] if _state(one) == state]
    return say("board-line", state=_label(say, state), count=len(keys), numbers=numbers(keys, say.language))


def _drawn(say: Saying, brief: Brief, found: Counter[str]) -> bytes:
    """A PNG, 1,014 pixels wide."""
    longest = max(len(one["number"]) for group in brief["groups"] for one in group["measures"])
    board: dict[str, Any] = {
        "language": say.language,
        "title": brief["title"],
        "subtitle": say.label("board-day", on=dates.on_full_day(brief["day"], say.language)),
        "across": ACROSS if longest <= LONG_NUMBER else ACROSS_LONG,
        "small": longest > WIDEST,
        "groups": [_group(say, group) for group in brief["groups"]],
        "legend": [
            {"completion": state, "label": say.label("board-legend", state=_label(say, state), count=found[state])}
            for state in STATES
            if found[state]
        ],
    }
    return typesetting.picture("board", sharp=PIXELS_A_POINT, board=board)


def _group(say: Saying, group: Brief) -> dict[str, Any]:
    title = (group["title_en"] if say.language == "en" else "") or group["title"]
    return {
        "title": f"{group['number']}. {title}" if group["number"] else say.label("board-others"),
        "measures": [
            {"number": number(one["number"], say.language), "lead": one["lead"] or "–", "completion": _state(one)}
            for one in group["measures"]
        ],
    }


COMPOSERS: dict[str, Composer] = {"board": _board}
