"""Handover: whoever stands in another's row of the roster now is told once what passed on to them, by the reminder that
is due that day where there is one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import enrolment, nudges, occurrences, outbox
from forum.awaited import Asking
from forum.occurrences import Turn
from forum.outbox import OutgoingMessage, State
from forum.people import Person
from forum.plan import Measure, number_order
from forum.policies import Policy
from forum.replies import Manner, Reply, ReplyVersion
from forum.rounds import Obligation, Voice

KIND = "handover"


@dataclass(frozen=True)
class Passed:
    """A measure that passed on, with what its body said of it last, in any round (None: nothing yet)."""

    measure: Measure
    obligation: Obligation | None
    version: ReplyVersion | None


def tick(session: Session, forum: str, *, now: datetime, policy: Policy) -> None:
    """Tell all successors who can be reached by now and have not been told."""
    day = policy.day(now)
    here = {number: person for number, person in untold(session, forum).items() if person.serves_on(day)}
    ways = enrolment.ways(session, forum, people=here.keys()) if here else {}
    for number in sorted(ways):
        if measures(session, here[number], day=day):
            occurrences.take(session, forum, Turn(_schedule(number), day, "told", number), now=now)
            _tell(session, here[number], now=now, policy=policy)


def untold(session: Session, forum: str) -> dict[int, Person]:
    """Who stands in another's row, and has not been told what passed on to them; by number."""
    rows = session.scalars(
        select(Person).where(Person.forum == forum, Person.predecessor_id.is_not(None), Person.gone_at.is_(None))
    ).all()
    told = occurrences.taken(session, forum, [_schedule(person.id) for person in rows]) if rows else set()
    members = {turn.member for turn in told}
    return {person.id: person for person in rows if person.id not in members}


def _tell(session: Session, person: Person, *, now: datetime, policy: Policy) -> None:
    waiting = session.scalars(
        select(OutgoingMessage).where(
            OutgoingMessage.forum == person.forum,
            OutgoingMessage.person_id == person.id,
            OutgoingMessage.kind == nudges.KIND,
            OutgoingMessage.state == State.PENDING,
        )
    ).first()
    if waiting is not None:
        waiting.values = {**waiting.values, KIND: True}
        return
    outbox.put(
        session,
        person.forum,
        to=outbox.To(person_id=person.id),
        kind=KIND,
        dedupe=f"{KIND}/{person.id}",
        now=now,
        send_from=policy.hours.next_open(now, policy.workdays),
    )


def _schedule(person_id: int) -> str:
    return f"{KIND}/{person_id}"


def measures(session: Session, person: Person, *, day: date) -> list[Measure]:
    """What this person is asked about, whenever a round asks, by number."""
    if person.institution_id is None:
        return []
    rows = session.scalars(
        select(Measure)
        .join(Obligation, Obligation.measure_id == Measure.id)
        .where(
            Obligation.forum == person.forum,
            Obligation.institution_id == person.institution_id,
            Obligation.void_at.is_(None),
            Obligation.voice == Voice.INSTITUTION,
            Measure.gone_at.is_(None),
        )
        .distinct()
    )
    asking = Asking(session, person.forum, day=day, bodies=[person.institution_id])
    mine = [row for row in rows if person in asking.about(row.id, person.institution_id)]
    return sorted(mine, key=lambda row: number_order(row.number))


def passed(session: Session, person: Person, *, day: date) -> list[Passed]:
    """What passed on to this person."""
    mine = measures(session, person, day=day)
    last = _last_said(session, person, [row.id for row in mine])
    return [Passed(row, *last.get(row.id, (None, None))) for row in mine]


def _last_said(
    session: Session, person: Person, numbers: Collection[int]
) -> dict[int, tuple[Obligation, ReplyVersion]]:
    """The newest answer of the person's body about each measure that counts."""
    rows = session.execute(
        select(Obligation, ReplyVersion)
        .join(Reply, Reply.obligation_id == Obligation.id)
        .join(ReplyVersion, (ReplyVersion.reply_id == Reply.id) & (ReplyVersion.version == Reply.version))
        .where(
            Obligation.forum == person.forum,
            Obligation.institution_id == person.institution_id,
            Obligation.measure_id.in_(numbers),
            Obligation.voice == Voice.INSTITUTION,
            ReplyVersion.manner != Manner.WITHDRAWN,
        )
        .order_by(ReplyVersion.id)
    )
    return {duty.measure_id: (duty, version) for duty, version in rows}
