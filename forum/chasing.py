"""Chasing: what coordinators see of a round, body by body, and the nudges that they send with their own hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date, datetime, time

from sqlalchemy import select, true
from sqlalchemy.orm import Session

from forum import absences, nudges, occurrences, outbox
from forum.absences import Absence
from forum.awaited import Asking, Owed
from forum.nudges import Reminder
from forum.occurrences import Occurrence, Turn
from forum.outbox import OutgoingMessage
from forum.people import Institution, Person
from forum.plan import Measure, number_order
from forum.policies import Policy
from forum.resting import Rests
from forum.rounds import Obligation, Round, Voice

# The rung of a nudge that a coordinator asked for.
RUNG = "coordinator"


@dataclass(frozen=True)
class Body:
    """One body's share in a round: what is awaited of it, received from it, skipped by a coordinator's word, or was
    missed: no answer to it is taken any more."""

    institution: Institution
    awaited: list[Owed] = field(default_factory=list)
    received: list[Owed] = field(default_factory=list)
    skipped: list[Owed] = field(default_factory=list)
    missed: list[Owed] = field(default_factory=list)

    @property
    def people(self) -> list[Person]:
        """Whom to ask about what is awaited."""
        return list({person.id: person for one in self.awaited for person in one.askers}.values())

    @property
    def away(self) -> list[Absence]:
        """Who of it is away, and who stands in."""
        return absences.told([*self.awaited, *self.received, *self.missed])


def bodies(session: Session, one: Round, *, day: date, only: Collection[int] | None = None) -> list[Body]:
    """Every body of a round (of these, where any are named), those that are awaited first, each group in the plan's
    order."""
    found: dict[int, Body] = {}
    for owed in _shares(session, one, day=day, only=only):
        body = found.setdefault(owed.institution.id, Body(owed.institution))
        if owed.obligation.discharged_at is not None:
            body.received.append(owed)
        elif owed.obligation.skipped_at is not None:
            body.skipped.append(owed)
        elif owed.obligation.closed_in(one, day):
            body.missed.append(owed)
        else:
            body.awaited.append(owed)
    return sorted(found.values(), key=lambda body: not body.awaited)


def body(session: Session, one: Round, institution_id: int, *, day: date) -> Body | None:
    """One body's share in a round; None where it has none."""
    return next(iter(bodies(session, one, day=day, only=[institution_id])), None)


def _shares(session: Session, one: Round, *, day: date, only: Collection[int] | None) -> list[Owed]:
    rows = session.execute(
        select(Obligation, Measure, Institution)
        .join(Measure, Measure.id == Obligation.measure_id)
        .join(Institution, Institution.id == Obligation.institution_id)
        .where(
            Obligation.forum == one.forum,
            Obligation.round_id == one.id,
            Obligation.void_at.is_(None),
            Obligation.voice == Voice.INSTITUTION,
            true() if only is None else Obligation.institution_id.in_(only),
        )
    ).all()
    asking = Asking(session, one.forum, day=day, bodies=only)
    found = [
        Owed(duty, one, measure, body, asking.about(measure.id, body.id), asking.away(measure.id, body.id))
        for duty, measure, body in rows
    ]
    return sorted(found, key=lambda owed: (number_order(owed.measure.number), owed.obligation.id))


def reached(
    found: Iterable[Body], *, reachable: Set[int], rests: Rests, chosen: Set[int] | None = None
) -> dict[int, list[Owed]]:
    """Whom a nudge would reach, and about what: everyone awaited who can be written to and is not left alone; of the
    ``chosen`` bodies (by number) everyone who can be written to."""
    shares: dict[int, list[Owed]] = defaultdict(list)
    for body in found:
        if chosen is not None and body.institution.id not in chosen:
            continue
        for one in body.awaited:
            for person in one.askers:
                if person.id in reachable and not one.spared(rests.day):
                    shares[person.id].append(one)
    if chosen is not None:
        return dict(shares)
    return {number: share for number, share in shares.items() if not rests.of(number, share)}


@dataclass(frozen=True)
class Earlier:
    """The nudges that these people have had today already: to whom, and when the last of them went or goes out.
    ``nth``: the number that the next nudge by a coordinator's hand has today."""

    people: frozenset[int]
    at: datetime | None
    nth: int


def earlier(session: Session, one: Round, people: Iterable[int], *, day: date, policy: Policy) -> Earlier:
    """What went to these people today about this round, or waits to go, by the ladder or a coordinator."""
    begins = datetime.combine(day, time.min, policy.hours.zone)
    rows = session.scalars(
        select(OutgoingMessage).where(
            OutgoingMessage.forum == one.forum,
            OutgoingMessage.kind == nudges.KIND,
            OutgoingMessage.person_id.in_(people),
            OutgoingMessage.send_from >= begins,
            OutgoingMessage.state.not_in(outbox.NEVER_SENT),
        )
    )
    found = [row for row in rows if one.id in row.values.get("rounds", ())]
    turns = session.scalars(
        select(Occurrence.turn).where(
            Occurrence.forum == one.forum, Occurrence.schedule == _schedule(one), Occurrence.local_date == day
        )
    )
    return Earlier(
        people=frozenset(row.person_id for row in found if row.person_id is not None),
        at=max((row.sent_at or row.send_from for row in found), default=None),
        nth=max((int(turn) for turn in turns), default=0) + 1,
    )


def nudge(
    session: Session, one: Round, share: Mapping[int, list[Owed]], *, nth: int, now: datetime, policy: Policy
) -> list[int]:
    """Remind these people, at once or from the next office hour on; answers whom. ``nth``: the how-manieth time today,
    so that two coordinators who press at once send one nudge a person."""
    day = policy.day(now)
    turns = {Turn(_schedule(one), day, str(nth), person): person for person in share}
    taken = occurrences.take_all(session, one.forum, turns, now=now)
    won = [person for turn, person in turns.items() if turn in taken]
    reminders = [
        Reminder(
            tuple(nudges.facts(share[person], reachable={person}, rests=Rests(day), wishes={})),
            RUNG,
            f"nudge/{person}/{_schedule(one)}/{day}/{nth}",
        )
        for person in won
    ]
    nudges.put(session, one.forum, reminders, now=now, policy=policy)
    return won


def _schedule(one: Round) -> str:
    return f"asked/{one.id}"
