"""Gathering: once a round whoever files for other bodies is told that the letter is due, and who is missing in it."""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import enrolment, filings, ladder_days, occurrences, outbox, people, rounds
from forum.filings import State
from forum.foreseen import Coming, Foreseen, body_code
from forum.occurrences import Turn
from forum.people import Person
from forum.policies import Policy
from forum.rounds import Round

KIND = "filing-due"
# What a letter lacks nothing of any more.
OVER = (State.LETTER, State.SKIPPED)


def told_on(one: Round, *, policy: Policy) -> date | None:
    """The working day after the bodies were told to give their answers to sign; None: a round of this kind wants no
    letter by a day."""
    rungs = policy.ladders.get(one.kind, ()) if one.kind.duty else ()
    steps = ladder_days.of(rungs, one.term(), workdays=policy.workdays)
    return next((policy.workdays.shift(step.comes_on, 1) for step in steps if step.name == ladder_days.SIGN), None)


def tick(session: Session, forum: str, *, now: datetime, policy: Policy) -> None:
    """Tell those who can be reached, each once a round, while something for others stands in no letter yet."""
    day = policy.day(now)
    for one in rounds.running(session, forum, day=day):
        on = told_on(one, policy=policy)
        if on is None or day < on or one.closed_on(day):
            continue
        asked = _untold(session, one, _filers(session, forum), day=day, by=now)
        open_ones = _open(session, one, day=day) if asked else set()
        ways = enrolment.ways(session, forum, people=[person.id for person in asked])
        mine = {person.id: person for person in asked if person.institution_id in open_ones and person.id in ways}
        for turn in occurrences.take_all(session, forum, [_turn(one, person) for person in mine.values()], now=now):
            outbox.put(
                session,
                forum,
                to=outbox.To(person_id=turn.member),
                kind=KIND,
                values={"round": one.id, "institution": mine[turn.member].institution_id},
                dedupe=f"{KIND}/{one.id}/{turn.member}",
                now=now,
            )


def coming(
    session: Session, forum: str, *, first: date, last: date, since: datetime, policy: Policy
) -> Iterator[Coming]:
    """Whom it would be told from ``first`` to ``last`` (local dates, both included), if nobody answered."""
    ways = enrolment.ways(session, forum).keys()
    rows = session.scalars(select(Round).where(Round.forum == forum, Round.gone_at.is_(None)).order_by(Round.id))
    for one in rows:
        on = told_on(one, policy=policy)
        day = max(on, policy.day(since)) if on is not None else None
        if day is None or one.closed_on(day):
            continue
        opens = policy.day(policy.hours.next_open(max(since, _morning(day, policy)), policy.workdays))
        if first <= opens <= last:
            found = _untold(session, one, _open(session, one, day=day), day=day, by=since)
            yield from (_coming(session, person, ways, day=day, on=opens) for person in found)


def _filers(session: Session, forum: str) -> set[int]:
    """Who files for another body."""
    return {upper for body, upper in filings.filers(session, forum).items() if upper != body}


def _open(session: Session, one: Round, *, day: date) -> set[int]:
    """Who files for a body of which something stands in no letter yet; of a round that has not begun, by who will owe
    an answer."""
    through, found = filings.filers(session, one.forum), filings.shares(session, one, day=day)
    bodies = {share.institution.id for share in found if share.state not in OVER}
    if not found:
        bodies = {body for _, body in rounds.owing(session, one)}
    return {through[body] for body in bodies if through.get(body, body) != body}


def _untold(session: Session, one: Round, filers: Set[int], *, day: date, by: datetime) -> list[Person]:
    """Those to ask of these bodies on this day who had not been told by this moment."""
    if not filers:
        return []
    told = {turn.member for turn in occurrences.taken(session, one.forum, [_schedule(one)], by=by)}
    staff = [people.OF_BODY.all(session, one.forum, body) for body in sorted(filers)]
    return [person for mine in staff for person in people.answering(mine, day=day) if person.id not in told]


def _coming(session: Session, person: Person, ways: Set[int], *, day: date, on: date) -> Coming:
    told = Foreseen(
        on=on,
        person=person.id,
        name=person.name,
        institution=body_code(session, person),
        rung="letter",
        reached=person.id in ways,
    )
    return Coming(day, told, first=True)


def _turn(one: Round, person: Person) -> Turn:
    return Turn(_schedule(one), one.due_on, "letter", person.id)


def _schedule(one: Round) -> str:
    return f"letter/{one.id}"


def _morning(on: date, policy: Policy) -> datetime:
    return datetime.combine(on, policy.hours.opens, policy.hours.zone)
