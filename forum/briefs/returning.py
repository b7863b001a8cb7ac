"""Briefs of returning: which answer is to be completed, what is wanted, who hears of it."""

from __future__ import annotations

from forum import replies, returning
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.people import Institution, Person
from forum.plan import Measure
from forum.rounds import Obligation, Round
from forum.store.base import Values
from forum.store.keyed import load


def _returned(asked: Asked) -> Values | None:
    """For the body: what is wanted, and its answer; nothing where that was settled before it went out."""
    duty = asked.session.get_one(Obligation, asked.message.values["obligation"])
    row, version = returning.of(asked.session, duty), replies.of_obligation(asked.session, duty)
    if row is None or version is None or row.id != asked.message.values["returned"]:
        return None
    one = asked.session.get_one(Round, duty.round_id)
    return {
        **naming.of(asked, duty),
        "title": asked.session.get_one(Measure, duty.measure_id).title,
        "by": row.name,
        "words": row.words,
        "version": version.version,
        "at": version.submitted_at,
        "completion": version.completion and version.completion.value,
        "done": version.told("done"),
        "until": one.last_day(duty.due_on),
    }


def _about(asked: Asked) -> Values:
    """For whoever runs the forum: whose answer it is."""
    values = asked.message.values
    duty = asked.session.get_one(Obligation, values["obligation"])
    return {
        **naming.of(asked, duty, body_told=True),
        "code": asked.session.get_one(Institution, duty.institution_id).code,
        "names": [one.name for one in load(asked.session, Person, values.get("people", ()))],
        "name": values.get("name", ""),
        "why": values.get("why", ""),
    }


def _kept(asked: Asked) -> Values:
    """For whoever leaves the answer as it is."""
    return naming.of(asked, asked.session.get_one(Obligation, asked.message.values["obligation"]))


BRIEFS: dict[str, Brief] = {
    returning.TOLD: _returned,
    "return-stays": _kept,
    **dict.fromkeys(("return-ask", "return-sent", "return-refused", returning.KEPT), _about),
}
