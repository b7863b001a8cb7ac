"""The brief about a round's report: all that stands in it."""

from __future__ import annotations

from forum import reports
from forum.briefs.asked import Asked, Brief
from forum.rounds import Round
from forum.store.base import Values


def _report(asked: Asked) -> Values | None:
    one = asked.session.get(Round, asked.message.values["round"])
    if one is None or one.gone_at is not None:
        return None
    return {"report": reports.of(asked.session, one, day=asked.at.day)}


BRIEFS: dict[str, Brief] = {"report": _report}
