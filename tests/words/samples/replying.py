"""Samples of replying: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tests.words.samples.facts import HUGE, LONG, NUMBER, PAGE, ROUND, Samples, Toasts
from tests.words.samples.stepping import step
from words import completions

# All that tells a measure from another of its number.
MARKS = ["LV-4", "Valsts kase", date(2021, 2, 1)]
ANSWER: dict[str, Any] = {
    "written": True,
    "refused": False,
    "overtaken": False,
    "at": datetime(2021, 1, 18, 8, 42, tzinfo=UTC),
    "version": 2,
    "kind": "mandatory",
    "progress": True,
    "obligation": NUMBER,
    "number": "2.8",
    "marks": MARKS,
    "completion": "substantial",
    "on_record": "limited",
    "done": HUGE,
    "next_step": HUGE,
    "obstacles": HUGE,
    "unchanged": True,
    "nothing": False,
    "withdrawn": False,
    "internal": False,
    "in_english": HUGE,
    "english": "asked",
    "outside": "1-12/345",
    "steps": [step(1, "complete"), step(2, "limited")],
    "link": "https://site.example/" + "a" * 200,
}

QUESTION: dict[str, Any] = {
    **ROUND,
    "obligation": NUMBER,
    "number": "2.8",
    "marks": MARKS,
    "measure_title": LONG,
    "on_record": True,
    "begun_on": date(2021, 1, 18),
}

CHOICES = [{"obligation": NUMBER, "number": f"2.{n % 10}", "marks": MARKS} for n in range(12)]
KEPT: dict[str, Any] = {
    "obligation": NUMBER,
    "number": "2.8",
    "marks": MARKS,
    "title": LONG,
    "completion": "limited",
    "done": HUGE,
    "obstacles": HUGE,
    "next_step": "",
}
VERSION = {"completion": "limited", "text": HUGE}
COLLEAGUE: dict[str, Any] = {
    "obligation": NUMBER,
    "number": "2.8",
    "marks": [],
    "was": VERSION,
    "now": VERSION,
    "name": LONG,
    "earlier": LONG,
    "version": 2,
    "withdrawn": False,
}

LETTERS: list[dict[str, Any]] = [
    {"turn": 2, "made_at": ANSWER["at"], "number": "1-12/345", "late": False, "on": date(2021, 1, 29)},
    {"turn": 3, "made_at": ANSWER["at"], "number": "", "late": False, "on": None},
]
ERASED: dict[str, Any] = {
    "obligation": NUMBER,
    "number": "2.8",
    "marks": MARKS,
    "institution": LONG,
    "name": LONG,
    "link": "https://site.example/1",
    "files": False,
    "why": "asked",
    "sought": 0,
    "letters": [],
    "backups": None,
}
LAWFUL = {**ERASED, "link": "", "files": True, "why": "law", "sought": 2, "letters": LETTERS}

SAMPLES: Samples = {
    "text-erased": [{"backups": None, "letters": []}, {"backups": date(2021, 2, 2), "letters": LETTERS}],
    "chat-removed": [{}],
    "answer-erased": [ERASED, {**LAWFUL, "backups": date(2021, 2, 2)}],
    "answer-erased-body": [ERASED, LAWFUL],
    "unchanged-ask": [
        {**KEPT, "since": date(2020, 10, 12)},
        {**KEPT, "since": None, "completion": None},
        {**KEPT, "since": None, "done": ""},
    ],
    "ask-why": [QUESTION],
    "ask-obstacles": [{**QUESTION, "must": True}, {**QUESTION, "must": False}],
    "ask-next-step": [QUESTION],
    "ask-english": [QUESTION],
    "english-kept": [{**QUESTION, "text": HUGE}],
    "english-not": [QUESTION],
    "ask-nothing": [QUESTION],
    "withdraw-ask": [QUESTION],
    "erase-ask": [{**QUESTION, "stays": False, "letters": []}, {**QUESTION, "stays": True, "letters": LETTERS}],
    "colleague-answered": [COLLEAGUE, {**COLLEAGUE, "was": {"completion": None, "text": ""}}],
    "colleague-changed": [COLLEAGUE, {**COLLEAGUE, "withdrawn": True}],
    "unchanged-not": [{"obligation": NUMBER, "number": "2.8", "marks": [], "open": one} for one in (True, False)],
    "withdraw-kept": [{}],
    "text-dropped": [{}],
    "question-over": [{}],
    "flood": [{"count": count, "most": 40, "until": "2021-01-18T08:42:00+00:00"} for count in (1, 960)],
    "edit-elsewhere": [{}],
    "ask-status": [QUESTION],
    "ask-text": [{**QUESTION, "completion": one.value} for one in completions.TOLD],
    "ask-words": [{**QUESTION, "kind": kind} for kind in ("filling", "comments")],
    "agreed": [{"kind": kind, "measures": CHOICES} for kind in ("filling", "comments")],
    "ask-measure": [{"draft": NUMBER, "text": HUGE, "choices": CHOICES}],
    "echo": [
        ANSWER,
        {**ANSWER, "page": PAGE},
        {**ANSWER, "done": "", "obstacles": "", "next_step": "", "internal": True},
        {**ANSWER, "written": False},
        {**ANSWER, "written": False, "refused": True},
        {**ANSWER, "overtaken": True},
        {**ANSWER, "completion": None},
        {**ANSWER, "completion": None, "on_record": "no_evidence"},
        {**ANSWER, "done": "", "completion": None},
        {**ANSWER, "done": "<&>" * 5000},
        {**ANSWER, "done": "", "next_step": "", "nothing": True},
        {**ANSWER, "next_step": "", "obstacles": ""},
        {**ANSWER, "kind": "filling", "progress": False, "completion": None, "unchanged": True, "done": ""},
        {**ANSWER, "kind": "comments", "progress": False, "completion": None},
        {**ANSWER, "withdrawn": True, "page": PAGE},
        {**ANSWER, "withdrawn": True, "written": False},
    ],
    "written": [ANSWER],
    "on-behalf": [ANSWER],
    "text-empty": [{}],
    "text-too-long": [{"most": 63_999}],
    "not-text": [{"what": what} for what in ("forwarded", "sticker", "other")],
    "nothing-asked": [{}],
    "round-closed": [{}],
    "not-yours-text": [{}],
}
TOASTS: Toasts = {
    "button-old": {},
    "too-many": {},
    "already-done": {},
    "not-yours": {},
    "round-closed": {},
    "status-chosen": {"completion": "substantial"},
}
