"""Still you?: before a round begins, whoever was not heard from for long is asked once whether they still answer there;
silence means yes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import awaited, contacts, enrolment, journal, ladder_days, occurrences, outbox, people
from forum.awaited import Owed
from forum.enrolment import Address, AddressState
from forum.occurrences import Turn
from forum.outbox import OutgoingMessage, State
from forum.people import Person
from forum.policies import Policy
from forum.rounds import Kind, Term
from forum.store.once import Once
from forum.times import At

KIND, OTHER = "still-you", "still-you-other"
SCHEDULE = "still-you"
# What is taken for an e-mail address; whether there is such a mailbox, the roster will show.
ADDRESS = re.compile(r"[^\s<>,;:()]+@[^\s<>,;:()]+\.[^\s<>,;:().]+")
# Nobody's name with their post and address is longer.
LONGEST = 200


@dataclass(frozen=True)
class Ask:
    """One person is to be asked, once for all of these rounds."""

    person: Person
    rounds: tuple[int, ...]
    turns: tuple[Turn, ...]


def window(kind: Kind, term: Term, policy: Policy) -> tuple[date, date] | None:
    """From which day on people are asked, and the day of the round's first reminder, on which they are no more; None:
    in such a round nobody is."""
    days = policy.still_you.get(kind)
    rungs = policy.ladders.get(kind, ())
    if days is None or not rungs:
        return None
    first = ladder_days.of(rungs, term, workdays=policy.workdays)[0].comes_on
    return policy.workdays.shift(first, -days), first


def decide(
    owed: Iterable[Owed], *, day: date, heard: Mapping[int, date], taken: Set[Turn], policy: Policy
) -> list[Ask]:
    """Whom to ask on a day. ``heard``: when each person was last in touch, on their own or as they joined; ``taken``:
    the turns that were taken; to have been asked counts as being in touch."""
    long_ago = day - timedelta(days=policy.unheard)
    asked_on: dict[int, date] = {}
    for turn in (turn for turn in taken if turn.schedule == SCHEDULE):
        asked_on[turn.member] = max(turn.local_date, asked_on.get(turn.member, turn.local_date))
    found: dict[int, tuple[Person, dict[Turn, int]]] = {}
    for one in owed:
        opens = window(one.round.kind, one.term, policy)
        if opens is None or not opens[0] <= day < opens[1]:
            continue
        for person in (asker for asker in one.askers if not asker.is_away(day)):
            last = max(heard.get(person.id, date.min), asked_on.get(person.id, date.min))
            turn = Turn(SCHEDULE, one.round.due_on, str(one.round.id), person.id)
            if last < long_ago and turn not in taken:
                found.setdefault(person.id, (person, {}))[1][turn] = one.round.id
    return [Ask(person, tuple(turns.values()), tuple(turns)) for person, turns in found.values()]


def tick(session: Session, forum: str, *, now: datetime, policy: Policy) -> None:
    """Ask those who can be reached; asked once a day is enough."""
    day = policy.day(now)
    if not policy.still_you:
        return
    owed = awaited.owed(session, forum, day=day)
    asked = {person.id for one in owed for person in one.askers}
    ways = enrolment.ways(session, forum, people=asked) if asked else {}
    found = decide(owed, day=day, heard=heard(session, forum), taken=taken(session, forum), policy=policy)
    for one in found:
        won = one.person.id in ways and occurrences.take_all(session, forum, one.turns, now=now)
        if won:
            outbox.put(
                session,
                forum,
                to=outbox.To(person_id=one.person.id),
                kind=KIND,
                values={"rounds": list(one.rounds)},
                dedupe=f"{KIND}/{one.rounds[0]}/{one.person.id}",
                now=now,
                send_from=policy.hours.next_open(now, policy.workdays),
            )


def heard(session: Session, forum: str) -> dict[int, date]:
    """When each person was last in touch, as far as they ever were: by whatever came from them, or by joining."""
    rows = session.execute(
        select(Address.person_id, Address.heard_at, Address.confirmed_at).where(
            Address.forum == forum, Address.state.in_((AddressState.CONFIRMED, AddressState.BLOCKED))
        )
    )
    found: dict[int, date] = {}
    for number, *moments in rows:
        for moment in filter(None, moments):
            found[number] = max(moment.date(), found.get(number, moment.date()))
    return found


def taken(session: Session, forum: str) -> set[Turn]:
    """The turns of this schedule that were taken."""
    return occurrences.taken(session, forum, [SCHEDULE])


def unsaid(session: Session, forum: str, person_id: int, rounds: Collection[int]) -> bool:
    """Whether the question about one of these rounds was held back, so that the round's own reminder asks it."""
    known = _UNSAID.known(session, forum) or {}
    held = known[person_id] if person_id in known else _held(session, forum, {person_id})[person_id]
    return not held.isdisjoint(rounds)


# In these states the question was put, by a message of its own or with the round's.
_PUT = (State.PENDING, State.SENDING, State.SENT, State.UNKNOWN, State.HELD)


def standing(session: Session, forum: str, person_ids: Collection[int], *, day: date) -> list[Owed]:
    """What is still owed of that about which these people were asked, as far as nothing came from them since: silence
    means yes, so whoever says anything is asked no more."""
    rows = session.scalars(
        select(OutgoingMessage).where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.kind == KIND,
            OutgoingMessage.person_id.in_(sorted(person_ids)),
            OutgoingMessage.state.in_(_PUT),
        )
    ).all()
    known = contacts.of(session, forum, [session.get_one(Person, row.person_id) for row in rows])
    asked: dict[int, set[int]] = {}
    for row in rows:
        last = known[row.person_id or 0].heard_at
        if last is None or last < row.decided_at:
            asked.setdefault(row.person_id or 0, set()).update(row.values["rounds"])
    owed = awaited.of_people(session, forum, asked.keys(), day=day) if asked else []
    return [one for one in owed if any(one.asks(number) and one.round.id in its for number, its in asked.items())]


def gather(session: Session, forum: str, person_ids: Collection[int]) -> None:
    """The same of all these people, in one question, for whoever sends: nothing is held back meanwhile."""
    _UNSAID.remember(session, forum, _held(session, forum, person_ids))


# By person, the rounds about which the question was held back.
_UNSAID = Once[dict[int, set[int]]]()


def _held(session: Session, forum: str, person_ids: Collection[int]) -> dict[int, set[int]]:
    rows = session.scalars(
        select(OutgoingMessage).where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.kind == KIND,
            OutgoingMessage.person_id.in_(sorted(person_ids)),
            OutgoingMessage.state == State.HELD,
        )
    )
    found: dict[int, set[int]] = {number: set() for number in person_ids}
    for row in rows:
        found[row.person_id or 0] |= set(row.values["rounds"])
    return found


def propose(session: Session, person: Person, *, name: str, email: str, at: At) -> None:
    """Somebody else answers in this person's place: those who run the forum are asked to put it into the roster, which
    alone says who does."""
    journal.note(
        session,
        person.forum,
        at=at.now,
        actor=f"person:{person.id}",
        side="forum",
        action="successor.proposed",
        noun="person",
        noun_id=person.id,
    )
    for coordinator in people.coordinators(session, person.forum, day=at.day):
        outbox.put(
            session,
            person.forum,
            to=outbox.To(person_id=coordinator.id),
            kind=OTHER,
            values={"person": person.id, "name": name, "email": email},
            dedupe=f"{OTHER}/{person.id}/{at.now.isoformat()}/{coordinator.id}",
            now=at.now,
        )
