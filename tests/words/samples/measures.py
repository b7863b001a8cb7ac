"""Samples of one measure's worksheet as messages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from forum.histories import History, Turn
from forum.plan import Completion
from tests.words.samples.facts import HUGE, LONG, NUMBER, Samples
from tests.words.samples.report import ANSWER, ENTRY
from tests.words.samples.stepping import step

NAMED: dict[str, Any] = {"measure": NUMBER, "title": LONG, "number": "2.10", "marks": ["LV-5"]}
SAID: dict[str, Any] = {
    "reply": NUMBER,
    "code": "VARAM",
    "leads": True,
    "round": LONG,
    "version": 2,
    "at": datetime(2021, 1, 18, 8, 42, tzinfo=UTC),
    "completion": "limited",
    "manner": "told",
    "internal": False,
    "edited": False,
    "erased": None,
    "done": HUGE,
    "obstacles": HUGE,
    "next_step": HUGE,
    "wordable": True,
}
NOTHING = {
    **SAID,
    "leads": False,
    "completion": None,
    "manner": "nothing",
    "done": "",
    "next_step": "",
    "wordable": False,
}
SHEET: dict[str, Any] = {
    **NAMED,
    "plan": LONG,
    "result": HUGE,
    "steps": [step(number, word) for number, word in enumerate(["complete", "limited", ""] * 6, 1)],
    "lead": ["VARAM"],
    "co_lead": ["IZM", "VID"],
    "contact": [LONG],
    "due_text": LONG,
    "due_on": date(2021, 12, 31),
    "record": {"completion": "limited", "on": date(2020, 10, 12), "done": HUGE, "next_step": HUGE, "obstacles": HUGE},
    "told": True,
    "answers": [SAID, NOTHING],
    "awaited": ["IZM", "VID"],
    "open": NUMBER,
}
EMPTY = {"completion": None, "on": None, "done": "", "next_step": "", "obstacles": ""}
BARE = {
    **SHEET,
    **{"steps": [], "plan": "", "result": "", "lead": [], "co_lead": [], "contact": [], "due_text": "", "due_on": None},
    **{"record": EMPTY, "told": False, "answers": [], "awaited": [], "open": None},
}
TURN = Turn(LONG, date(2021, 2, 1), ENTRY, [ANSWER])
HISTORY = History("2.10", LONG, LONG, LONG, Completion.LIMITED, date(2020, 10, 12), date(2021, 1, 18), [TURN])

SAMPLES: Samples = {
    "about-measure": [
        SHEET,
        BARE,
        {**BARE, "told": True, "due_on": date(2021, 12, 31)},
        {**SHEET, "answers": [{**SAID, "manner": "unchanged", "internal": True, "edited": True, "erased": SAID["at"]}]},
    ],
    "about-more": [{**SHEET, "answers": [SAID, SAID, NOTHING]}],
    "about-which": [{"text": "", "measures": []}, {"text": "", "measures": [NAMED] * 20}],
    "about-none": [{"text": HUGE, "measures": [NAMED]}],
    "about-paper": [{**NAMED, "history": HISTORY, "known": {}}],
}
