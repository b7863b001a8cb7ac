"""Samples of nudging: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from datetime import date
from typing import Any

from forum.recommendations import Source
from tests.words.samples.facts import HUGE, LONG, NUMBER, PAGE, ROUND, Samples
from tests.words.samples.handover import PART
from tests.words.samples.reading_back import LINES

MEASURES = [{"number": f"3.{number}", "marks": ["LV-5"]} for number in range(4)]


def measure(number: int) -> dict[str, Any]:
    return {
        "obligation": NUMBER + number,
        "number": f"2.{number}",
        "title": LONG,
        "marks": [],
        "done": HUGE,
        "completion": "limited",
        "completion_on": date(2020, 10, 12),
        "on_record": True,
        "worksheet": None,
        "begun_on": None,
    }


SHEET = {"lead": ["VARAM"], "co_lead": ["VID", "ĀM"], "contact": [], "due_text": LONG, "due_on": date(2021, 12, 31)}


def words_alone(kind: str, count: int) -> dict[str, Any]:
    """A round that asks for words alone; of worksheets they are shown."""
    one = nudge(count, kind=kind, duty=False, progress=False)
    for row in one["rounds"][0]["measures"]:
        row["worksheet"] = SHEET if kind == "filling" else None
    return one


def nudge(count: int = 1, **more: Any) -> dict[str, Any]:
    one = {**ROUND, "to_sign": False, **more, "measures": [measure(number) for number in range(count)]}
    return {
        "rung": "sign",
        "rounds": [one],
        "bodies": [LONG],
        "role": "contact",
        "own_dates": [],
        "still_you": count == 2,
        "partner": count == 2,
        "handover": None,
    }


def recommended() -> dict[str, Any]:
    """Of each source a recommendation, among measures."""
    one = nudge(7)
    for row, source in zip(one["rounds"][0]["measures"], Source, strict=False):
        row["marks"] = [source]
    return one


def begun(count: int) -> dict[str, Any]:
    """Of each measure an answer was begun and not submitted."""
    one = nudge(count)
    for row in one["rounds"][0]["measures"]:
        row["begun_on"] = date(2021, 1, 18)
    return one


def own_dates(count: int, due_text: str = LONG) -> list[dict[str, Any]]:
    """Measures whose own day comes near."""
    return [
        {
            "number": f"2.{number}",
            "marks": [],
            "milestone": NUMBER + number if number % 2 else None,
            "title": LONG,
            "due_on": date(2021, 12, 31),
            "due_text": due_text,
        }
        for number in range(count)
    ]


def standing(count: int = 3) -> dict[str, Any]:
    return {
        **ROUND,
        "round": NUMBER,
        "answered": 3,
        "total": 25,
        "awaited": [{"code": f"IESTĀDE{n}", "measures": MEASURES} for n in range(count)],
        "unreached": [LONG] * count,
        "without_lead": MEASURES * count,
        "without_owner": MEASURES * count,
    }


SAMPLES: Samples = {
    "nudge": [
        nudge(),
        {**nudge(), "page": PAGE},
        {**nudge(2), "own_dates": own_dates(2)},
        {**nudge(12), "page": PAGE},
        nudge(40),
        nudge(2, left=0, left_working=0),
        nudge(left=1, left_working=1, due_given=date(2021, 1, 31), to_sign=True),
        nudge(sign_by=None, to_sign=True),
        nudge(12, left=-4, left_working=0),
        nudge(left=-4, left_working=0, grace_until=None),
        {**nudge(2), "handover": PART},
        {**nudge(6), "rung": "last", "rounds": nudge(6)["rounds"] * 4},
        recommended(),
        begun(1),
        begun(40),
        *(words_alone(kind, count) for kind in ("filling", "comments") for count in (1, 7)),
        {**words_alone("comments", 1), "rung": "start"},
        nudge(kind="voluntary", duty=False, left=-1, left_working=0),
        *({**nudge(kind=kind), "rung": "start"} for kind in ("voluntary", "final")),
        nudge(kind="final", left=-1, left_working=0),
        {**nudge(2), "rung": "start", "bodies": [LONG] * 4, "token": "A" * 43},
        {**nudge(2), "rung": "start", "worksheet": LINES},
    ],
    "nudge-report": [standing(), standing(0), standing(60)],
    "no-round": [{}],
    "own-dates": [{"measures": own_dates(1, "")}, {"measures": own_dates(30)}],
}
