"""Resting: who is left alone just now, because they asked for time or wait for help."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.awaited import Owed
from forum.helping import HelpRequest
from forum.people import Person
from forum.rounds import Obligation
from forum.snoozes import Snooze
from forum.store.once import Once


@dataclass(frozen=True)
class Rests:
    """Who rests on a ``day``. ``snoozes``: until which day, by person and round, those too that are over; ``helped``:
    the call for help, by obligation."""

    day: date
    snoozes: Mapping[tuple[int, int], date] = field(default_factory=dict)
    helped: Mapping[int, HelpRequest] = field(default_factory=dict)

    def until(self, person_id: int, round_id: int) -> date | None:
        """The day on which this person wants to hear of this round again; None: now."""
        found = self.snoozes.get((person_id, round_id))
        return found if found and found > self.day else None

    def one(self, person_id: int, owed: Owed) -> bool:
        """Whether nothing is to be said to this person about this obligation."""
        return self.until(person_id, owed.round.id) is not None or owed.obligation.id in self.helped

    def of(self, person_id: int, share: Iterable[Owed]) -> bool:
        """Whether nothing is to be said to this person about all of these."""
        return all(self.one(person_id, owed) for owed in share)


_RESTS = Once[Rests](Snooze, HelpRequest)


def rests(session: Session, forum: str, *, day: date, bodies: Collection[int] | None = None) -> Rests:
    """Who rests in this forum (of these bodies alone, where any are named) on this day; of the whole forum it is asked
    for once in a unit of work."""
    if bodies is None:
        return _RESTS.of(session, (forum, day), lambda: _rests(session, forum, day, None))
    return _rests(session, forum, day, bodies)


def _rests(session: Session, forum: str, day: date, bodies: Collection[int] | None) -> Rests:
    snoozes = select(Snooze).where(Snooze.forum == forum)
    helped = select(HelpRequest).where(
        HelpRequest.forum == forum, HelpRequest.settled_at.is_(None), HelpRequest.rests_until > day
    )
    if bodies is not None:
        snoozes = snoozes.join(Person, Person.id == Snooze.person_id).where(Person.institution_id.in_(bodies))
        helped = helped.join(Obligation, Obligation.id == HelpRequest.obligation_id).where(
            Obligation.institution_id.in_(bodies)
        )
    return Rests(
        day,
        {(row.person_id, row.round_id): row.until_on for row in session.scalars(snoozes)},
        {row.obligation_id: row for row in session.scalars(helped)},
    )
