"""Naming: what a reader must be told beside a measure's number, so that it is clear which one is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, true
from sqlalchemy.orm import Session

from forum import awaited, enrolment, rounds
from forum.briefs.asked import Asked
from forum.milestones import Milestone
from forum.people import Institution, Person
from forum.plan import MEASURE, Measure, Plan
from forum.recommendations import Recommendation
from forum.rounds import Obligation, Round, Voice
from forum.store.base import Values
from forum.store.once import Once


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


def gather(session: Session, forum: str, duties: Iterable[Obligation], numbers: Iterable[str], *, day: date) -> None:
    """What tells these obligations, and the measures of these numbers, apart from others: in one question a kind."""
    wanted = set(numbers)
    found = _plans(session, forum, wanted, day=day)
    for number in wanted:
        _PLANS.remember(session, (forum, day, number), Plans(found.codes, found.doubled & {number}))
    _TWINS.remember(session, (forum, day), _twins(session, forum, {one.institution_id for one in duties}, day=day))


def _running(session: Session, forum: str, day: date) -> list[int]:
    return [one.id for one in rounds.running(session, forum, day=day)]


@dataclass(frozen=True)
class Plans:
    """By which plan a measure's number must be told: ``codes`` are those of the plans, ``doubled`` the numbers that two
    plans under report have."""

    codes: Mapping[int, str]
    doubled: Set[str]

    def named(self, measure: Measure | Milestone) -> Values:
        """The ``number`` of a measure or milestone, and ``marks`` where the message says anyway whose it is; of a
        recommendation the first mark is who recommends."""
        code = self.codes.get(measure.plan_id or 0) if measure.number in self.doubled else None
        recommended = [measure.source] if isinstance(measure, Recommendation) else []
        return {"number": measure.number, "marks": [*recommended, *([code] if code else [])]}


def plans(asked: Asked, *, number: str | None = None) -> Plans:
    """As all plans under report stand; where only one ``number`` is asked about, as far as that one needs."""
    session, forum, day = asked.session, asked.forum, asked.at.day
    wanted = None if number is None else {number}
    return _PLANS.of(session, (forum, day, number), lambda: _plans(session, forum, wanted, day=day))


def without_lead(asked: Asked, one: Round) -> Values:
    """What a round asks about and has no lead: measures (``without_lead``) and recommendations (``without_owner``)."""
    named = plans(asked)
    found: Values = {"without_lead": [], "without_owner": []}
    for row in awaited.without_lead(asked.session, one):
        found["without_lead" if row.noun == MEASURE else "without_owner"].append(named.named(row))
    return found


_PLANS = Once[Plans](Round, Obligation, Measure, Plan)


def _plans(session: Session, forum: str, numbers: Collection[str] | None, *, day: date) -> Plans:
    found = session.execute(
        select(Measure.number, Measure.plan_id)
        .join(Obligation, Obligation.measure_id == Measure.id)
        .where(
            Measure.forum == forum,
            Measure.plan_id.is_not(None),
            Obligation.forum == forum,
            Obligation.void_at.is_(None),
            Obligation.round_id.in_(_running(session, forum, day)),
            true() if numbers is None else Measure.number.in_(sorted(numbers)),
        )
        .distinct()
    ).all()
    times = Counter(told for told, _ in found)
    doubled = {told for told, count in times.items() if count > 1}
    rows = session.scalars(select(Plan).where(Plan.forum == forum)) if doubled else ()
    return Plans({row.id: row.code or row.title for row in rows}, doubled)


def _body(asked: Asked, duty: Obligation) -> list[str]:
    bodies = {person.institution_id for person in people(asked)}
    if not bodies or bodies == {duty.institution_id}:
        return []
    return [asked.session.get_one(Institution, duty.institution_id).code]


def _due(asked: Asked, duty: Obligation) -> list[object]:
    session, forum, day = asked.session, asked.forum, asked.at.day
    known = _TWINS.known(session, (forum, day))
    if known is None or duty.institution_id not in known:
        known = _twins(session, forum, {duty.institution_id}, day=day, measure=duty.measure_id)
    twins = known[duty.institution_id].get((duty.measure_id, duty.voice), set())
    return [duty.due_in(session.get_one(Round, duty.round_id))] if twins - {duty.id} else []


# By body, by measure and voice: which obligations run at once.
Twins = dict[int, dict[tuple[int, Voice], set[int]]]
_TWINS = Once[Twins](Round, Obligation)


def _twins(session: Session, forum: str, bodies: Set[int], *, day: date, measure: int | None = None) -> Twins:
    rows = session.execute(
        select(Obligation.institution_id, Obligation.measure_id, Obligation.voice, Obligation.id).where(
            Obligation.forum == forum,
            Obligation.institution_id.in_(sorted(bodies)),
            true() if measure is None else Obligation.measure_id == measure,
            Obligation.void_at.is_(None),
            Obligation.skipped_at.is_(None),
            Obligation.round_id.in_(_running(session, forum, day)),
        )
    )
    found: Twins = {body: {} for body in bodies}
    for body, number, voice, duty in rows:
        found[body].setdefault((number, voice), set()).add(duty)
    return found
