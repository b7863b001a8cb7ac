"""Asking partners: once a round each partner is told that it may say its view of what it follows; none is reminded."""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import enrolment, ladder_days, occurrences, outbox, people, rounds, voices
from forum.foreseen import Coming, Foreseen, body_code
from forum.occurrences import Turn
from forum.people import Institution, Person, Side
from forum.policies import Policy
from forum.rounds import Round

KIND = "partner-asked"


def asked_on(one: Round, *, blind: bool, policy: Policy) -> date:
    """The day on which partners are told of a round: where they speak unseen, with the bodies' own first reminder;
    where they speak in turn, on the working day after the bodies' due day."""
    if not blind:
        return policy.workdays.shift(one.due_on, 1)
    steps = ladder_days.of(policy.ladders.get(one.kind, ()), one.term(), workdays=policy.workdays)
    return min((step.comes_on for step in steps), default=one.due_on - rounds.WINDOW)


def speakers(session: Session, forum: str, *, day: date) -> list[Person]:
    """Whom to tell of a round: of each partner those who would be asked for it."""
    partners = select(Institution.id).where(
        Institution.forum == forum, Institution.side == Side.PARTNER, Institution.gone_at.is_(None)
    )
    staff: dict[int, list[Person]] = {}
    rows = select(Person).where(Person.forum == forum, Person.institution_id.in_(partners)).order_by(Person.id)
    for person in session.scalars(rows):
        staff.setdefault(person.institution_id or 0, []).append(person)
    return [person for body in staff.values() for person in people.answering(body, day=day)]


def tick(session: Session, forum: str, *, now: datetime, policy: Policy) -> None:
    """Tell those who can be reached, each once a round."""
    day = policy.day(now)
    heard = voices.heard_now(session, forum, day=day)
    due = [one for one in heard if asked_on(one, blind=voices.blind(session, one), policy=policy) <= day]
    if not due:
        return
    here = speakers(session, forum, day=day)
    ways = enrolment.ways(session, forum, people=[person.id for person in here])
    for one in due:
        turns = [_turn(one, person) for person in here if person.id in ways]
        for turn in occurrences.take_all(session, forum, turns, now=now):
            outbox.put(
                session,
                forum,
                to=outbox.To(person_id=turn.member),
                kind=KIND,
                values={"round": one.id},
                dedupe=f"{KIND}/{one.id}/{turn.member}",
                now=now,
            )


def coming(
    session: Session, forum: str, *, first: date, last: date, since: datetime, policy: Policy
) -> Iterator[Coming]:
    """Whom partners' rounds would have written to from ``first`` to ``last`` (local dates, both included): those too
    who begin, or come back, while a round is heard."""
    ways, turning = enrolment.ways(session, forum).keys(), people.turning(session, forum)
    rows = session.scalars(select(Round).where(Round.forum == forum, Round.gone_at.is_(None)).order_by(Round.id))
    for one in filter(voices.hears, rows):
        begins = max(asked_on(one, blind=voices.blind(session, one), policy=policy), policy.day(since))
        taken = {turn.member for turn in occurrences.taken(session, forum, [_schedule(one)])}
        for day in [begins, *(day for day in turning if begins < day)]:
            on = policy.day(policy.hours.next_open(max(since, _morning(day, policy)), policy.workdays))
            if first <= on <= last and not one.closed_on(day):
                new = [person for person in speakers(session, forum, day=day) if person.id not in taken]
                yield from (_coming(session, person, ways, day=day, on=on) for person in new)
                taken.update(person.id for person in new)


def _coming(session: Session, person: Person, ways: Set[int], *, day: date, on: date) -> Coming:
    told = Foreseen(
        on=on,
        person=person.id,
        name=person.name,
        institution=body_code(session, person),
        rung="partner",
        reached=person.id in ways,
    )
    return Coming(day, told, first=True)


def _turn(one: Round, person: Person) -> Turn:
    return Turn(_schedule(one), one.due_on, "asked", person.id)


def _schedule(one: Round) -> str:
    return f"partners/{one.id}"


def _morning(on: date, policy: Policy) -> datetime:
    return datetime.combine(on, policy.hours.opens, policy.hours.zone)
