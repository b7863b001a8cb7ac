"""Briefs about joining: what the roster says of a person, and what the new member is asked for next."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from forum import awaited, enrolment, ladder_days, nudges, occurrences, voices
from forum.awaited import Owed
from forum.briefs.asked import Asked, Brief
from forum.people import Institution, Person
from forum.plan import Measure, Responsibility, number_order
from forum.store.base import Values


def _joined(asked: Asked) -> Values | None:
    """What the new member is asked for next: the nearest due day and the day of the first reminder; ``partner``: it
    may choose what to follow."""
    if asked.person is None:
        return None
    mine = awaited.of_people(asked.session, asked.forum, {asked.person.id}, day=asked.at.day)
    partner = bool(voices.bodies(asked.session, asked.forum, [asked.person], day=asked.at.day))
    brief: Values = {
        "name": asked.person.name,
        "due_on": None,
        "first_on": None,
        "numbers": [],
        "partner": partner,
    }
    if mine:
        one = mine[0].round
        brief |= {
            "due_on": mine[0].due_on,
            "first_on": _first_nudge(asked, asked.person, mine[0]),
            "numbers": [owed.measure.number for owed in mine if owed.round.id == one.id],
        }
    return brief


def _first_nudge(asked: Asked, person: Person, owed: Owed) -> date | None:
    """The day of the next reminder: today's own, where its turn has come and is not taken yet."""
    workdays, rungs = asked.policy.workdays, asked.policy.ladders.get(owed.round.kind, ())
    many = bool(nudges.large(asked.session, [owed], asked.policy))
    fact = nudges.Fact(person.id, owed.round.id, owed.round.kind, owed.due_on, many=many, sign_by=owed.term.sign_by)
    turn = nudges.reached(fact, today=asked.at.day, rungs=rungs, workdays=workdays)
    if turn is not None and turn not in occurrences.taken(asked.session, asked.forum, [turn.schedule]):
        return asked.policy.day(asked.policy.hours.next_open(asked.at.now, workdays))
    days = (step.comes_on for step in ladder_days.of(rungs, owed.term, workdays=workdays, many=many))
    return min((day for day in days if day > asked.at.day), default=None)


def _join_ask(asked: Asked) -> Values | None:
    """What the roster says of the person, to be confirmed."""
    person = asked.session.get(Person, asked.message.values["person"])
    if person is None:
        return None
    body = asked.session.get(Institution, person.institution_id) if person.institution_id else None
    led = asked.session.scalars(
        select(Measure)
        .join(Responsibility, Responsibility.measure_id == Measure.id)
        .where(Measure.forum == asked.forum, Responsibility.person_id == person.id, Measure.gone_at.is_(None))
    )
    measures = sorted(led, key=lambda one: number_order(one.number))
    return {
        "person": person.id,
        "name": person.name,
        "role": person.role.value,
        "institution": body and body.name,
        "measures": [{"number": one.number, "title": one.title} for one in measures],
    }


def _successor(asked: Asked) -> Values | None:
    """Who stands in a row now, and for whom; dropped where the new person is gone again, or reached already."""
    before = asked.session.get(Person, asked.message.values["before"])
    person = asked.session.get(Person, asked.message.values["person"])
    if before is None or person is None or not person.serves_on(asked.at.day):
        return None
    if enrolment.way_to(asked.session, person) is not None:
        return None
    return {"before": before.name, "name": person.name, "person": person.id, "chats": asked.policy.chats}


BRIEFS: dict[str, Brief] = {"joined": _joined, "join-ask": _join_ask, "successor": _successor}
