"""Briefs of why a message came: who decided it, on what ground, and when the next one comes."""

from __future__ import annotations

from datetime import date

from forum import chasing, journal, ladder_days, meeting_nudges, nudges, preferences
from forum.briefs.asked import Asked, Brief, round_facts
from forum.briefs.resting import still_open
from forum.meetings import Attendance, Meeting
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.rounds import Round
from forum.store.base import Values


def _nudge(asked: Asked) -> Values:
    """Of each round that a nudge named: on what grounds it asks, and the days on which it would ask again."""
    nudge, mine = still_open(asked)
    told, workdays, large = [], asked.policy.workdays, nudges.large(asked.session, mine, asked.policy)
    weekdays = preferences.wishes(asked.session, asked.forum, {nudge.person_id or 0}).get(nudge.person_id or 0, ())
    for number in nudge.values["rounds"]:
        one = asked.session.get_one(Round, number)
        due_on = min((share.due_on for share in mine if share.round.id == number), default=one.due_on)
        rungs = asked.policy.ladders.get(one.kind, ())
        many = any(share.round.id == number and (number, share.institution.id) in large for share in mine)
        steps = ladder_days.of(rungs, one.term(due_on), workdays=workdays, weekdays=weekdays, many=many)
        days = [step.comes_on for step in steps]
        told.append(
            {
                **round_facts(one, asked.at.day, asked.policy, due_on=due_on),
                "next": [day for day in days if day > asked.at.day],
                "open": any(share.round.id == number for share in mine),
            }
        )
    by_hand = nudge.values.get("rung") == chasing.RUNG
    return {"rounds": told, "by_hand": by_hand, "late": all(one["duty"] and one["left"] < 0 for one in told)}


def _meeting(asked: Asked) -> Values:
    """Who had everybody told of the meeting, and the days on which this person would hear of it again."""
    row = asked.session.get_one(Attendance, asked.message.values["attendance"])
    meeting = asked.session.get_one(Meeting, row.meeting_id)
    return {
        "title": meeting.title,
        "by": _announcer(asked, meeting),
        "next": _days(asked, row, meeting),
        "off": not meeting.ahead(asked.at.now),
    }


def _announcer(asked: Asked, meeting: Meeting) -> str:
    """The coordinator who said yes to it last; empty: not known any more."""
    line = journal.last(asked.session, meeting, "meeting.announced", noun="meeting")
    number = line.actor.removeprefix("person:") if line else ""
    person = asked.session.get(Person, int(number)) if number.isdigit() else None
    return person.name if person else ""


def _days(asked: Asked, row: Attendance, meeting: Meeting) -> list[date]:
    if not meeting.ahead(asked.at.now) or meeting.starts_at is None:
        return []
    meets_on = asked.policy.day(meeting.starts_at)
    told_on = asked.policy.day(row.told_at) if row.told_at else asked.at.day
    rungs = meeting_nudges.rungs_for(row.answer)
    days = meeting_nudges.days(meets_on, rungs, told_on=told_on, workdays=asked.policy.workdays)
    return [day for day in days if day > asked.at.day]


def _told(asked: Asked) -> Values:
    """What else comes unasked, by the kind of the message: it follows from what somebody did, and is told once."""
    message = asked.session.get_one(OutgoingMessage, asked.message.values["about"])
    return {"what": message.kind}


BRIEFS: dict[str, Brief] = {"why": _nudge, "why-meeting": _meeting, "why-told": _told}
