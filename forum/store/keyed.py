"""Keyed: rows found by a key are asked for once in a unit of work, alone or for many keys at once, and remembered."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from operator import attrgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import event, select
from sqlalchemy.orm import ORMExecuteState, Session, object_session

from forum.store.base import Noun
from forum.store.units import UnitSession

N = TypeVar("N", bound=Noun)
Asked = tuple[Any, ...]

# So many keys are asked for in one question.
AT_ONCE = 200
_KNOWN, _AT_HAND, _LOCKED = "rows by key", "rows at hand", "rows held"


class Key(Generic[N]):
    """One way to find rows of a noun: by these columns, within a forum. What was asked for is remembered until the unit
    of work ends; what this unit adds, changes and deletes is seen, kept or not. What others commit meanwhile is not:
    where that matters, ``hold`` what guards the rows, and ``forget``."""

    def __init__(self, noun: type[N], *columns: str) -> None:
        self.noun, self._columns = noun, columns
        self._of = attrgetter("forum", *columns)
        _KEYS.setdefault(noun, []).append(self)
        for name in columns:
            event.listen(getattr(noun, name), "set", _moved)

    def all(self, session: Session, forum: str, *values: Any) -> list[N]:
        """The rows of this key, in the order of their making."""
        asked = (forum, *values)
        known = self._known(session)
        if asked not in known:
            self._ask(session, [asked])
        rows, gone = known[asked], session.deleted
        return [row for row in rows if row not in gone] if gone else list(rows)

    def one(self, session: Session, forum: str, *values: Any) -> N | None:
        """The newest row of this key; None where there is none."""
        return next(iter(self.all(session, forum, *values)[-1:]), None)

    def gather(self, session: Session, forum: str, many: Iterable[Asked]) -> list[N]:
        """The rows of all these keys (each as a tuple); those not known yet are asked for in one question."""
        asked = list(dict.fromkeys((forum, *values) for values in many))
        known = self._known(session)
        self._ask(session, [one for one in asked if one not in known])
        return [row for one in asked for row in known[one]]

    def forget(self, session: Session, forum: str, *values: Any) -> None:
        """Ask anew, the next time: others may have changed these rows, or added some."""
        for row in self._known(session).pop((forum, *values), ()):
            session.expire(row)

    def added(self, session: Session, row: N) -> None:
        """A row that is new in this unit of work belongs to its key."""
        rows = self._known(session).get(self._of(row))
        if rows is not None:
            rows.append(row)

    def deleted(self, session: Session, row: N) -> None:
        rows = self._known(session).get(self._of(row), [])
        rows[:] = [one for one in rows if one is not row]

    def _known(self, session: Session) -> dict[Asked, list[N]]:
        known: dict[Asked, list[N]] = session.info.setdefault(_KNOWN, {}).setdefault(self, {})
        return known

    def _ask(self, session: Session, asked: list[Asked]) -> None:
        known = self._known(session)
        columns = [getattr(self.noun, name) for name in self._columns]
        for begin in range(0, len(asked), AT_ONCE):
            part = asked[begin : begin + AT_ONCE]
            # Column by column, which finds some that were not asked for: past whole keys SQLite takes no index.
            each = [
                column.in_(set(values)) for column, *values in zip(columns, *(one[1:] for one in part), strict=True)
            ]
            found = session.scalars(select(self.noun).where(self.noun.forum == part[0][0], *each)).all()
            wanted: dict[Asked, list[N]] = {one: [] for one in part}
            # Sorted here, for an order by number would lead SQLite past the index to all rows of the forum.
            for row in sorted(found, key=lambda row: row.id):
                if (key := self._of(row)) in wanted:
                    wanted[key].append(row)
            known.update(wanted)


_KEYS: dict[type[Noun], list[Key[Any]]] = {}


def load(session: Session, noun: type[N], numbers: Collection[int]) -> list[N]:
    """The rows of these numbers, in one question; ``session.get`` finds them at hand until the unit of work ends."""
    asked = sorted(set(numbers))
    rows: list[N] = []
    for begin in range(0, len(asked), AT_ONCE):
        rows += session.scalars(select(noun).where(noun.id.in_(asked[begin : begin + AT_ONCE])))
    session.info.setdefault(_AT_HAND, []).extend(rows)
    return rows


def hold(session: Session, rows: Iterable[N]) -> list[N]:
    """Nobody else changes these rows before this unit of work ends, and they are as whoever held them last left them.
    Answers those that were not held before; on SQLite, where one alone writes, all are held from the beginning."""
    held: set[Noun] = session.info.setdefault(_LOCKED, set())
    wanted = {row.id: row for row in rows if row not in held}
    if not wanted or session.get_bind().dialect.name == "sqlite":
        return []
    session.flush()
    noun = type(next(iter(wanted.values())))
    locked = select(noun).where(noun.id.in_(wanted)).order_by(noun.id).with_for_update()
    session.scalars(locked.execution_options(populate_existing=True)).all()
    held.update(wanted.values())
    return list(wanted.values())


def forget(session: Session, noun: type[Any]) -> None:
    """Rows of this noun were changed, added or removed past the session: ask for them anew."""
    known = session.info.get(_KNOWN, {})
    for key in _KEYS.get(noun, ()):
        known.pop(key, None)


def _moved(row: Noun, value: object, before: object, _: object) -> None:
    """A row goes to another key."""
    session = object_session(row)
    if session is not None and value != before:
        forget(session, type(row))


@event.listens_for(UnitSession, "transient_to_pending")
def _added(session: Session, row: Any) -> None:
    for key in _KEYS.get(type(row), ()):
        key.added(session, row)


@event.listens_for(UnitSession, "persistent_to_deleted")
def _deleted(session: Session, row: Any) -> None:
    for key in _KEYS.get(type(row), ()):
        key.deleted(session, row)


@event.listens_for(UnitSession, "do_orm_execute")
def _changed_many(state: ORMExecuteState) -> None:
    """Rows that a statement changes, adds or removes are not looked at one by one."""
    if not state.is_select and state.bind_mapper is not None:
        forget(state.session, state.bind_mapper.class_)


@event.listens_for(UnitSession, "after_soft_rollback")
def _taken_back(session: Session, _: object) -> None:
    session.info.pop(_KNOWN, None)
