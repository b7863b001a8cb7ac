"""Telling of views: bodies hear in the morning that a partner's view of their measure can be read and replied to, and
partners that theirs is revealed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import awaited, enrolment
from forum.outbox import To, put
from forum.people import Person
from forum.policies import Policy
from forum.rounds import Obligation, Round, Voice
from forum.times import At

KIND, OWN = "partner-views", "view-revealed"


def tell_bodies(session: Session, one: Round, measure_ids: Collection[int], *, at: At, policy: Policy) -> None:
    """Whoever is asked about these measures hears of the views of them, one message a round and day, on the next
    working morning: what partners say in the meantime is said along."""
    opens = datetime.combine(at.day + timedelta(days=1), time.min, policy.hours.zone)
    morning = policy.hours.next_open(opens, policy.workdays)
    told: dict[int, Person] = {}
    for duty in session.scalars(
        select(Obligation).where(
            Obligation.forum == one.forum,
            Obligation.round_id == one.id,
            Obligation.measure_id.in_(sorted(measure_ids)),
            Obligation.voice == Voice.INSTITUTION,
            Obligation.void_at.is_(None),
        )
    ):
        told |= {person.id: person for person in awaited.askers(session, duty, day=at.day)}
    for number in sorted(told):
        put(
            session,
            one.forum,
            to=To(person_id=number),
            kind=KIND,
            values={"round": one.id},
            dedupe=f"{KIND}/{one.id}/{number}/{policy.day(morning)}",
            now=at.now,
            send_from=morning,
        )


def tell_partners(session: Session, one: Round, person_ids: Collection[int], *, at: At) -> None:
    """Whoever said something unseen hears that everybody reads it now, once a round."""
    for number in sorted(person_ids):
        person = session.get(Person, number)
        if person is not None and person.serves_on(at.day) and enrolment.way_to(session, person) is not None:
            put(
                session,
                one.forum,
                to=To(person_id=number),
                kind=OWN,
                values={"round": one.id},
                dedupe=f"{OWN}/{one.id}/{number}",
                now=at.now,
            )
