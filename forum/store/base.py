"""What every noun in the forum's memory has in common: a number, its forum, moments in UTC, named constraints."""

from __future__ import annotations

import enum
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    Date,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

# Named, so that a migration can speak of a constraint on either database.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

Number = BigInteger().with_variant(Integer(), "sqlite")  # SQLite numbers rows itself only in an INTEGER key
Values = dict[str, Any]


class Moment(TypeDecorator[datetime]):
    """An instant, always aware and in UTC on our side; SQLite keeps it without a zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be kept")
        at = value.astimezone(UTC)
        return at.replace(tzinfo=None) if dialect.name == "sqlite" else at

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False, repr=False):
    """The root of all nouns."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        int: Number,
        date: Date(),
        datetime: Moment(),
        Values: JSON(),
        list[str]: JSON(),
        list[Values]: JSON(),
        enum.StrEnum: Enum(
            enum.StrEnum,
            native_enum=False,
            length=24,
            values_callable=lambda kind: [word.value for word in kind],
        ),
    }


class Noun(Base):
    """A row of one forum. Every key other than the bare number begins with the forum, so that no link, lookup or
    uniqueness reaches from one forum into another."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=True, init=False)
    forum: Mapped[str] = mapped_column(String(40), ForeignKey("forum.key"), sort_order=-1)


def unique(*columns: str) -> UniqueConstraint:
    """A key within one forum."""
    return UniqueConstraint("forum", *columns)


def link(column: str, table: str) -> ForeignKeyConstraint:
    """A link to another noun of the same forum."""
    return ForeignKeyConstraint(["forum", column], [f"{table}.forum", f"{table}.id"])


def linked() -> UniqueConstraint:
    """The key that makes a noun a possible target of ``link``."""
    return unique("id")
