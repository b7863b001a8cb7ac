"""Samples of the memorandum council's pack and opinion."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from forum.given import Body
from forum.plan import Completion
from forum.reports import Chapter
from forum.voiced import Opined, Retort, Voiced
from tests.words.samples.facts import LONG, Samples
from tests.words.samples.report import BODY, ENTRY, REPORT

VIEW = Voiced(
    Body("DELNA", LONG),
    key="x",
    version=2,
    submitted_at=datetime(2021, 1, 19, 8, 42, tzinfo=UTC),
    completion=Completion.NOT_STARTED,
    words=LONG,
    does=True,
    retorts=[Retort(BODY, LONG, datetime(2021, 1, 20, 8, 42, tzinfo=UTC))],
)
SEALED = replace(VIEW, completion=None, words="", sealed=True, retorts=())
VOICED = replace(ENTRY, views=[VIEW, SEALED])
PARTNERS = replace(
    REPORT, chapters=[Chapter("2", LONG, "", [VOICED])], opinions=[Opined(date(2021, 2, 19), LONG, LONG)]
)
MINUTES = {"round": 1, "title": LONG, "number": "3/2021", "on": "2021-02-19"}

SAMPLES: Samples = {
    "council": [{"round": 1, "report": REPORT}, {"round": 1, "report": PARTNERS}],
    "council-none": [{}],
    "council-ask-minutes": [MINUTES],
    "council-ask-minutes-again": [{}],
    "council-ask-words": [MINUTES],
    "council-undone": [{"opinion": 1, "number": "3/2021", "on": date(2021, 2, 19), "version": 1, "text": LONG}],
    "council-kept": [{"opinion": 1, "number": "3/2021", "on": date(2021, 2, 19), "version": 1, "text": LONG}],
}
