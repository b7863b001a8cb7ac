"""Briefs about meetings, for the coordinators who call them: drafts, cards, who comes, and who was reached."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, time

from forum import announcing, attending, audience, enrolment, meetings
from forum.briefs.asked import Asked, Brief
from forum.briefs.meetings import facts, was
from forum.meeting_nudges import ON_SITE
from forum.meetings import Meeting
from forum.people import Institution, Person
from forum.store.base import Values

# A meeting that begins outside these local hours is said to be at night.
DAY = (time(7), time(21))


def _meeting(asked: Asked) -> Meeting | None:
    return meetings.of(asked.session, asked.forum, asked.message.values["meeting"])


def _card(asked: Asked) -> Values | None:
    """A meeting, where it stands, and what a coordinator must know before they press: whom it reaches, and what is
    odd about its time."""
    meeting = _meeting(asked)
    return None if meeting is None else {**asked.message.values, **_about(meeting, asked)}


def _about(meeting: Meeting, asked: Asked) -> Values:
    heard = audience.of(asked.session, meeting, now=asked.at.now, policy=asked.policy)
    return {
        **facts(meeting, asked),
        "when_text": meeting.when_text,
        "state": meeting.state.value,
        "draft": meeting.draft,
        "told": bool(meeting.told),
        "untold": not meeting.draft and meeting.told != meetings.standing(meeting),
        "over": not meeting.ahead(asked.at.now),
        "stands": meetings.fingerprint(meeting),
        "was": was(meeting.told) if meeting.told else None,
        "reached": len(heard.reached),
        "missing": [person.name for person in heard.missing],
        "counts": attending.counts(asked.session, meeting),
        **oddities(meeting.starts_at, asked),
    }


def oddities(starts_at: datetime | None, asked: Asked) -> Values:
    """What is said of an unusual time, and allowed: a day off, a time at night."""
    if starts_at is None:
        return {"day_off": False, "night": False}
    here = asked.policy.hours.local(starts_at)
    return {
        "day_off": not asked.policy.workdays.is_working(here.date()),
        "night": not DAY[0] <= here.time() < DAY[1],
    }


def _move(asked: Asked) -> Values | None:
    """A change that is not made yet: ``to`` as it would stand."""
    said = _card(asked)
    if said is None:
        return None
    to = was(asked.message.values["becomes"])
    return {**said, "to": to, **oddities(to["starts_at"], asked)}


def _decided(asked: Asked) -> Values | None:
    """When what was decided reaches people: at once, or when their hours begin."""
    said = _card(asked)
    sends_at = asked.policy.hours.next_open(asked.at.now, asked.policy.workdays)
    return said and {**said, "sends_at": sends_at, "sends_now": sends_at <= asked.at.now}


def _on_site(asked: Asked) -> Values | None:
    """What was made or changed on the site; dropped where it was decided meanwhile, or stands otherwise by now."""
    said = _card(asked)
    return said if said and said["untold"] and said["stands"] == asked.message.values["stands"] else None


def _coming(asked: Asked) -> Values | None:
    """Who answered what, with the body they stand for."""
    meeting = _meeting(asked)
    if meeting is None:
        return None
    answers: dict[str, list[Values]] = defaultdict(list)
    for row in meetings.attendances(asked.session, meeting):
        person = asked.session.get_one(Person, row.person_id)
        body = asked.session.get(Institution, person.institution_id) if person.institution_id else None
        told = {"name": person.name, "code": body.code if body else "", "deputy": row.deputy}
        answers[row.answer.value if row.answer else "silent"].append(told)
    return {**facts(meeting, asked), "answers": dict(answers)}


def _list(asked: Asked) -> Values:
    found = meetings.to_come(asked.session, asked.forum, now=asked.at.now)
    return {"meetings": [{**facts(one, asked), "draft": one.draft, "told": bool(one.told)} for one in found]}


def _sent(asked: Asked) -> Values | None:
    """Of one announcement: how many were told, who cannot be reached, and how many messages are under way. Dropped
    where a later one has taken its place."""
    meeting = _meeting(asked)
    if meeting is None or meeting.sequence != asked.message.values["sequence"]:
        return None
    ways = enrolment.ways(asked.session, asked.forum)
    rows = meetings.attendances(asked.session, meeting)
    if meeting.sequence:  # of a change those hear who had heard of the meeting
        rows = [row for row in rows if row.told_sequence is not None]
    lost = [row.person_id for row in rows if row.person_id not in ways]
    told = [row for row in rows if row.told_sequence == meeting.sequence and row.person_id in ways]
    missing = audience.of(asked.session, meeting, now=asked.at.now, policy=asked.policy).missing
    names = {person.id: person.name for person in missing if not meeting.off or person.id in lost}
    names |= {number: asked.session.get_one(Person, number).name for number in lost}
    return {
        **facts(meeting, asked),
        "sent": len(told),
        "waiting": len(rows) - len(told) - len(lost),
        "missing": list(names.values()),
    }


BRIEFS: dict[str, Brief] = {
    "meeting-ask": _card,
    "meeting-draft": _card,
    "meeting-fix": _card,
    "meeting-card": _card,
    "meeting-confirm-cancel": _card,
    "meeting-confirm-move": _move,
    "meeting-decided": _decided,
    "meeting-coming": _coming,
    "meeting-list": _list,
    ON_SITE: _on_site,
    announcing.SENT: _sent,
}
