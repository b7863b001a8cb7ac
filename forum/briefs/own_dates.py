"""Briefs of the plan's own dates: which of a person's measures come near."""

from __future__ import annotations

from collections.abc import Iterable

from forum import own_dates
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.milestones import Milestone
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


BRIEFS: dict[str, Brief] = {own_dates.KIND: _own_dates}
