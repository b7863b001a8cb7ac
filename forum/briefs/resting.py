"""Briefs of resting: on which days one may be reminded again, who asks for help."""

from __future__ import annotations

from datetime import date

from forum import awaited, preferences, snoozes
from forum.awaited import Owed
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.helping import HelpRequest
from forum.outbox import OutgoingMessage
from forum.people import Institution, Person
from forum.plan import Measure
from forum.rounds import Obligation
from forum.store.base import Values


def still_open(asked: Asked) -> tuple[OutgoingMessage, list[Owed]]:
    """A nudge, and what is still open of what it was about."""
    nudge = asked.session.get_one(OutgoingMessage, asked.message.values["nudge"])
    whose = {person.id for person in naming.people(asked)}
    mine = awaited.of_people(asked.session, asked.forum, whose, day=asked.at.day)
    return nudge, [one for one in mine if one.round.id in nudge.values["rounds"]]


def _days(asked: Asked) -> Values | None:
    _, mine = still_open(asked)
    if not mine:
        return None
    due_on = min(one.due_on for one in snoozes.ahead(mine, day=asked.at.day) or mine)
    own = preferences.of(asked.session, asked.forum, asked.person.id) if asked.person else None
    workdays = own.workdays(asked.policy) if own else asked.policy.workdays
    past = due_on < asked.at.day
    return {"choices": snoozes.choices(asked.at.day, due_on, workdays), "due_on": due_on, "past": past}


def _snoozed(asked: Asked) -> Values:
    return {"until": date.fromisoformat(asked.message.values["until"])}


def _which(asked: Asked) -> Values | None:
    _, mine = still_open(asked)
    choices = [naming.of(asked, one.obligation) for one in mine]
    return {"choices": choices} if choices else None


def _about(asked: Asked) -> Values | None:
    duty = asked.session.get_one(Obligation, asked.message.values["obligation"])
    if duty.discharged_at is not None or duty.void_at is not None:
        return None
    return _measure(asked, duty)


def _measure(asked: Asked, duty: Obligation, *, body_told: bool = False) -> Values:
    return {
        **naming.of(asked, duty, body_told=body_told),
        "title": asked.session.get_one(Measure, duty.measure_id).title,
    }


def _lettered(asked: Asked) -> Values:
    """A letter, and the measures that it answers for."""
    duties = [asked.session.get_one(Obligation, number) for number in asked.message.values["obligations"]]
    values = asked.message.values
    return {
        "text": values["text"],
        "after": values.get("after", False),
        "measures": [naming.of(asked, duty) for duty in duties],
    }


def _help(asked: Asked) -> Values | None:
    """Who asks for what help. Dropped for those who can help where it was settled meanwhile."""
    row = asked.session.get_one(HelpRequest, asked.message.values["help"])
    duty = asked.session.get_one(Obligation, row.obligation_id)
    if asked.message.kind == "help-needed" and (row.settled_at is not None or duty.discharged_at is not None):
        return None
    body = asked.session.get_one(Institution, duty.institution_id)
    return {
        "help": row.id,
        **_measure(asked, duty, body_told=asked.message.kind != "help-kept"),
        "institution": body.code,
        "name": asked.session.get_one(Person, row.person_id).name,
        "trouble": row.trouble.value,
        "words": row.words,
        "until": row.rests_until,
    }


BRIEFS: dict[str, Brief] = {
    "snooze-ask": _days,
    "snoozed": _snoozed,
    "help-which": _which,
    "help-ask": _about,
    "help-words": _about,
    "help-kept": _help,
    "help-needed": _help,
    "help-settled": _help,
    "letter-kept": _lettered,
}
