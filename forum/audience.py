"""The audience of a meeting: whom it concerns, who of them can be reached, and who cannot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import enrolment
from forum.meetings import Meeting
from forum.people import Person
from forum.policies import Policy


@dataclass(frozen=True)
class Audience:
    """``reached``: one person a chat, so that nobody who stands for several bodies is written to twice;
    ``missing``: those without an open chat."""

    reached: tuple[Person, ...]
    missing: tuple[Person, ...]


def of(session: Session, meeting: Meeting, *, now: datetime, policy: Policy) -> Audience:
    """Everyone of the roster, whatever their role, who serves now and on the meeting's day and is not away then."""
    days = {policy.day(now), policy.day(meeting.starts_at or now)}
    people = [
        person
        for person in session.scalars(select(Person).where(Person.forum == meeting.forum).order_by(Person.id))
        if all(person.serves_on(day) for day in days) and (person.away_until is None or person.away_until < max(days))
    ]
    ways = enrolment.ways(session, meeting.forum)
    chats: dict[tuple[str, str], Person] = {}
    for person in people:
        if person.id in ways:
            chats.setdefault((ways[person.id].channel, ways[person.id].address), person)
    return Audience(tuple(chats.values()), tuple(person for person in people if person.id not in ways))
