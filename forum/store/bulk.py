"""Many rows of one kind at once: what a list of thousands brings is kept without an object for each row."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

from sqlalchemy import JSON, Dialect, Table, event, func, inspect, select, text
from sqlalchemy.orm import Session

from forum.store import jsons, keyed
from forum.store.base import Moment, Noun
from forum.store.units import AFTERWARDS, UnitSession

# So many numbers are drawn at once by whoever makes rows one by one.
AHEAD = 32
# So many rows go in one run of a statement: each costs less, and on SQLite other threads get no turn between them.
TOGETHER = 20
_DRAWN = "numbers drawn"


def numbers(session: Session, noun: type[Noun], count: int) -> range | Sequence[int]:
    """The numbers (ids) of so many rows that are about to be inserted in this unit of work, rising."""
    noun, table = _root(noun), _table(noun)
    if _on_sqlite(session):
        # One connection writes, and SQLite itself numbers in no other way.
        session.flush()
        session.info.get(_DRAWN, {}).pop(noun, None)
        last = _last(session, table)
        return range(last + 1, last + 1 + count)
    drawn = text("SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)")
    return sorted(session.scalars(drawn, {"name": table.name, "count": count}))


def number(session: Session, noun: type[Noun]) -> int:
    """The number of one row that is about to be made in this unit of work. Every row of this noun must be numbered so:
    on SQLite they are counted on from the last one that was there."""
    drawn: dict[type[Noun], Iterator[int]] = session.info.setdefault(_DRAWN, {})
    noun = _root(noun)
    if noun not in drawn:
        drawn[noun] = _drawing(session, noun)
    return next(drawn[noun])


def _drawing(session: Session, noun: type[Noun]) -> Iterator[int]:
    if _on_sqlite(session):
        yield from itertools.count(_last(session, _table(noun)) + 1)
    while True:
        yield from numbers(session, noun, AHEAD)


@event.listens_for(UnitSession, "before_flush")
def _number_many(session: Session, _: object, __: object) -> None:
    """SQLite tells the numbers of new rows one by one; rows that come with their numbers it takes all at once."""
    if not _on_sqlite(session):
        return
    unnumbered: dict[type[Noun], list[Noun]] = {}
    for row in session.new:
        if isinstance(row, Noun) and inspect(row).dict.get("id") is None:
            unnumbered.setdefault(_root(type(row)), []).append(row)
    for noun, rows in unnumbered.items():
        if len(rows) > 1 or noun in session.info.get(_DRAWN, ()):
            for row in rows:
                row.id = number(session, noun)


@event.listens_for(UnitSession, "after_soft_rollback")
def _taken_back(session: Session, _: object) -> None:
    session.info.pop(AFTERWARDS, None)


def parts(numbers: Iterable[int], size: int = 1000) -> Iterator[list[int]]:
    """Numbers in parts that fit into one question: a database takes so many values at once, and no more."""
    left = list(numbers)
    for begin in range(0, len(left), size):
        yield left[begin : begin + size]


def insert(
    session: Session, noun: type[Noun], columns: Sequence[str], rows: Iterable[tuple[Any, ...]], /, **same: object
) -> None:
    """Insert rows of these columns; ``same`` are the columns that read alike in all of them. Days and codes are given
    as text, moments as datetimes, JSON as the objects they are."""
    _put(session, noun, columns, rows, same=same)


@dataclass(frozen=True)
class _Added:
    """Rows of these columns that wait to be inserted."""

    noun: type[Noun]
    columns: Sequence[str]
    rows: list[tuple[Any, ...]] = field(default_factory=list)

    def __call__(self, session: Session) -> None:
        insert(session, self.noun, self.columns, self.rows)


def add(session: Session, noun: type[Noun], /, **row: object) -> None:
    """Insert one row that nobody needs as an object: with all others of its kind, before anything is asked of the
    database, or the unit of work ends. Values as for ``insert``. No row of such a noun may be made as an object."""
    waiting: dict[object, _Added] = session.info.setdefault(AFTERWARDS, {})
    columns = tuple(row)
    added = waiting.get((noun, columns)) or waiting.setdefault((noun, columns), _Added(noun, columns))
    added.rows.append(tuple(row.values()))


def upsert(
    session: Session,
    noun: type[Noun],
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    /,
    *,
    key: Sequence[str],
    **same: object,
) -> None:
    """``insert``, but a row whose ``key`` (unique within the forum) is there already is written over."""
    sets = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in key)
    otherwise = f" ON CONFLICT ({', '.join(('forum', *key))}) DO UPDATE SET {sets}"
    _put(session, noun, columns, rows, same=same, otherwise=otherwise)


def _put(
    session: Session,
    noun: type[Noun],
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    /,
    *,
    same: Mapping[str, object],
    otherwise: str = "",
) -> None:
    table, connection = _table(noun), session.connection()
    alike = tuple(_same(table, same, connection.dialect))
    given = [(*row, *alike) for row in _turned(rows, _turns(table, columns, connection.dialect))]
    statement = partial(_statement, table, (*columns, *same), connection.dialect)
    for several, values in _together(given, TOGETHER):
        connection.exec_driver_sql(statement(several) + otherwise, values)
    if given:
        keyed.forget(session, noun)


def _together(given: Sequence[tuple[Any, ...]], several: int) -> Iterator[tuple[int, list[tuple[Any, ...]]]]:
    """Rows as a statement takes them: so many in each of its runs, and those left over one by one."""
    whole = len(given) - len(given) % several
    if whole:
        parts = (given[begin : begin + several] for begin in range(0, whole, several))
        yield several, [tuple(itertools.chain.from_iterable(part)) for part in parts]
    if whole < len(given):
        yield 1, list(given[whole:])


def _turned(
    rows: Iterable[Sequence[Any]], turns: Sequence[tuple[int, Callable[[Any], Any]]]
) -> Iterable[Sequence[Any]]:
    """The rows as the driver takes them; turned column by column, which is sooner done than row by row."""
    if not turns:
        return rows
    made: list[Sequence[Any]] = list(zip(*rows, strict=True))
    if made:
        for place, turn in turns:
            made[place] = list(map(turn, made[place]))
    return zip(*made, strict=True)


def _turns(table: Table, columns: Sequence[str], dialect: Dialect) -> list[tuple[int, Callable[[Any], Any]]]:
    found = ((place, _turn(table, name, dialect)) for place, name in enumerate(columns))
    return [(place, turn) for place, turn in found if turn is not None]


def _turn(table: Table, name: str, dialect: Dialect) -> Callable[[Any], Any] | None:
    """What turns such a value into the driver's; days and codes it takes as the text they are."""
    kind = table.c[name].type
    if isinstance(kind, JSON):
        return jsons.dumps
    return kind.dialect_impl(dialect).bind_processor(dialect) if isinstance(kind, Moment) else None


def _same(table: Table, same: Mapping[str, object], dialect: Dialect) -> Iterable[object]:
    for name, value in same.items():
        turn = _turn(table, name, dialect)
        yield turn(value) if turn else value


def _statement(table: Table, columns: Sequence[str], dialect: Dialect, several: int) -> str:
    quoted = dialect.identifier_preparer
    names = ", ".join(quoted.quote(name) for name in columns)
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    marks = ", ".join([mark] * len(columns))
    rows = ", ".join([f"({marks})"] * several)
    return f"INSERT INTO {quoted.format_table(table)} ({names}) VALUES {rows}"  # noqa: S608 - names of our own


def _on_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _last(session: Session, table: Table) -> int:
    return session.connection().scalar(select(func.max(table.c.id))) or 0


def _root(noun: type[Noun]) -> type[Noun]:
    """Of nouns that share a table, the one whose table it is: they share its numbers, too."""
    root: type[Noun] = inspect(noun).base_mapper.class_
    return root


def _table(noun: type[Noun]) -> Table:
    return cast("Table", noun.__table__)
