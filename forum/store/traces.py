"""Traces: what a unit of work writes over is not to be readable in the database's own files either."""

from __future__ import annotations

import sqlite3

from sqlalchemy.orm import Session

_WIPE = "no trace is to stay"
# A reader who is in the way is waited for this long; then it is tried again after the next commit.
_PATIENCE_MS = 250


def wipe(session: Session) -> None:
    """Once this unit is kept, nothing of what it wrote over is to be left in the files of SQLite. PostgreSQL's server
    sees to its own files by itself, when it vacuums."""
    session.info[_WIPE] = True


def wiping(session: Session) -> bool:
    """Whether this unit asked for it."""
    return bool(session.info.get(_WIPE))


def wiped(raw: sqlite3.Connection) -> bool:
    """Have the log of writes moved into the file, where whatever is written over is made zeros
    (``PRAGMA secure_delete``), and cut to nothing; False where that was not possible now.
    https://www.sqlite.org/pragma.html#pragma_wal_checkpoint"""
    (before,) = raw.execute("PRAGMA busy_timeout").fetchone()
    raw.execute(f"PRAGMA busy_timeout={_PATIENCE_MS}")
    try:
        (busy, _, _) = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error:
        return False
    finally:
        raw.execute(f"PRAGMA busy_timeout={before}")
    return not busy
