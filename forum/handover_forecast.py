"""Handover forecast: which successors would be told what passed on to them, and on which day. Only looked at."""

from __future__ import annotations

from collections.abc import Collection, Set
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from forum import handover
from forum.awaited import Owed
from forum.foreseen import Coming, Foreseen, body_code
from forum.people import Person
from forum.plan import Measure, number_order


@dataclass
class HandoverWalk:
    """Goes from a moment on, day by day as the ticks go; ``untold``: who has not been told yet; ``ways``: who can be
    reached today (whoever cannot be is foreseen as if they could)."""

    session: Session
    untold: dict[int, Person]
    ways: Set[int]
    # What is known of each by now is asked once: what else they will answer for, each day's obligations say.
    known: dict[int, list[Measure]] = field(default_factory=dict)

    def told(self, day: date, owed: Collection[Owed], *, on: date, reminded: Set[int]) -> list[Coming]:
        """Whom the ticks of a day tell, by a message that goes ``on`` a day; nobody apart who is about to be
        ``reminded``, for the reminder says it."""
        found: list[Coming] = []
        for person in [one for one in self.untold.values() if one.serves_on(day)]:
            numbers = self._numbers(person, owed, day)
            if numbers:
                del self.untold[person.id]
                if person.id not in reminded:
                    found.append(Coming(day, self._foreseen(person, on, numbers), first=True))
        return found

    def _numbers(self, person: Person, owed: Collection[Owed], day: date) -> tuple[str, ...]:
        if person.id not in self.known:
            self.known[person.id] = handover.measures(self.session, person, day=day)
        rows = [*self.known[person.id], *(one.measure for one in owed if one.asks(person.id))]
        return tuple(sorted({row.number for row in rows}, key=number_order))

    def _foreseen(self, person: Person, on: date, numbers: tuple[str, ...]) -> Foreseen:
        return Foreseen(
            on=on,
            person=person.id,
            name=person.name,
            institution=body_code(self.session, person),
            rung=handover.KIND,
            numbers=numbers,
            reached=person.id in self.ways,
        )
