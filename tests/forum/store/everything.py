"""Everything: two rows in every table, with a value of each column's kind and a link wherever one fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Enum,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Time,
    UniqueConstraint,
    delete,
    insert,
    inspect,
    update,
)
from sqlalchemy.orm import Session

from forum.store import migrate
from forum.store.base import Moment

FORUM = "ogp"
# Where a row may hold one thing or another, and not both.
EMPTY = {("responsibility", "person_id")}
MOMENT = datetime(2021, 1, 18, 8, 42, tzinfo=UTC)


def tables() -> list[Table]:
    """All tables, those linked to first."""
    return list(migrate.metadata().sorted_tables)


def names(session: Session) -> set[str]:
    """The tables as the database itself names them; that of the layout's number left out."""
    return set(inspect(session.connection()).get_table_names()) - {"alembic_version"}


def fill(session: Session) -> None:
    """Two rows a table; one in that of the forums, to which all others belong."""
    for table in tables():
        numbers = (1,) if table.name == "forum" else (1, 2)
        for number in numbers:
            session.execute(insert(table).values({column.name: _value(column, number) for column in table.c}))


def spoil(session: Session) -> None:
    """Change one cell in each table, or, where all its cells tell rows apart, take a row away."""
    for table in reversed(tables()):
        plain = [column for column in table.c if column.name not in _telling(table)]
        first, *more = table.primary_key
        if plain:
            changed = {plain[-1].name: _other(plain[-1])}
            session.execute(update(table).where(first == _value(first, 1)).values(changed))
        else:
            session.execute(delete(table).where((more or [first])[-1] == _value((more or [first])[-1], 2)))


def _value(column: Column[Any], number: int) -> Any:
    if column.name == "forum" or (column.table.name == "forum" and column.primary_key):
        return FORUM
    if (column.table.name, column.name) in EMPTY:
        return None
    if any(key.column.table is column.table for key in column.foreign_keys):
        # A row that links to the one before it: what it links to must be there first.
        return 1 if number == 2 else None
    if column.foreign_keys or column.name == "id":
        return number
    return _plain(column, number)


# By a column's kind, what the row of this number holds.
PLAIN: Sequence[tuple[type[Any], Callable[[Any, int], Any]]] = (
    (Enum, lambda kind, number: (choices := list(kind.enum_class or kind.enums))[(number - 1) % len(choices)]),
    (Boolean, lambda _, number: number == 1),
    (JSON, lambda kind, number: [f"ā{number}"] if kind.python_type is list else {"nested": [number, None, "ā"]}),
    (LargeBinary, lambda _, number: bytes([0, 255, number])),
    (Date, lambda _, number: date(2021, 1, number)),
    (Moment, lambda _, number: MOMENT.replace(minute=number)),
    (Time, lambda _, number: time(8, number)),
    (String, lambda kind, number: f"{number} «ā»"[: kind.length]),
)


def _plain(column: Column[Any], number: int) -> Any:
    return next((make(column.type, number) for kind, make in PLAIN if isinstance(column.type, kind)), number)


def _telling(table: Table) -> set[str]:
    """The columns that link a row to others or tell it from them."""
    unique = [one for one in table.constraints if isinstance(one, UniqueConstraint | PrimaryKeyConstraint)]
    told = {column.name for one in (*unique, *(one for one in table.indexes if one.unique)) for column in one.columns}
    return told | {element.parent.name for each in table.foreign_key_constraints for element in each.elements}


def _other(column: Column[Any]) -> Any:
    return _plain(column, 2 if isinstance(column.type, Enum) else 7)
