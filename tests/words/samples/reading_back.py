"""Samples of what was read back of worksheets and of texts about several measures, and of worksheets as files."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.words.samples.facts import HUGE, LONG, NUMBER, PAGE, Samples

TEXTS = {"done": HUGE, "obstacles": HUGE, "next_step": HUGE}
WHYS = (
    "choice-unknown",
    "choice-missing",
    "done-missing",
    "reason-missing",
    "no-record",
    "both",
    "long",
    "error",
    "closed",
    "other",
    "skipped",
    "twice",
    "moved",
    "ambiguous",
    "empty",
    "unknown",
    "step-words",
    "step-state",
    "step-twice",
)


def line(number: int, **more: Any) -> dict[str, Any]:
    return {
        "number": f"2.{number}",
        "plan": "LV-5",
        "title": LONG,
        "source": "irm" if number == 1 else "",
        "body": LONG,
        "body_en": "",
        "year": 2020,
        "due_on": date(2021, 2, 1),
        "answered": False,
        "nothing": False,
        "internal": False,
        "completion": "limited",
        "english": HUGE,
        "key": f"w{NUMBER}.AAAAAAAAAAAA",
        **TEXTS,
        **more,
    }


def entry(number: int, outcome: str = "kept", **more: Any) -> dict[str, Any]:
    about = {
        "obligation": NUMBER + number,
        "number": f"2.{number}",
        "marks": ["LV-5"],
        "row": number,
        "progress": number != 6,
        "table": number % 2 == 0,
    }
    told = {"completion": "limited", "unchanged": False, "nothing": False, "version": NUMBER, **TEXTS, "english": HUGE}
    return {**about, **told, "outcome": outcome, **more}


def bad(number: int, why: str, **more: Any) -> dict[str, Any]:
    said = {"why": why, "field": "choice", "letter": "F", "said": "daļēji", "year": 2019}
    return {**entry(number, "wrong"), **said, **more}


def read(entries: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    told = {"source": "sheet", "name": LONG, "beside": LONG, "written": True, "versions": [], "rounds": []}
    return {**told, "entries": entries, **more}


KEPT = [
    entry(1),
    entry(2, obstacles=""),
    entry(3, unchanged=True),
    entry(4, nothing=True),
    entry(5, completion=None),
    entry(6, completion="complete", obstacles="", next_step=""),
]
STEP = {"milestone": NUMBER, "number": "2.8.1", "marks": [], "obligation": 0, "completion": "complete"}
STEP |= {"evidence": PAGE}
STEP_LINE = {"step": NUMBER, "due_text": LONG, "done_on": date(2020, 12, 30), "completion": "complete"}
BAD = [bad(number, why) for number, why in enumerate(WHYS, 10)]
LINES = [line(1), line(2, completion=None, done="", obstacles="", next_step=""), line(3, answered=True, internal=True)]
LINES.append(line(3, **STEP_LINE))

SAMPLES: Samples = {
    "read-back": [
        read(KEPT),
        read([*KEPT, *BAD, entry(40, "same"), entry(41, "empty")], written=False),
        read(KEPT * 10 + BAD * 4),
        read([{**entry(1), **STEP}, {**entry(2, "same"), **STEP}]),
        read(
            [
                bad(1, "choice-unknown", letter=""),
                {**bad(2, "unknown", field="", letter=""), "number": "", "obligation": 0},
            ]
        ),
        read([entry(1, "same")]),
        read([entry(1, "empty")], beside=""),
        read([*KEPT, *BAD], source="text", name=""),
    ],
    "worksheet-file": [{"file": kind, "lines": LINES} for kind in ("docx", "xlsx")],
    "worksheet-unread": [
        {"why": why, "name": LONG, "kept": kept}
        for why in ("damaged", "large", "macros", "format")
        for kept in (True, False)
    ],
}
