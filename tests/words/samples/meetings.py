"""Samples of messages about meetings: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tests.words.samples.facts import LONG, NUMBER, Samples, Toasts

STARTS, ENDS = datetime(2021, 2, 19, 8, 0, tzinfo=UTC), datetime(2021, 2, 19, 9, 30, tzinfo=UTC)
TIMES = {"starts_at": STARTS, "ends_at": ENDS}
FACTS: dict[str, Any] = {
    "meeting": NUMBER,
    "uid": "3b241101-e2bb-4255-8caf-4136c566a962@forumbot",
    "sequence": 2,
    "title": LONG,
    **TIMES,
    "place": LONG,
    "link": "https://sapulce.example/" + "a" * 200,
    "agenda": LONG,
    "off": False,
    "offered": ["online", "on_site"],
    "days": 1,
    "at": STARTS,
    "filed": True,
}
BARE = {**FACTS, "starts_at": None, "ends_at": None, "place": "", "link": "", "agenda": "", "filed": False}
WAS = {**TIMES, "place": "Brīvības bulvāris 36", "link": "", "off": False}
OWN: dict[str, Any] = {"attendance": NUMBER, "answer": None, "earlier": None, "deputy": ""}
SILENT, CAME = {**FACTS, **OWN}, {**FACTS, **OWN, "answer": "deputy", "deputy": LONG}
ECHO = {**CAME, "answered_at": STARTS}

CARD: dict[str, Any] = {
    **FACTS,
    "when_text": "",
    "state": "announced",
    "draft": False,
    "told": True,
    "untold": False,
    "over": False,
    "stands": "0a1b2c3d",
    "was": WAS,
    "reached": 27,
    "missing": [LONG] * 40,
    "counts": {"online": 1, "on_site": 2, "absent": 3, "deputy": 4, "silent": 5},
    "day_off": True,
    "night": True,
}
DRAFT = {**CARD, **BARE, "draft": True, "told": False, "was": None, "day_off": False, "night": False}
FRESH = {**CARD, "untold": True, "told": False, "was": None}
NAMED = {"name": LONG, "code": "VARAM", "deputy": LONG}
ANSWERS = {word: [NAMED] * 8 for word in ("online", "on_site", "deputy", "absent")}

SAMPLES: Samples = {
    "meeting-notice": [SILENT, {**SILENT, **BARE}, {**SILENT, "link": "Zoom 123", "place": ""}],
    "meeting-moved": [
        {**SILENT, "was": {**WAS, "starts_at": ENDS, "ends_at": None}, "earlier": "online"},
        {**CAME, "was": WAS},
        {**SILENT, "was": {**WAS, "off": True}},
    ],
    "meeting-cancelled": [{**SILENT, "off": True, "was": WAS}],
    "meeting-nudge": [SILENT, {**CAME, "days": 0}, {**CAME, "days": 7}],
    "meeting-answered": [
        {**ECHO, "asks": False, "written": True},
        {**ECHO, "asks": False, "written": False, "filed": False},
        {**ECHO, "asks": True, "written": False},
    ],
    "meeting-ask-deputy": [{"attendance": NUMBER}],
    "meeting-nothing": [{}],
    "meeting-subject": [{}],
    "meeting-subject-long": [{"most": 255}],
    "meeting-ask": [{**DRAFT, "step": step} for step in ("when", "title")]
    + [{**DRAFT, **TIMES, "step": step} for step in ("until", "where", "agenda")]
    + [{**CARD, "step": "where"}],
    "meeting-unclear": [{"problem": "nonsense", "told": {"text": "agri", "example": "2021-02-19T10:00:00+02:00"}}],
    "meeting-draft": [{**DRAFT, **TIMES}, {**CARD, "draft": True, "told": False}],
    "meeting-fix": [{**DRAFT, **TIMES}],
    "meeting-card": [
        CARD,
        {**CARD, "over": True},
        {**CARD, "told": False},
        {**CARD, "untold": True},
        FRESH,
        {**DRAFT, **TIMES},
        {**DRAFT, "off": True},
    ],
    "meeting-confirm-cancel": [CARD],
    "meeting-confirm-move": [{**CARD, "to": WAS}, {**CARD, "to": {**WAS, "starts_at": ENDS, "ends_at": None}}],
    "meeting-decided": [
        {**CARD, "decision": decision, "sends_at": STARTS, "sends_now": decision == "changed"}
        for decision in ("announced", "changed", "cancelled", "quiet")
    ],
    "meeting-coming": [
        {**FACTS, "answers": {**ANSWERS, "silent": [{**NAMED, "deputy": "", "code": ""}]}},
        {**FACTS, "answers": {}},
    ],
    "meeting-list": [
        {"meetings": []},
        {
            "meetings": [
                {**FACTS, "draft": False, "told": True},
                {**FACTS, "draft": False, "told": False},
                *[{**BARE, "draft": True, "told": False}] * 12,
            ]
        },
    ],
    "meeting-on-site": [
        FRESH,
        {**CARD, "untold": True, "was": {**WAS, "starts_at": ENDS}},
        {**CARD, "untold": True, "off": True},
        {**CARD, "untold": True, "was": {**WAS, "off": True}},
    ],
    "meeting-sent": [{**FACTS, "sent": 21, "waiting": 2, "missing": [LONG] * 40}],
}
TOASTS: Toasts = {"meeting-over": {}, "meeting-noted": {}, "meeting-changed": {}, "meeting-answered": {}}
