"""Samples of resting: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.words.samples.facts import HUGE, LONG, NUMBER, Samples

ABOUT: dict[str, Any] = {"obligation": NUMBER, "number": "2.10", "marks": [], "title": LONG}
DUE = date(2021, 2, 1)
CALL = {
    **ABOUT,
    "help": NUMBER,
    "institution": "Valsts kase",
    "name": LONG,
    "trouble": "data",
    "words": "",
    "until": date(2021, 1, 21),
}
WORDY = {**CALL, "trouble": "other", "words": HUGE}
CHOICE = {"obligation": NUMBER, "number": "2.10", "marks": ["Valsts kase"]}

SAMPLES: Samples = {
    "snooze-ask": [
        {"choices": [date(2021, 1, 19), date(2021, 1, 21), date(2021, 1, 25)], "due_on": DUE, "past": False},
        {"choices": [], "due_on": DUE, "past": False},
        {"choices": [], "due_on": DUE, "past": True},
    ],
    "snoozed": [{"until": date(2021, 1, 19)}],
    "help-which": [{"choices": [CHOICE] * 20}, {"choices": [{**CHOICE, "number": str(one)} for one in range(3)]}],
    "help-ask": [ABOUT],
    "help-words": [ABOUT],
    "help-kept": [CALL],
    "help-needed": [CALL, WORDY, {**CALL, "trouble": "not_mine"}],
    "help-settled": [CALL, WORDY],
    "letter-ask": [{}],
    "letter-kept": [{"text": HUGE, "measures": [CHOICE] * 12, "after": after} for after in (False, True)],
}
