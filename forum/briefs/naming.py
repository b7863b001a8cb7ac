"""Naming: what a reader must be told beside a measure's number, so that it is clear which one is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass

from sqlalchemy import select, true

from forum import enrolment, rounds
from forum.briefs.asked import Asked
from forum.people import Institution, Person
from forum.plan import Measure, Plan
from forum.rounds import Obligation, Round
from forum.store.base import Values


def of(asked: Asked, duty: Obligation, *, body_told: bool = False) -> Values:
    """``obligation``, the measure's ``number``, and its ``marks``: the plan's code where another plan under report has
    the same number, the body's where the reader's chat speaks for others too, the due day (a date) where two rounds
    ask about it at once. Mostly there are none. ``body_told``: the message says anyway which body it is."""
    measure = asked.session.get_one(Measure, duty.measure_id)
    named = plans(asked, number=measure.number).named(measure)
    marks = [*named["marks"], *([] if body_told else _body(asked, duty)), *_due(asked, duty)]
    return {"obligation": duty.id, "number": measure.number, "marks": marks}


def people(asked: Asked) -> list[Person]:
    """All for whom the chat that is written to speaks; the reader alone where it is not known which chat."""
    message, way = asked.message, enrolment.way_to(asked.session, asked.person) if asked.person else None
    there = (message.channel, message.address) if message.address else (way.channel, way.address) if way else ("", "")
    channel, address = there
    if not channel or not address:
        return [asked.person] if asked.person else []
    return enrolment.people_at(asked.session, asked.forum, channel=channel, address=address, day=asked.at.day)


def _running(asked: Asked) -> list[int]:
    return [one.id for one in rounds.running(asked.session, asked.forum, day=asked.at.day)]


@dataclass(frozen=True)
class Plans:
    """By which plan a measure's number must be told: ``codes`` are those of the plans, ``doubled`` the numbers that two
    plans under report have."""

    codes: Mapping[int, str]
    doubled: Set[str]

    def named(self, measure: Measure) -> Values:
        """A measure's ``number`` and ``marks`` where the message says anyway whose it is."""
        code = self.codes.get(measure.plan_id or 0) if measure.number in self.doubled else None
        return {"number": measure.number, "marks": [code] if code else []}


def plans(asked: Asked, *, number: str | None = None) -> Plans:
    """As all plans under report stand; where only one ``number`` is asked about, as far as that one needs."""
    found = asked.session.execute(
        select(Measure.number, Measure.plan_id)
        .join(Obligation, Obligation.measure_id == Measure.id)
        .where(
            Measure.forum == asked.forum,
            Measure.plan_id.is_not(None),
            Obligation.void_at.is_(None),
            Obligation.round_id.in_(_running(asked)),
            true() if number is None else Measure.number == number,
        )
        .distinct()
    ).all()
    times = Counter(told for told, _ in found)
    doubled = {told for told, count in times.items() if count > 1}
    rows = asked.session.scalars(select(Plan).where(Plan.forum == asked.forum)) if doubled else ()
    return Plans({row.id: row.code or row.title for row in rows}, doubled)


def _body(asked: Asked, duty: Obligation) -> list[str]:
    bodies = {person.institution_id for person in people(asked)}
    if not bodies or bodies == {duty.institution_id}:
        return []
    return [asked.session.get_one(Institution, duty.institution_id).code]


def _due(asked: Asked, duty: Obligation) -> list[object]:
    twin = asked.session.scalar(
        select(Obligation.id)
        .where(
            Obligation.forum == asked.forum,
            Obligation.measure_id == duty.measure_id,
            Obligation.institution_id == duty.institution_id,
            Obligation.voice == duty.voice,
            Obligation.id != duty.id,
            Obligation.void_at.is_(None),
            Obligation.skipped_at.is_(None),
            Obligation.round_id.in_(_running(asked)),
        )
        .limit(1)
    )
    return [duty.due_in(asked.session.get_one(Round, duty.round_id))] if twin is not None else []
