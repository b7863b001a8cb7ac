"""What a database's own errors mean to the forum: passing, or refused for good."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError

from forum.store.errors import StoreUnavailable, WriteRefused

# SQLite's primary result codes: https://sqlite.org/rescode.html
SQLITE_PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_INTERRUPT,
}
# PostgreSQL's classes and codes: connection, resources, deadlock or serialization, cancelled or shutting down.
POSTGRES_PASSING = ("08", "53", "40", "57")
POSTGRES_READ_ONLY = "25006"


def named(error: BaseException) -> BaseException:
    """The forum's name for a database's error, with the driver's as its cause; other errors as they are."""
    if not isinstance(error, DBAPIError):
        return error
    name = _name(error)
    if name is None:
        return error
    trouble = name(str(error.orig).splitlines()[0] if str(error.orig) else "")
    trouble.__cause__ = error
    return trouble


def _name(error: DBAPIError) -> type[StoreUnavailable | WriteRefused] | None:
    cause = error.orig
    if error.connection_invalidated:
        return StoreUnavailable
    if not isinstance(cause, sqlite3.Error):
        return _postgres_name(cause)
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF  # the low byte is the primary code
    if code == sqlite3.SQLITE_READONLY:
        return WriteRefused
    return StoreUnavailable if code in SQLITE_PASSING else None


def _postgres_name(cause: BaseException | None) -> type[StoreUnavailable | WriteRefused] | None:
    import psycopg  # here, as most forums have one file and no server

    if not isinstance(cause, psycopg.Error):
        return None
    if cause.sqlstate == POSTGRES_READ_ONLY:
        return WriteRefused
    if cause.sqlstate is None:  # not the server's word: the connection was refused, lost or closed
        return StoreUnavailable if isinstance(cause, psycopg.OperationalError) else None
    return StoreUnavailable if cause.sqlstate.startswith(POSTGRES_PASSING) else None
