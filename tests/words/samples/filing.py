"""Samples of a body's letter: what is said of it in chat, the largest that there may be."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from forum.letters import Draft, Item
from tests.words.samples.facts import LONG, NUMBER, ROUND, Samples
from tests.words.samples.report import ANSWER, BODY

MADE = datetime(2021, 1, 28, 8, 42, tzinfo=UTC)
NAMED = [{"number": f"2.{number}", "marks": []} for number in range(12)]
STATES = ("awaited", "received", "signing", "letter", "skipped", "missed")
UNSIGNED: dict[str, Any] = {"turn": 2, "made_at": MADE, "number": "", "on": None, "late": False}
SIGNED: dict[str, Any] = {**UNSIGNED, "number": "1-12/345", "on": date(2021, 1, 29)}
LATE: dict[str, Any] = {**SIGNED, "late": True}
ABOUT: dict[str, Any] = {"round": NUMBER, "institution": NUMBER, "code": "Valsts kase", "title": LONG}
CARD: dict[str, Any] = {
    **ROUND,
    **ABOUT,
    "name": LONG,
    "closed": False,
    "bodies": [{"code": "IUB", "states": [{"state": state, "measures": NAMED} for state in STATES]}] * 5,
    "letter": None,
    "more": True,
    "changed": NAMED,
    "coordinator": True,
}
DRAFT = Draft(
    body=BODY,
    address=LONG,
    to=BODY,
    to_address=LONG,
    title=LONG,
    year=2020,
    plan=LONG,
    legal_basis=LONG,
    turn=2,
    made_at=MADE,
    by=LONG,
    post=LONG,
    phone="67000000",
    email="kontakts@fm.example",
    items=[Item("2.8", LONG, BODY, ANSWER)],
    lacking=[Item("2.10", LONG, BODY)] * 12,
    before=[("1-12/300", date(2021, 1, 20))],
)
HANDED: dict[str, Any] = {"round": NUMBER, "institution": NUMBER, "draft": DRAFT, "template": None}
CLOSED: dict[str, Any] = {**ABOUT, **SIGNED, "count": 21, "changed": NAMED, "lacking": NAMED}
COUNTS = dict.fromkeys(STATES, 21)
OVERVIEW: dict[str, Any] = {
    "round": NUMBER,
    "title": LONG,
    "bodies": [
        {"id": NUMBER, "code": "Valsts kase", "counts": COUNTS, "letter": letter} for letter in (None, UNSIGNED, SIGNED)
    ]
    * 6,
}

SAMPLES: Samples = {
    "filing": [
        CARD,
        {**CARD, "letter": UNSIGNED},
        {**CARD, "letter": SIGNED, "more": False, "changed": []},
        {**CARD, "letter": LATE, "bodies": []},
    ],
    "filing-due": [{**CARD, "coordinator": False}, {**CARD, "coordinator": False, "letter": UNSIGNED}],
    "filings": [OVERVIEW, {**OVERVIEW, "bodies": []}],
    "filing-through": [{"code": "FM"}],
    "filing-nobody": [{}],
    "filing-letter": [HANDED],
    "filing-empty": [ABOUT],
    "filing-number": [ABOUT],
    "filing-unsure": [ABOUT],
    "filing-date": [{**ABOUT, "number": "1-12/345"}],
    "filing-unclear": [{**ABOUT, "number": "1-12/345"}],
    "filing-future": [{**ABOUT, "number": "1-12/345"}],
    "filing-signed": [CLOSED, {**CLOSED, "late": True}],
    "filing-told": [CLOSED, {**CLOSED, "late": True}],
    "filing-reopened": [ABOUT],
}
