"""Order: which unit that waits for a lane is done next, so that what presses does not wait behind what does not."""

from __future__ import annotations

import enum
import threading
import time
from collections import deque
from typing import Any

from forum.store.units import Unit


class Rank(enum.IntEnum):
    """How much somebody outside waits for it: ``FIRST``, it has happened outside already, and is in doubt until it is
    kept; ``USUAL``; ``PATIENT``, nobody waits for it."""

    FIRST = 0
    USUAL = 1
    PATIENT = 2


class Order:
    """The waiting units of one lane. Of each rank the one that waits longest comes next, and what presses before what
    is patient; but that gets half of the lane's time, so that it comes to its end however much presses."""

    def __init__(self) -> None:
        self._waiting: dict[Rank, deque[Unit[Any]]] = {rank: deque() for rank in Rank}
        self._some = threading.Condition()
        self._ended = False
        # Seconds that the patient ones have had more than those that press, while both were there.
        self._ahead = 0.0

    def put(self, unit: Unit[Any], rank: Rank) -> None:
        with self._some:
            self._waiting[rank].append(unit)
            self._some.notify()

    def end(self) -> None:
        """Nothing more will come."""
        with self._some:
            self._ended = True
            self._some.notify_all()

    def take(self) -> Batch | None:
        """The next, with those that may share its commit behind it; waits until there is one. None: the end."""
        with self._some:
            while not self._here(patient=True) and not self._here(patient=False):
                if self._ended:
                    return None
                self._some.wait()
            patient = not self._here(patient=False) or (self._here(patient=True) and self._ahead < 0)
            unit = self._next(patient=patient)
            return Batch(self, unit, patient=patient, others=sum(len(self._waiting[rank]) for rank in _ranks(patient)))

    def more(self, *, patient: bool) -> Unit[Any] | None:
        """Another of that kind, if there is one and it does not hold up one that presses."""
        with self._some:
            may = self._here(patient=patient) and not (patient and self._here(patient=False))
            return self._next(patient=patient) if may else None

    def took(self, seconds: float, *, patient: bool) -> None:
        """So long the lane was at one of that kind."""
        with self._some:
            if patient:
                self._ahead = max(self._ahead, 0.0) + seconds
            else:
                self._ahead = self._ahead - seconds if self._here(patient=True) else 0.0

    def _next(self, *, patient: bool) -> Unit[Any]:
        return next(self._waiting[rank].popleft() for rank in _ranks(patient) if self._waiting[rank])

    def _here(self, *, patient: bool) -> bool:
        return any(self._waiting[rank] for rank in _ranks(patient))


def _ranks(patient: bool) -> tuple[Rank, ...]:
    return (Rank.PATIENT,) if patient else (Rank.FIRST, Rank.USUAL)


class Batch:
    """Units that are done together: the first that was taken, and those that come to share its commit, at most as many
    as waited then: whoever comes later holds up nobody's commit."""

    def __init__(self, order: Order, first: Unit[Any], *, patient: bool, others: int) -> None:
        self._order, self.patient, self._most = order, patient, 1 + others
        self._begun = time.monotonic()
        self.first, self.units = first, [first]

    def more(self) -> Unit[Any] | None:
        """Another one, to be done with these; None: there is none, or others are to come first."""
        unit = self._order.more(patient=self.patient) if len(self.units) < self._most else None
        if unit is not None:
            self.units.append(unit)
        return unit

    def close(self) -> None:
        """They are done."""
        self._order.took(time.monotonic() - self._begun, patient=self.patient)
