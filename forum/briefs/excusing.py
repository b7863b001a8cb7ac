"""Briefs of excusing: which measure of a body is meant, what stands now, what a letter would say."""

from __future__ import annotations

from datetime import date

from forum import chasing, excusing
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief, round_facts
from forum.people import Institution
from forum.plan import Measure
from forum.rounds import Obligation, Round
from forum.store.base import Values

# So many working days a letter leaves for the answer.
DAYS = 5


def _which(asked: Asked) -> Values:
    rows = [asked.session.get_one(Obligation, number) for number in asked.message.values["duties"]]
    choices = [
        naming.of(asked, row, body_told=True) for row in rows if row.discharged_at is None and row.void_at is None
    ]
    body = asked.session.get_one(Institution, asked.message.values["institution"])
    return {**asked.message.values, "choices": choices, "code": body.code}


def _about(asked: Asked) -> Values:
    duty = asked.session.get_one(Obligation, asked.message.values["obligation"])
    one = asked.session.get_one(Round, duty.round_id)
    measure = asked.session.get_one(Measure, duty.measure_id)
    until = asked.message.values.get("until")
    return {
        **asked.message.values,
        "until": date.fromisoformat(until) if until else None,
        **naming.of(asked, duty, body_told=True),
        "title": measure.title,
        "code": asked.session.get_one(Institution, duty.institution_id).code,
        "year": one.year,
        "kind": one.kind.value,
        "due_on": duty.due_in(one),
        "round_due_on": one.due_on,
        "extended": duty.due_on,
        "skipped": duty.skipped_at is not None,
        "reason": duty.reason,
    }


def _extended(asked: Asked) -> Values | None:
    """For the body's people; of what was undone, or answered, meanwhile nothing is said."""
    rows = [asked.session.get_one(Obligation, number) for number in asked.message.values["obligations"]]
    mine = [one for one in rows if one.due_on and one.discharged_at is None]
    if not mine:
        return None
    return {"measures": [naming.of(asked, one) for one in mine], "due_on": mine[0].due_on, "reason": mine[0].reason}


def _letter(asked: Asked) -> Values | None:
    one = asked.session.get_one(Round, asked.message.values["round"])
    body = chasing.body(asked.session, one, asked.message.values["institution"], day=asked.at.day)
    if body is None or not body.awaited:
        return None
    return {
        **round_facts(one, asked.at.day, asked.policy),
        "name": body.institution.name,
        "address": body.institution.official_address,
        "code": body.institution.code,
        "sender": _sender(asked),
        "template": asked.policy.letter_template,
        "today": asked.at.day,
        "until": asked.policy.workdays.shift(asked.at.day, DAYS),
        "measures": [{"number": share.measure.number, "title": share.measure.title} for share in body.awaited],
    }


def _sender(asked: Asked) -> Values:
    """The office that the letter is from, and who drafted it."""
    by = asked.person
    office = asked.session.get(Institution, by.institution_id) if by and by.institution_id else None
    return {
        "name": office.name if office else "",
        "address": office.official_address if office else "",
        "by": [by.name, by.post, by.phone, by.email] if by else [],
    }


BRIEFS: dict[str, Brief] = {
    "excuse-which": _which,
    "extend-until": _about,
    "extend-early": _about,
    "extend-far": _about,
    "extend-reason": _about,
    "skip-reason": _about,
    "excused": _about,
    "excuse-undone": _about,
    "extended": _extended,
    "enter-status": _about,
    "enter-text": _about,
    excusing.LETTER: _letter,
}
