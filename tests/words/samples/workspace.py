"""Samples of workspace: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from datetime import UTC, datetime

from forum.findings import Finding
from tests.words.samples.facts import HUGE, LONG, NUMBER, Samples

TEXTS = ("done", "next_step", "obstacles")

FINDING = Finding("list-refused", {"list": LONG, "detail": LONG}).kept

CONFLICTS = [
    {
        "dispute": NUMBER,
        "number": number,
        "marks": ["LV-5"],
        "title": LONG,
        "fields": ["completion", "completion_on", "done", "next_step", "obstacles"],
        "theirs": {"completion": "limited", "completion_on": "2021-01-18", **dict.fromkeys(TEXTS, HUGE)},
        "ours": {"completion": "complete", "completion_on": None, **dict.fromkeys(TEXTS, HUGE)},
        "editor": editor,
        "modified": modified,
        "settles": bool(number),
        "choice": choice,
    }
    for number, editor, modified, choice in (
        ("2.10", LONG, datetime(2021, 1, 18, 8, 40, tzinfo=UTC), "ours"),
        ("", "", None, "theirs"),
    )
]
WAITING = {
    "batch": NUMBER,
    "made_at": datetime(2021, 1, 18, 8, 40, tzinfo=UTC),
    "measures": [{"number": "2.10", "marks": []}] * 26,
}

SHRINKS = [
    {"shrink": NUMBER, "list": LONG, "noun": noun, "gone": gone, "known": 25, "anew": gone == 25, "word": word}
    for noun, gone, word in (("person", 6, "wait"), ("measure", 25, "believe"), ("plan", 21, "asked"))
]

LINK = "https://site.example/" + "a" * 200
OVERRULED = {"row": "1017", "columns": ["Izpilde", "Paveiktais", "Nākamais solis", "Šķēršļi"]}

SAMPLES: Samples = {
    "conflict": CONFLICTS,
    "conflict-mine": CONFLICTS,
    "conflict-compare": CONFLICTS,
    "conflict-settled": CONFLICTS,
    "edits-waiting": [{**WAITING, "name": LONG}, {**WAITING, "name": ""}],
    "edits-decided": [{"answers": True, "count": 21}, {"answers": False, "count": 6}],
    "shrink": SHRINKS,
    "shrink-settled": SHRINKS,
    "push-failed": [{"list": LONG, "finding": FINDING}],
    "overruled": [
        {"plural": "measures", "list": LONG, "changes": [{**OVERRULED, "editor": LONG, "link": LINK}] * 40},
        {"plural": "replies", "list": "Atbildes", "changes": [{**OVERRULED, "editor": "", "link": ""}]},
    ],
    "list-stopped": [{"list": LONG, "finding": FINDING}],
    "list-reads-again": [{"list": LONG}],
    "to-put-right": [
        {"findings": [{**FINDING, "link": LINK}] * 40, "more": 7},
        {"findings": [{**FINDING, "link": ""}], "more": 0},
    ],
}
