"""A unit of work: one thing asked of the forum's memory, which happens wholly or not at all."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sqlalchemy import event
from sqlalchemy.orm import Session

from forum.store import queueing
from forum.store.errors import CommitInside, TookTooLong

T = TypeVar("T")


@dataclass
class Moving:
    """When a lane last came to the end of a unit by itself (by the machine's monotonic clock)."""

    at: float = field(default_factory=time.monotonic)


class Unit(Generic[T]):
    """One unit on its way through the door; ``seconds`` of real time until it is given up.

    They are counted from the call, or from when its lane last moved: behind many others it is only late, behind one
    that hangs it is given up together with that.

    The worker and the watchdog both may end it: whoever is first decides. Once the worker called ``settle``
    the watchdog can no longer say that nothing was kept.
    """

    def __init__(self, work: Callable[[Session], T], *, seconds: float) -> None:
        self.work = work
        self.lane = Moving()
        self._seconds, self._called = seconds, time.monotonic()
        self._ends: float | None = None
        self.answer: Future[T] = Future()
        self.answer.set_running_or_notify_cancel()  # nobody can cancel it: a unit ends, or never began
        self.was_stopped = False
        self._lock = threading.Lock()
        self._settling = False
        self._stop: Callable[[], None] | None = None
        self._queueing = queueing.MINE.get()
        self._queued = False

    @property
    def deadline(self) -> float:
        """When it is given up. Once it has begun, what others do meanwhile gives it no more time."""
        return self._ends or max(self._called, self.lane.at) + self._seconds

    def given_up(self) -> bool:
        """Whether the watchdog ended it already."""
        return self.answer.done()

    def queue(self, lane: Moving) -> None:
        """It waits its turn in this lane from here on."""
        self.lane, self._queued = lane, True
        if self._queueing is not None:
            self._queueing.join()

    def stop_with(self, stop: Callable[[], None]) -> None:
        """From here on ``stop`` frees the worker's thread, should the unit take too long."""
        with self._lock:
            self._ends = self._ends or self.deadline
            self._stop = stop
            self._leave()

    def let_go(self) -> None:
        """After this ``stop`` is never called again: the connection belongs to the next unit."""
        with self._lock:
            self._stop = None

    def settle(self) -> None:
        """Take the outcome into the worker's hands, just before the commit; refused where it was given up."""
        with self._lock:
            if self.answer.done():
                raise TookTooLong
            self._settling = True

    def succeed(self, value: T) -> None:
        with self._lock:
            if not self.answer.done():
                self.lane.at = time.monotonic()
                self._leave()
                self.answer.set_result(value)

    def fail(self, error: BaseException) -> None:
        with self._lock:
            if not self.answer.done():
                self.lane.at = time.monotonic()
                self._leave()
                self.answer.set_exception(error)

    def give_up(self) -> None:
        """The time is over: tell the caller, unless it is being committed, and free the thread."""
        with self._lock:
            self._leave()
            if not self._settling and not self.answer.done():
                self.answer.set_exception(TookTooLong())
            if self._stop is not None:
                self.was_stopped = True
                self._stop()

    def _leave(self) -> None:
        """It waits its turn no more; called under the lock."""
        if self._queued and self._queueing is not None:
            self._queueing.leave()
        self._queued = False


# What is still to be written once the session's own rows are, by what it is.
AFTERWARDS = "written afterwards"


class UnitSession(Session):
    """A session that only the door commits; what it loaded stays readable afterwards."""

    def flush(self, objects: Sequence[Any] | None = None) -> None:
        """Write what was changed so far: before each question, and at the end."""
        super().flush(objects)
        afterwards: dict[Hashable, Callable[[Session], None]] = self.info.pop(AFTERWARDS, {})
        for write in afterwards.values():
            write(self)

    def commit_unit(self) -> None:
        self.info["leaving"] = True
        self.commit()


@event.listens_for(UnitSession, "before_commit")
def _only_the_door_commits(session: Session) -> None:
    if not session.in_nested_transaction() and not session.info.get("leaving"):
        raise CommitInside
