"""Briefs of extending: until which day more time is asked for, of what, by whom, and what a coordinator decided."""

from __future__ import annotations

from datetime import date

from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.helping import HelpRequest
from forum.people import Institution, Person
from forum.rounds import Obligation, Round
from forum.store.base import Values


def _day(asked: Asked) -> Values:
    """The due day that stands, and the day that was typed (None: none yet)."""
    until = asked.message.values.get("until")
    due_on = date.fromisoformat(asked.message.values["due"])
    return {"due_on": due_on, "until": until and date.fromisoformat(until), "today": asked.at.day}


def _calls(asked: Asked) -> list[HelpRequest]:
    return [asked.session.get_one(HelpRequest, number) for number in asked.message.values["calls"]]


def _asked(asked: Asked) -> Values | None:
    """For those who decide: dropped where it was decided, or answered, before it went out."""
    rows = _calls(asked)
    open_ones = [row for row in rows if row.settled_at is None and _duty(asked, row).discharged_at is None]
    return _about(asked, open_ones, body_told=True) if open_ones else None


def _kept(asked: Asked) -> Values:
    return _about(asked, _calls(asked), body_told=False)


def _decided(asked: Asked) -> Values:
    return _about(asked, _calls(asked), body_told=True)


def _refused(asked: Asked) -> Values | None:
    """For whoever asked: the due day stays; dropped where the answer came meanwhile."""
    rows = [row for row in _calls(asked) if _duty(asked, row).discharged_at is None]
    return _about(asked, rows, body_told=False) if rows else None


def _duty(asked: Asked, row: HelpRequest) -> Obligation:
    return asked.session.get_one(Obligation, row.obligation_id)


def _about(asked: Asked, rows: list[HelpRequest], *, body_told: bool) -> Values:
    duties = [_duty(asked, row) for row in rows]
    until = asked.message.values.get("until")
    return {
        "measures": [naming.of(asked, one, body_told=body_told) for one in duties],
        "code": asked.session.get_one(Institution, duties[0].institution_id).code,
        "name": asked.session.get_one(Person, rows[0].person_id).name,
        "words": rows[0].words,
        "until": until and date.fromisoformat(until),
        "due_on": max(one.due_in(asked.session.get_one(Round, one.round_id)) for one in duties),
    }


BRIEFS: dict[str, Brief] = {
    "extension-ask": _day,
    "extension-early": _day,
    "extension-far": _day,
    "extension-kept": _kept,
    "extension-asked": _asked,
    "extension-decided": _decided,
    "extension-refused": _refused,
}
