"""Briefs of the plan's own dates: which of a person's measures come near."""

from __future__ import annotations

from collections.abc import Iterable

from forum import baselines, own_dates
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.milestones import NOUN, Milestone
from forum.store.base import Values


def near(asked: Asked, person_ids: Iterable[int | None]) -> list[Values]:
    """What comes near for these people, each measure and ``milestone`` (its id) once."""
    found = own_dates.near(asked.session, asked.forum, day=asked.at.day)
    rows = dict.fromkeys(row for number in person_ids if number in found for row in found[number].rows)
    if not rows:
        return []
    plans = naming.plans(asked)
    return [
        {
            **plans.named(row),
            "milestone": row.id if isinstance(row, Milestone) else None,
            "title": row.title,
            "due_on": row.due_on,
            "due_text": row.due_text,
        }
        for row in rows
    ]


def _own_dates(asked: Asked) -> Values | None:
    """Dropped where all of it is done meanwhile."""
    measures = near(asked, [asked.message.person_id])
    return {"measures": measures} if measures else None


def _said(asked: Asked) -> Values:
    """What is kept of a milestone now, and what stood ``before`` (empty: nothing), which can be had back."""
    row = asked.session.get_one(Milestone, asked.message.values["milestone"])
    return {
        **naming.plans(asked).named(row),
        "milestone": row.id,
        "title": row.title,
        "completion": row.completion.value if row.completion else "",
        "done_on": row.done_on,
        "before": asked.message.values["before"],
        "link": baselines.row_link(asked.session, asked.forum, NOUN, row.id),
    }


BRIEFS: dict[str, Brief] = {own_dates.KIND: _own_dates, "milestone-said": _said, "milestone-back": _said}
