"""Absences: a member says until when they are away; their reminders wait, or go to whoever stands in for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from forum import journal, people
from forum.awaited import Owed
from forum.people import Person
from forum.times import At

# An absence further away than this is no holiday, and a misread date no reason to ask somebody else for ever.
LONGEST = timedelta(days=120)


@dataclass(frozen=True)
class Absence:
    """Somebody is away until a day, that day included, and these are asked ``instead`` (nobody: reminders wait)."""

    person: Person
    until: date
    instead: tuple[Person, ...]


def go(session: Session, person: Person, until: date, *, side: str, at: At) -> None:
    """This person is away until a day, that day included."""
    _change(session, person, until, side=side, at=at)


def back(session: Session, person: Person, *, side: str, at: At) -> bool:
    """This person is here again; False where they were."""
    if not person.is_away(at.day):
        return False
    _change(session, person, None, side=side, at=at)
    return True


def stand_ins(session: Session, absent: Iterable[Person], *, day: date) -> list[Person]:
    """Who is asked in the place of these people while they are away."""
    found: dict[int, Person] = {}
    for person in absent:
        staff = people.OF_BODY.all(session, person.forum, person.institution_id) if person.institution_id else []
        found |= {one.id: one for one in people.answering(staff, day=day) if not one.is_away(day)}
    return list(found.values())


def told(found: Iterable[Owed]) -> list[Absence]:
    """Who of those that would be asked about these is away, by name, and who is asked in their place."""
    instead: dict[int, dict[int, Person]] = {}
    away: dict[int, Person] = {}
    for one in found:
        absent = {person.id for person in one.away}
        for person in one.away:
            away[person.id] = person
            instead.setdefault(person.id, {}).update({each.id: each for each in one.askers if each.id not in absent})
    rows = [Absence(one, one.away_until, tuple(instead[one.id].values())) for one in away.values() if one.away_until]
    return sorted(rows, key=lambda row: row.person.name)


def _change(session: Session, person: Person, until: date | None, *, side: str, at: At) -> None:
    before, person.away_until = person.away_until, until
    journal.note(
        session,
        person.forum,
        at=at.now,
        actor=f"person:{person.id}",
        side=side,
        action="person.away" if until else "person.back",
        noun="person",
        noun_id=person.id,
        before={"away_until": before and before.isoformat()},
        after={"away_until": until and until.isoformat()},
    )
