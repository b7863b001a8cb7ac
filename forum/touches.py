"""Touches: which facts that deciding depends on were changed, kept with the change until the next tick has looked."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Index, delete, event, insert, inspect
from sqlalchemy.orm import Mapped, Session
from sqlalchemy.orm.base import PASSIVE_NO_INITIALIZE

from forum.enrolment import Address
from forum.forums import Forum
from forum.helping import HelpRequest
from forum.meetings import Attendance, Meeting
from forum.people import Person
from forum.plan import Measure, Responsibility
from forum.preferences import Preference
from forum.recommendations import Recommendation
from forum.rounds import Obligation, Round
from forum.snoozes import Snooze
from forum.store.base import Base, Noun
from forum.store.units import UnitSession

# Whoever touches more than so many things at once touches everything.
MANY = 64
# Of more touched things than these, one by one, everything is looked at.
AT_ONCE = 1000


class Kind(enum.StrEnum):
    """What was touched; of ``everything`` the number is 0."""

    EVERYTHING = "everything"
    ROUND = "round"
    MEASURE = "measure"
    OBLIGATION = "obligation"
    PERSON = "person"
    BODY = "body"
    MEETING = "meeting"


Touched = tuple[Kind, int]


class Touch(Noun):
    """One thing that was touched. Rows are added by whoever changes facts, and taken out by the tick: nobody waits for
    anybody else's."""

    __tablename__ = "touch"
    __table_args__ = (Index("ix_touch_forum", "forum"),)

    kind: Mapped[Kind]
    number: Mapped[int]


@dataclass(frozen=True)
class News:
    """What was touched since the last tick: numbers by kind."""

    numbers: dict[Kind, set[int]] = field(default_factory=dict)

    def of(self, kind: Kind) -> list[int]:
        return sorted(self.numbers.get(kind, ()))

    @property
    def everything(self) -> bool:
        return Kind.EVERYTHING in self.numbers

    @property
    def of_meetings(self) -> bool:
        """Whether something was touched on which it depends who hears of a meeting."""
        return bool(self.numbers.keys() & {Kind.EVERYTHING, Kind.MEETING, Kind.PERSON, Kind.BODY})


def everything(session: Session, forum: str) -> None:
    """All is to be decided on anew at the next tick, a part at a time."""
    _keep(session, forum, {(Kind.EVERYTHING, 0)})


def take(session: Session, forum: str) -> News:
    """What was touched since this was asked last; what others keep meanwhile is there the next time."""
    numbers: dict[Kind, set[int]] = {}
    for kind, number in session.execute(delete(Touch).where(Touch.forum == forum).returning(Touch.kind, Touch.number)):
        numbers.setdefault(kind, set()).add(number)
    many = any(len(every) > AT_ONCE for every in numbers.values())
    return News({Kind.EVERYTHING: {0}} if many else numbers)


@contextmanager
def unwatched(session: Session) -> Iterator[None]:
    """Within it nothing is touched: whoever decides looks at what it changes by itself."""
    session.flush()
    session.info[_QUIET] = True
    try:
        yield
        session.flush()
    finally:
        del session.info[_QUIET]


_QUIET = "touches nothing"


def _person(row: Any) -> Iterator[Touched]:
    """The person, and the body that they belonged to before."""
    yield Kind.PERSON, row.id
    for before in inspect(row).attrs.institution_id.history.deleted or ():
        if before is not None:
            yield Kind.BODY, before


def _forum(row: Any) -> Iterator[Touched]:
    yield Kind.EVERYTHING, 0


def _by(kind: Kind, attribute: str) -> Callable[[Any], Iterator[Touched]]:
    def one(row: Any) -> Iterator[Touched]:
        yield kind, getattr(row, attribute)

    return one


# The attributes that deciding looks at, noun by noun, and what a change of them touches.
WATCHED: dict[type[Base], tuple[frozenset[str], Callable[[Any], Iterator[Touched]]]] = {
    Forum: (frozenset({"paused_at"}), _forum),
    Round: (
        frozenset({"due_on", "sign_by", "audience", "plan_id", "kind", "grace_until", "lock_on", "gone_at"}),
        _by(Kind.ROUND, "id"),
    ),
    Measure: (frozenset({"plan_id", "gone_at"}), _by(Kind.MEASURE, "id")),
    Recommendation: (frozenset({"plan_id", "gone_at", "decision"}), _by(Kind.MEASURE, "id")),
    Obligation: (frozenset({"due_on", "skipped_at", "discharged_at"}), _by(Kind.OBLIGATION, "id")),
    # Its rows come and go, and never change; a new or deleted row of any noun is a touch.
    Responsibility: (frozenset(), _by(Kind.MEASURE, "measure_id")),
    HelpRequest: (frozenset({"rests_until", "settled_at"}), _by(Kind.OBLIGATION, "obligation_id")),
    Person: (
        frozenset({"institution_id", "role", "from_on", "until_on", "away_until", "gone_at", "email", "channel"}),
        _person,
    ),
    Address: (frozenset({"state"}), _by(Kind.PERSON, "person_id")),
    Preference: (frozenset({"weekdays", "channel"}), _by(Kind.PERSON, "person_id")),
    Snooze: (frozenset({"until_on"}), _by(Kind.PERSON, "person_id")),
    Meeting: (
        frozenset({"starts_at", "ends_at", "place", "link", "state", "told", "gone_at"}),
        _by(Kind.MEETING, "id"),
    ),
    Attendance: (frozenset({"told_at", "answer"}), _by(Kind.MEETING, "meeting_id")),
}


@event.listens_for(UnitSession, "after_flush")
def _watch(session: UnitSession, _: object) -> None:
    """Whatever is changed through a session is seen here, so that no verb has to think of it."""
    if session.info.get(_QUIET):
        return
    found: dict[str, set[Touched]] = {}
    whole = [row for row in (*session.new, *session.deleted) if type(row) in WATCHED]
    for row in (*whole, *(one for one in session.dirty if type(one) in WATCHED and _changed(one))):
        _, touched = WATCHED[type(row)]
        found.setdefault(row.key if isinstance(row, Forum) else row.forum, set()).update(touched(row))
    for forum, every in found.items():
        _keep(session, forum, every)


def _changed(row: Any) -> bool:
    watched, _ = WATCHED[type(row)]
    state = inspect(row)
    return any(state.get_history(name, PASSIVE_NO_INITIALIZE).has_changes() for name in watched)


def _keep(session: Session, forum: str, found: Set[Touched]) -> None:
    every = found if len(found) <= MANY else {(Kind.EVERYTHING, 0)}
    rows = [{"forum": forum, "kind": kind, "number": number} for kind, number in sorted(every)]
    if rows:
        session.connection().execute(insert(Touch), rows)
