"""Who is awaited: the open obligations, whom to ask about each, and who of them can be reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy import ColumnElement, and_, select, true
from sqlalchemy.orm import Session

from forum import enrolment, people, plan, recommendations, rounds
from forum.people import Institution, Person, Side
from forum.plan import Duty, Measure, Responsibility, number_order
from forum.rounds import Obligation, Round, Term, Voice
from forum.store.once import Once


@dataclass(frozen=True)
class Owed:
    """One open obligation with all that is needed to ask about it; ``due_on`` is its own due day, ``askers`` are the
    persons to ask today, ``away`` those who would be were they here (only where somebody looks at them)."""

    obligation: Obligation
    round: Round
    measure: Measure
    institution: Institution
    askers: tuple[Person, ...]
    away: tuple[Person, ...] = ()

    @property
    def due_on(self) -> date:
        return self.obligation.due_in(self.round)

    @property
    def term(self) -> Term:
        """The days by which its ladder stands."""
        return self.round.term(self.due_on)

    def spared(self, day: date) -> bool:
        """Whether nobody is to be reminded of it any more: a partner that carries a measure out is never late."""
        return self.institution.side is Side.PARTNER and self.due_on < day

    def asks(self, person_id: int) -> bool:
        """Whether this person is asked about it."""
        return any(person.id == person_id for person in self.askers)


def owed(
    session: Session,
    forum: str,
    *,
    day: date,
    answered: bool = False,
    bodies: Collection[int] | None = None,
    only: ColumnElement[bool] | None = None,
) -> list[Owed]:
    """The open obligations of all running rounds (with ``answered``: the discharged ones), of these ``bodies`` alone
    (None: of all) and ``only`` such of theirs, by due day and number. What a coordinator skipped is not owed."""
    running = {one.id: one for one in rounds.running(session, forum, day=day)}
    rows = session.execute(
        select(Obligation, Measure, Institution)
        .join(Measure, Measure.id == Obligation.measure_id)
        .join(Institution, Institution.id == Obligation.institution_id)
        .where(
            Obligation.forum == forum,
            Obligation.round_id.in_(running),
            Obligation.void_at.is_(None),
            Obligation.voice == Voice.INSTITUTION,
            Obligation.discharged_at.is_not(None) if answered else _open(),
            true() if bodies is None else Obligation.institution_id.in_(bodies),
            true() if only is None else only,
        )
    ).all()
    asked = Asking(session, forum, day=day, bodies=bodies)
    found = [
        Owed(duty, running[duty.round_id], measure, body, asked.about(measure.id, body.id))
        for duty, measure, body in rows
        if not duty.closed_in(running[duty.round_id], day)
    ]
    return sorted(found, key=_in_order)


def _in_order(one: Owed) -> tuple[date, object, int]:
    return one.due_on, number_order(one.measure.number), one.obligation.id


def _open() -> ColumnElement[bool]:
    return and_(Obligation.discharged_at.is_(None), Obligation.skipped_at.is_(None))


class Asking:
    """Whom to ask about a measure on a day: the contacts named for it who are of that body, else the body's own.
    ``bodies``: the only ones that will be asked about (None: any)."""

    def __init__(self, session: Session, forum: str, *, day: date, bodies: Collection[int] | None = None) -> None:
        self._day = day
        staff = select(Person).where(Person.forum == forum)
        if bodies is not None:
            staff = staff.where(Person.institution_id.in_(bodies))
        self._staff: dict[int, list[Person]] = defaultdict(list)
        self._answering: dict[int, tuple[Person, ...]] = {}
        self._people: dict[int, Person] = {}
        # Sorted here, for an order by number would lead SQLite past the indexes to all rows of the forum.
        for person in sorted(session.scalars(staff), key=lambda one: one.id):
            self._people[person.id] = person
            if person.institution_id is not None:
                self._staff[person.institution_id].append(person)
        self._contacts: dict[int, list[int]] = defaultdict(list)
        contacts = select(Responsibility).where(Responsibility.forum == forum, Responsibility.duty == Duty.CONTACT)
        if bodies is not None:
            contacts = contacts.where(Responsibility.person_id.in_(self._people))
        for row in sorted(session.scalars(contacts), key=lambda one: one.id):
            if row.person_id is not None:
                self._contacts[row.measure_id].append(row.person_id)

    def about(self, measure_id: int, institution_id: int) -> tuple[Person, ...]:
        here = people.here(self._named(measure_id, institution_id), day=self._day)
        return tuple(here) or self._of_body(institution_id)

    def away(self, measure_id: int, institution_id: int) -> tuple[Person, ...]:
        """Who would be asked about it, were they here on this day."""
        named = [one for one in self._named(measure_id, institution_id) if one.serves_on(self._day)]
        usual = named or people.usual(self._staff[institution_id], day=self._day)
        return tuple(one for one in usual if one.is_away(self._day))

    def _named(self, measure_id: int, institution_id: int) -> list[Person]:
        named = [self._people[number] for number in self._contacts[measure_id]]
        return [one for one in named if one.institution_id == institution_id]

    def _of_body(self, institution_id: int) -> tuple[Person, ...]:
        if institution_id not in self._answering:
            found = people.answering(self._staff[institution_id], day=self._day)
            self._answering[institution_id] = tuple(found)
        return self._answering[institution_id]


def askers(session: Session, obligation: Obligation, *, day: date) -> tuple[Person, ...]:
    """Whom to ask about this one obligation."""
    staff = {one.id: one for one in people.OF_BODY.all(session, obligation.forum, obligation.institution_id)}
    duties = plan.OF_MEASURE.all(session, obligation.forum, obligation.measure_id)
    named = [staff[row.person_id] for row in duties if row.duty is Duty.CONTACT and row.person_id in staff]
    return tuple(people.here(named, day=day) or people.answering(list(staff.values()), day=day))


def answerer(session: Session, obligation: Obligation, people: Sequence[Person], *, day: date) -> Person | None:
    """Which of these people answers for this obligation: whoever is asked about it, else a colleague of theirs; None:
    nobody of them."""
    if obligation.void_at is not None or obligation.voice is not Voice.INSTITUTION:
        return None
    asked = {person.id for person in askers(session, obligation, day=day)}
    own = [person for person in people if person.id in asked]
    of_body = [person for person in people if person.institution_id == obligation.institution_id]
    return next(iter(own or of_body), None)


def of_people(
    session: Session, forum: str, person_ids: Collection[int], *, day: date, answered: bool = False
) -> list[Owed]:
    """Those of the obligations owed about which one of these people is asked; as many as there are in the forum, it
    costs no more than those of their bodies. Whoever is asked about an obligation is of its body."""
    bodies = _bodies(session, forum, person_ids)
    known = None if answered else _OWED.known(session, (forum, day))
    if known is not None and bodies <= known.keys():
        found = sorted((one for body in bodies for one in known[body]), key=_in_order)
    else:
        found = owed(session, forum, day=day, answered=answered, bodies=bodies)
    return [one for one in found if any(one.asks(person) for person in person_ids)]


_OWED = Once[dict[int, list[Owed]]](Obligation, Round, Measure, Institution, Person, Responsibility)


def gather(session: Session, forum: str, people: Collection[Person], *, day: date) -> list[Owed]:
    """What is open of all these people's bodies, in one question; ``of_people`` has it at hand until something of it
    changes, or the unit of work ends."""
    bodies = {one.institution_id for one in people if one.institution_id is not None}
    found = owed(session, forum, day=day, bodies=bodies)
    known: dict[int, list[Owed]] = {body: [] for body in bodies}
    for one in found:
        known[one.institution.id].append(one)
    _OWED.remember(session, (forum, day), known)
    return found


def _bodies(session: Session, forum: str, person_ids: Collection[int]) -> set[int]:
    if len(person_ids) == 1:
        one = session.get(Person, next(iter(person_ids)))
        return {one.institution_id} if one is not None and one.forum == forum and one.institution_id else set()
    bodies = session.scalars(select(Person.institution_id).where(Person.forum == forum, Person.id.in_(person_ids)))
    return {body for body in bodies if body is not None}


def asked_in(
    session: Session, forum: str, person_ids: Set[int], round_ids: Collection[int], *, day: date
) -> list[Obligation]:
    """Of the obligations in these rounds about which one of these people is asked, those still open; else those
    answered."""
    bodies = {session.get_one(Person, number).institution_id for number in person_ids} - {None}
    shares = [(number, body) for number in sorted(round_ids) for body in sorted(filter(None, bodies))]
    mine: list[Obligation] = []
    for one in rounds.SHARED.gather(session, forum, shares):
        if (
            one.void_at is None
            and one.voice is Voice.INSTITUTION
            and one.runs_in(session.get_one(Round, one.round_id), day)
        ):
            mine += [one] if person_ids & {person.id for person in askers(session, one, day=day)} else []
    still_open = [one for one in mine if one.discharged_at is None and one.skipped_at is None]
    found = still_open or [one for one in mine if one.discharged_at is not None]
    return sorted(found, key=partial(_order, session))


def _order(session: Session, duty: Obligation) -> tuple[date, object, int]:
    one, measure = session.get_one(Round, duty.round_id), session.get_one(Measure, duty.measure_id)
    return duty.due_in(one), number_order(measure.number), duty.id


def unreached(session: Session, found: list[Owed]) -> list[Person | Institution]:
    """Who of those to ask cannot be written to: persons without an open chat, bodies without any person."""
    people = {person.id for one in found for person in one.askers}
    ways = enrolment.ways(session, found[0].obligation.forum, people=people) if found else {}
    missing: dict[tuple[str, int], Person | Institution] = {}
    for one in found:
        for person in one.askers:
            if person.id not in ways:
                missing[("person", person.id)] = person
        if not one.askers:
            missing[("institution", one.institution.id)] = one.institution
    return list(missing.values())


def without_lead(session: Session, one: Round) -> list[Measure]:
    """What this round asks about, of which nobody knows who answers: measures of its plan, by number, then
    recommendations."""
    here = Measure.plan_id == one.plan_id if one.plan_id is not None else Measure.plan_id.is_(None)
    found = unled(session, one.forum, and_(here, recommendations.asked_about(duty=one.kind.duty)))
    return sorted(found, key=lambda row: row.noun != plan.MEASURE)


def unled(session: Session, forum: str, those: ColumnElement[bool]) -> list[Measure]:
    """Such living measures and recommendations as have no lead body, by number."""
    led = select(Responsibility.measure_id).where(Responsibility.forum == forum, Responsibility.duty == Duty.LEAD)
    living = select(Measure).where(Measure.forum == forum, Measure.gone_at.is_(None), Measure.id.not_in(led))
    return sorted(session.scalars(living.where(those)), key=lambda row: number_order(row.number))
