"""Samples of partners' views: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tests.words.samples.facts import HUGE, LONG, NUMBER, Samples

SEAT = f"{NUMBER}-{NUMBER}-{NUMBER}"
ROUND: dict[str, Any] = {
    "round": NUMBER,
    "title": LONG,
    "year": 2020,
    "blind": False,
    "until": date(2021, 2, 15),
    "page": "https://forum.example/lapa/ogp-forum/x/",
}
FOLLOWED: dict[str, Any] = {
    "number": "2.10",
    "marks": ["LV-5"],
    "title": LONG,
    "seat": SEAT,
    "said": True,
    "does": True,
    "stage": "open",
}
LISTED = {**ROUND, "measures": [FOLLOWED] * 25}
NOTHING = {**ROUND, "page": "", "measures": []}
BLIND = {**ROUND, "blind": True, "measures": [{**FOLLOWED, "said": False, "does": False}]}
ASK: dict[str, Any] = {
    **ROUND,
    "number": "2.10",
    "marks": [],
    "measure_title": LONG,
    "begun_on": None,
    "seat": SEAT,
    "does": True,
    "stage": "open",
    "completion": "limited",
    "answers": [
        {"code": "VARAM", "completion": "complete", "text": HUGE},
        {"code": "VK", "completion": None, "text": ""},
    ],
}
KEPT: dict[str, Any] = {
    "obligation": NUMBER,
    "number": "2.10",
    "marks": [],
    "at": datetime(2021, 1, 18, 8, 42, tzinfo=UTC),
    "version": 2,
    "sealed": False,
    "reveal_on": None,
    "completion": "limited",
    "text": HUGE,
    "written": True,
    "seat": SEAT,
    "page": ROUND["page"],
}
SEALED = {**KEPT, "sealed": True, "completion": None, "text": "", "reveal_on": date(2021, 2, 8)}
VIEW: dict[str, Any] = {
    "obligation": NUMBER,
    "number": "2.10",
    "marks": [],
    "partner": "DELNA",
    "name": LONG,
    "reply": NUMBER,
    "completion": "not_started",
    "text": HUGE,
}
REPLIABLE = {**ROUND, "reply_until": date(2021, 3, 2)}
REJOINDER = {**VIEW, "code": "VARAM", "version": 2}
MEASURE = {"id": NUMBER, "number": "2.10", "marks": [], "title": LONG, "followed": True, "does": True}

VOICING: dict[str, Any] = {
    "round": NUMBER,
    "title": LONG,
    "blind": False,
    "revealed": False,
    "reveal_on": None,
    "count": 12,
    "sealed": 12,
    "key_here": True,
}

SAMPLES: Samples = {
    "partner-asked": [LISTED, NOTHING, BLIND],
    "views": [LISTED, NOTHING, BLIND],
    "views-none": [{}],
    "views-not-partner": [{}],
    "following-which": [{"bodies": [{"id": NUMBER, "code": "DELNA"}] * 3}],
    "following": [
        {
            "body": "DELNA",
            "body_id": NUMBER,
            "page": 1,
            "count": 3,
            "measures": [MEASURE, {**MEASURE, "does": False}] * 20,
        }
    ],
    "view-ask": [
        ASK,
        {**ASK, "answers": [], "does": False},
        {**ASK, "stage": "waits"},
        {**ASK, "stage": "no_key"},
        {**ASK, "blind": True},
        {**ASK, "blind": True, "page": ""},
    ],
    "view-text": [ASK],
    "view-state": [ASK],
    "view-not-here": [ROUND, {**ROUND, "page": ""}],
    "view-withdraw-ask": [ASK, {**ASK, "blind": True}],
    "view-withdrawn": [ASK],
    "view-revealed": [{**ROUND, "views": [VIEW] * 5}, {**ROUND, "page": "", "views": [VIEW]}],
    "views-still-sealed": [{"title": LONG, "count": 0, "left": 2}],
    "view-kept": [KEPT, {**KEPT, "written": False}, SEALED, {**SEALED, "reveal_on": None, "page": ""}],
    "partner-views": [{**REPLIABLE, "views": [VIEW] * 9}, {**REPLIABLE, "page": "", "views": [VIEW]}],
    "rejoin-ask": [VIEW],
    "rejoinder-kept": [REJOINDER],
    "rejoinder-told": [REJOINDER],
    "rejoinder-late": [{}],
    "voicing": [
        VOICING,
        {**VOICING, "blind": True, "count": 0, "sealed": 0, "reveal_on": date(2021, 2, 16)},
        {**VOICING, "blind": True, "key_here": False},
        {**VOICING, "blind": True, "revealed": True},
        {**VOICING, "count": 0},
    ],
    "voicing-none": [{}],
    "voicing-refused": [
        {"why": why} for why in ("not_heard", "spoken", "no_key", "no_page", "revealed", "past", "key_elsewhere")
    ],
    "reveal-ask": [VOICING],
    "reveal-day-ask": [VOICING],
    "views-revealed": [{"title": LONG, "count": 12, "left": 0}, {"title": LONG, "count": 12, "left": 2}],
    "reveal-key-wanted": [{"title": LONG, "key": "report-2020"}],
}
TOASTS: dict[str, dict[str, Any]] = {"view-over": {}, "followed": {"chosen": 1}}
