"""Traces: what was written over is not to be read in the files of a SQLite memory any more, once that was asked for."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from forum.store import traces
from tests.forum.store.notes import keep, note, notes

SECRET = "Slepenais iemesls. "


def left(folder: Path) -> list[str]:
    return [one.name for one in sorted(folder.iterdir()) if SECRET.encode() in one.read_bytes()]


def erase(session: Session) -> None:
    session.execute(note.update().values(words="-"))
    traces.wipe(session)


def test_what_was_written_over_is_gone_and_a_reader_in_the_way_only_puts_it_off(tmp_path: Path) -> None:
    with notes(f"sqlite:///{tmp_path}/memory") as store:
        assert store.do_now(lambda session: session.execute(text("PRAGMA secure_delete")).scalar()) == 1
        store.do_now(keep, SECRET * 2000)  # on pages of its own
        with closing(sqlite3.connect(tmp_path / "memory", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            assert reader.execute("SELECT count(*) FROM note").fetchall() == [(1,)]
            store.do_now(erase)
            store.do_now(keep, "Pēc tam.")
            assert left(tmp_path) == ["memory-wal"]
        store.do_now(keep, "Un vēl.")
        store.do_now(lambda _: None)  # what comes after a commit came before this
        assert left(tmp_path) == []
