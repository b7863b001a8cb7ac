"""Samples of stepping: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tests.words.samples.facts import LONG, NUMBER, PAGE, Samples

NOW = datetime(2021, 6, 1, 6, 40, tzinfo=UTC)


def step(number: int, completion: str) -> dict[str, Any]:
    """A milestone as messages tell it."""
    return {
        "number": f"2.8.{number}",
        "marks": ["LV-5"] if number % 2 else [],
        "milestone": NUMBER + number,
        "title": LONG,
        "due_on": date(2021, 12, 31) if number % 2 else None,
        "due_text": "" if number % 3 else LONG,
        "completion": completion,
        "done_on": date(2021, 12, 30) if completion == "complete" else None,
        "mine": True,
        "evidence": PAGE if number % 2 else "",
    }


def said(*completions: str, written: bool = True, refused: bool = False) -> dict[str, Any]:
    """What is kept of milestones."""
    steps = [{**step(number, one), "before": "substantial"} for number, one in enumerate(completions, 1)]
    return {"steps": steps, "written": written, "refused": refused, "at": NOW, "link": PAGE if len(steps) < 2 else ""}


SAMPLES: Samples = {
    "milestone-said": [
        said("complete"),
        said("complete", "limited", written=False),
        said(*["complete"] * 20, written=False, refused=True),
    ],
    "milestone-back": [said(""), said("substantial", written=False)],
    "milestone-written": [said("complete"), said("complete", "")],
}
