"""Once: an answer of the memory that many ask for is asked for once in a unit of work, and kept until it changes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from typing import Any, Generic, TypeVar

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session

from forum.store.base import Noun
from forum.store.units import UnitSession

T = TypeVar("T")

_KNOWN = "answers remembered"


class Once(Generic[T]):
    """Answers by what was asked, that follow from rows of these nouns alone. They are forgotten as soon as this unit of
    work adds, changes or deletes any such row; what others commit meanwhile is not seen."""

    def __init__(self, *nouns: type[Noun]) -> None:
        self.nouns = frozenset(nouns)

    def of(self, session: Session, asked: Hashable, ask: Callable[[], T]) -> T:
        """The answer, asked for where it is not known."""
        known = self._known(session)
        if asked not in known:
            known[asked] = ask()
        return known[asked]

    def known(self, session: Session, asked: Hashable) -> T | None:
        """The answer, where it is known."""
        return self._known(session).get(asked)

    def remember(self, session: Session, asked: Hashable, answer: T) -> None:
        """What came out with the answer to another question."""
        self._known(session)[asked] = answer

    def _known(self, session: Session) -> dict[Hashable, T]:
        if session.new or session.dirty or session.deleted:
            session.flush()  # as before any other question
        known: dict[Hashable, T] = session.info.setdefault(_KNOWN, {}).setdefault(self, {})
        return known


def _forget(session: Session, nouns: Collection[type[Any]]) -> None:
    known: dict[Once[Any], object] = session.info.get(_KNOWN, {})
    # A noun that is a kind of another is asked for with it.
    kinds = {kind for noun in nouns for kind in noun.__mro__}
    for one in [one for one in known if not one.nouns.isdisjoint(kinds)]:
        del known[one]


@event.listens_for(UnitSession, "before_flush")
def _flushed(session: Session, _: object, __: object) -> None:
    _forget(session, {type(row) for rows in (session.new, session.dirty, session.deleted) for row in rows})


@event.listens_for(UnitSession, "do_orm_execute")
def _changed_many(state: ORMExecuteState) -> None:
    """Rows that a statement changes, adds or removes."""
    if not state.is_select and state.bind_mapper is not None:
        _forget(state.session, [state.bind_mapper.class_])


@event.listens_for(UnitSession, "after_soft_rollback")
def _taken_back(session: Session, _: object) -> None:
    session.info.pop(_KNOWN, None)
