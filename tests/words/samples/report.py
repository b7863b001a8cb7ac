"""Samples of the report as it is handed over in chat."""

from __future__ import annotations

from datetime import UTC, date, datetime

from forum.given import Answer, Body, Piece
from forum.plan import Completion
from forum.replies import Manner
from forum.reports import Chapter, Entry, Lacking, Report
from tests.words.samples.facts import LONG, Samples

BODY = Body("VARAM", LONG, LONG)
ANSWER = Answer(
    BODY,
    leads=True,
    key="",
    version=2,
    submitted_at=datetime(2021, 1, 18, 8, 42, tzinfo=UTC),
    channel="telegram",
    on_behalf=False,
    manner=Manner.TOLD,
    completion=Completion.LIMITED,
    done=LONG,
    next_step=LONG,
    obstacles=LONG,
    evidence=[Piece(datetime(2021, 1, 18, 8, 42, tzinfo=UTC), url="https://forum.example/dati")],
)
ENTRY = Entry("2.8", LONG, "", date(2021, 12, 31), [BODY], [BODY], Completion.LIMITED, True, [ANSWER], [])
AWAITED = Entry("2.10", LONG, LONG, None, [], [], None, False, [], [Lacking(BODY, date(2021, 2, 1), True, LONG)])
CHAPTERS = [Chapter("2", LONG, "", [ENTRY]), Chapter("", "", "", [AWAITED])]
REPORT = Report(LONG, LONG, date(2021, 2, 1), LONG, date(2021, 1, 18), CHAPTERS)

PLACES = [
    {"name": "OGP repository" * 8, "by": "", "at": None},
    {"name": "mk.gov.lv", "by": LONG, "at": ANSWER.submitted_at},
]
RECORD = {
    "id": 2**31,
    "name": LONG,
    "at": ANSWER.submitted_at,
    "by": LONG,
    "changed": ["2.8", "2.10"],
    "kept": True,
    "searches": [{"number": "2.8", "code": "VARAM", "found": found} for found in ("sought", "holds", "unreadable")],
    "places": [*PLACES, *PLACES, *PLACES, *PLACES],
}
SEARCHED = {"number": "2.8", "code": "VARAM", "round": 2**31, "title": LONG, "name": LONG}

SAMPLES: Samples = {
    "report": [{"report": REPORT, "known": {}, "record": None}, {"report": REPORT, "known": {}, "record": RECORD}],
    "report-no-round": [{}],
    "record-kept": [
        {"title": LONG, "sha256": "a" * 64, "size": 2**31, "record": {**RECORD, "kept": kept}} for kept in (True, False)
    ],
    "record-lost": [{"name": LONG}],
    "record-searched": [
        {**SEARCHED, "found": found, "places": places}
        for found, places in (("holds", ["mk.gov.lv", LONG]), ("unreadable", ["mk.gov.lv"]), ("nothing", []))
    ],
    "record-published": [{"record": 2**31, "places": PLACES}],
}
