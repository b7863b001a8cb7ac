"""How units of work are committed: each in a transaction of its own, or several sharing one commit."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from forum.store import sqlite, traces
from forum.store.engines import Engines
from forum.store.errors import OutcomeUnknown, StoreUnavailable
from forum.store.order import Batch
from forum.store.troubles import named
from forum.store.units import Unit, UnitSession

# A commit is not put off longer than this for the sake of the next unit, so that few units share one's trouble.
SHARED_SECONDS = 0.25
# So many share one at most; about eight already save most of the waiting for the disk.
SHARED_AT_ONCE = 32


class Alone:
    """One unit, one transaction: all reading, and writing on PostgreSQL. Without ``keep`` nothing is committed."""

    def __init__(self, engines: Engines, engine: Engine, *, keep: bool) -> None:
        self._engines, self._engine, self._keep = engines, engine, keep

    def __call__(self, batch: Batch) -> None:
        unit = batch.first
        if unit.given_up():
            return
        try:
            unit.succeed(self._do(unit))
        except BaseException as error:
            unit.fail(named(error))

    def _do(self, unit: Unit[Any]) -> Any:
        with self._engine.connect() as connection, self._stoppable(unit, connection):
            self._engines.prepare(connection)
            with UnitSession(connection, expire_on_commit=False) as session:
                value = unit.work(session)
                if self._keep:
                    _commit(unit, session)
                return value

    @contextmanager
    def _stoppable(self, unit: Unit[Any], connection: Connection) -> Iterator[None]:
        with self._engines.stopper(connection) as stop:
            unit.stop_with(stop)
            try:
                yield
            finally:
                unit.let_go()
                if unit.was_stopped:
                    connection.invalidate()


class Shared:
    """Waiting units in one transaction, each in its savepoint, so that one wait for the disk serves them all.

    A unit that fails takes back its own part alone. Only where SQLite itself takes back everything (a full
    disk, a write that was interrupted) do the others learn that nothing of theirs was kept either.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._wipes = False  # whether traces of what was written over are still to be wiped

    def __call__(self, batch: Batch) -> None:
        self._share(batch)
        if self._wipes:
            self._wipe()

    def _wipe(self) -> None:
        """A disk that refuses it now is asked again after the next commit."""
        with suppress(DBAPIError), self._engine.connect() as connection:
            self._wipes = not traces.wiped(sqlite.driver(connection))

    def _share(self, batch: Batch) -> None:
        """One commit for the first unit and those waiting that fit in; callers are told only after it."""
        unit, done = batch.first, list[tuple[Unit[Any], Any]]()
        if unit.given_up():
            return
        try:
            with self._engine.connect() as connection, connection.begin():
                until = time.monotonic() + SHARED_SECONDS
                self._try(unit, connection, done)
                while len(batch.units) < SHARED_AT_ONCE and time.monotonic() < until and (more := batch.more()):
                    unit = more
                    self._try(unit, connection, done)
        except BaseException as error:
            _fail_all([each for each, _ in done], error)
            unit.fail(named(error))  # where it began, or its part, was the trouble: no shared one
        else:
            for each, value in done:
                each.succeed(value)

    def _try(self, unit: Unit[Any], connection: Connection, done: list[tuple[Unit[Any], Any]]) -> None:
        if unit.given_up():
            return
        unit.stop_with(sqlite.driver(connection).interrupt)
        try:
            value, wipes = _in_savepoint(unit, connection)
            done.append((unit, value))
            self._wipes |= wipes
        except BaseException as error:
            unit.fail(named(error))
            if connection.invalidated:
                raise
        finally:
            unit.let_go()


def _in_savepoint(unit: Unit[Any], connection: Connection) -> tuple[Any, bool]:
    """What it answers, and whether its traces are to be wiped."""
    raw = sqlite.driver(connection)
    with UnitSession(connection, join_transaction_mode="create_savepoint", expire_on_commit=False) as session:
        try:
            value = unit.work(session)
            session.flush()
            unit.let_go()  # what follows belongs to the others too, and is short
            unit.settle()
        except BaseException:
            if not raw.in_transaction:  # the savepoint is gone, and all that shared the commit with it
                connection.invalidate()
            raise
        session.commit_unit()
        return value, traces.wiping(session)


def _fail_all(units: Sequence[Unit[Any]], error: BaseException) -> None:
    if len(units) == 1:
        units[0].fail(named(error))
    for unit in units:
        trouble = StoreUnavailable("the commit it shared with others failed")
        trouble.__cause__ = error
        unit.fail(trouble)


def _commit(unit: Unit[Any], session: UnitSession) -> None:
    session.flush()
    unit.settle()
    try:
        session.commit_unit()
    except DBAPIError as error:
        if error.connection_invalidated:
            raise OutcomeUnknown from error
        raise
