"""The brief of an absence: until when, who stands in, and the due day that comes next."""

from __future__ import annotations

from datetime import date

from forum import absences, awaited
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.store.base import Values


def _absence(asked: Asked) -> Values:
    until, people = date.fromisoformat(asked.message.values["until"]), naming.people(asked)
    mine = awaited.of_people(asked.session, asked.forum, {one.id for one in people}, day=asked.at.day)
    days = [one.due_on for one in mine if one.due_on >= asked.at.day]
    return {
        "until": until,
        "stand_ins": [one.name for one in absences.stand_ins(asked.session, people, day=asked.at.day)],
        "due_on": min(days, default=None),
    }


BRIEFS: dict[str, Brief] = {"absence": _absence}
