"""Briefs of milestones: what was said of them, and whether that stands on the workspace yet."""

from __future__ import annotations

from collections.abc import Collection

from forum import baselines, operations, stepping
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.milestones import NOUN, Milestone
from forum.store.base import Values


def told(asked: Asked, steps: Collection[Values]) -> list[Values]:
    """What is kept of these milestones now; ``before``: what stood there (empty: nothing), which can be had back."""
    rows = [(asked.session.get_one(Milestone, one["milestone"]), one) for one in steps]
    plans = naming.plans(asked) if rows else None
    return [
        {**step(plans, row), "before": one["before"], "evidence": row.evidence if one.get("evidence") else ""}
        for row, one in rows
        if plans is not None
    ]


def step(plans: naming.Plans, row: Milestone) -> Values:
    """A milestone as messages tell it."""
    return {
        **plans.named(row),
        "milestone": row.id,
        "title": row.whole,
        "due_on": row.due_on,
        "due_text": row.due_text,
        "completion": row.completion.value if row.completion else "",
        "done_on": row.done_on,
    }


def _said(asked: Asked) -> Values:
    """Which of the two was said, that it stands there or that it waits, is remembered."""
    message = asked.message
    written = not operations.unfinished(asked.session, asked.forum, message.dedupe_key)
    message.values = {**message.values, "written": written}
    steps = told(asked, stepping.kept(message.values))
    link = baselines.row_link(asked.session, asked.forum, NOUN, steps[0]["milestone"]) if len(steps) == 1 else ""
    return {
        "steps": steps,
        "written": written,
        "refused": operations.refused(asked.session, asked.forum, message.dedupe_key),
        "at": asked.at.now if written else message.decided_at,
        "link": link,
    }


BRIEFS: dict[str, Brief] = dict.fromkeys((stepping.KIND, "milestone-back", "milestone-written"), _said)
