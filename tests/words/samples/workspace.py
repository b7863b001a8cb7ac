"""Samples of workspace: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from forum.findings import Finding
from tests.words.samples.facts import HUGE, LONG, Samples

FINDING = Finding("list-refused", {"list": LONG, "detail": LONG}).kept

SAMPLES: Samples = {
    "conflict": [
        {
            "number": number,
            "title": LONG,
            "fields": ["completion", "completion_on", "done"],
            "theirs": {"completion": "limited", "completion_on": "2021-01-18", "done": HUGE},
            "ours": {"completion": "complete", "completion_on": None, "done": HUGE},
            "editor": LONG,
        }
        for number in ("2.8", None)
    ],
    "push-failed": [{"list": LONG, "finding": FINDING}],
    "list-stopped": [{"list": LONG, "finding": FINDING}],
    "list-reads-again": [{"list": LONG}],
    "to-put-right": [
        {"findings": [{**FINDING, "link": "https://site.example/" + "a" * 200}] * 40, "more": 7},
        {"findings": [{**FINDING, "link": ""}], "more": 0},
    ],
}
