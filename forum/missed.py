"""Missed: what a body had not answered when its round was locked; an official letter is kept all the same."""

from __future__ import annotations

from collections.abc import Collection, Set
from datetime import date

from sqlalchemy.orm import Session

from forum import awaited, rounds
from forum.people import Person
from forum.rounds import Obligation, Round, Voice


def by_people(
    session: Session, forum: str, person_ids: Set[int], round_ids: Collection[int], *, day: date
) -> list[tuple[Obligation, Person]]:
    """Of these rounds, what is locked on this day, was not answered, and one of these people is asked about."""
    bodies = {session.get_one(Person, number).institution_id for number in person_ids} - {None}
    shares = [(number, body) for number in sorted(round_ids) for body in sorted(filter(None, bodies))]
    found = []
    for duty in rounds.SHARED.gather(session, forum, shares):
        if _missed(session, duty, day):
            askers = awaited.askers(session, duty, day=day)
            found += [(duty, person) for person in askers if person.id in person_ids][:1]
    return found


def _missed(session: Session, duty: Obligation, day: date) -> bool:
    one = session.get_one(Round, duty.round_id)
    settled = (duty.void_at, duty.discharged_at, duty.skipped_at) != (None, None, None)
    return duty.voice is Voice.INSTITUTION and not settled and one.gone_at is None and duty.closed_in(one, day)
