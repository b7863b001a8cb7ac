"""Backups: whole, made beside whoever writes, the same from either database, and laid out again in either."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from forum import forums, journal
from forum.evidence import Evidence, EvidenceContent, EvidenceKind
from forum.people import Institution, Side
from forum.store import migrate
from forum.store.backup import backup, check, differences, restore
from forum.store.door import Store
from forum.store.errors import BackupUnreadable, NotEmpty, NotMigrated, StoreUnavailable
from tests.databases import Databases, Files
from tests.forum.store import everything

NOW = datetime(2021, 1, 18, 8, 42, tzinfo=UTC)


def fill(session: Session) -> None:
    """Rows with every kind of value: moments, words, bytes, choices, and links to rows that come later."""
    migrate.metadata()  # every noun is known, as the service knows them
    forums.ensure(session, "ogp", now=NOW)
    bodies = [Institution(forum="ogp", code=code, name=f"{code} «ā»", side=Side.GOVERNMENT) for code in ("IUB", "FM")]
    session.add_all(bodies)
    session.flush()
    bodies[0].files_through_id = bodies[1].id
    for content in (b"\x00\xff", b"%PDF" * 1000):
        piece = Evidence(
            forum="ogp", kind=EvidenceKind.FILE, given_at=NOW, channel="telegram", address="1", fetched_at=NOW
        )
        session.add(piece)
        session.flush()
        session.add(EvidenceContent(forum="ogp", evidence_id=piece.id, content=content))
    for number in range(1_200):
        journal.note(
            session,
            "ogp",
            at=NOW,
            actor="workspace",
            side="workspace",
            action="tested",
            noun="institution",
            noun_id=number,
            after={"nested": {"list": [1, None, "ā"]}},
        )


@pytest.fixture
def filled(database_url: str) -> str:
    with Store.open(database_url) as store:
        store.do_now(fill)
    return database_url


@pytest.fixture(params=["sqlite", "postgresql"])
def elsewhere(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty place, in either database."""
    fixture = "sqlite_databases" if request.param == "sqlite" else "postgres_databases"
    databases: Databases = request.getfixturevalue(fixture)
    url = databases.empty()
    yield url
    databases.drop(url)


def test_every_row_comes_back_in_either_database(filled: str, elsewhere: str, tmp_path: Path) -> None:
    kept = backup(filled, tmp_path / "forum.backup", real=NOW)

    assert restore(tmp_path / "forum.backup", elsewhere) == kept
    assert differences(filled, elsewhere) == []
    assert (kept.made_at, kept.rows["journal_entry"], kept.rows["evidence_content"]) == (NOW, 1_200, 2)
    # and the place goes on numbering where it was
    with Store.open(elsewhere) as store:
        store.do_now(fill_more)
    assert differences(filled, elsewhere) == ["institution"]


def fill_more(session: Session) -> None:
    session.add(Institution(forum="ogp", code="VK", name="VK", side=Side.GOVERNMENT))


def test_a_drill_compares_every_row_of_every_table_and_can_fail(
    database_url: str, elsewhere: str, tmp_path: Path
) -> None:
    """The tables are those that the database names itself: none is left out of the copy, nor of the comparison."""
    with Store.open(database_url) as store:
        store.do_now(everything.fill)
        there = store.read_now(everything.names)
    kept = backup(database_url, tmp_path / "forum.backup", real=NOW)
    assert {name: count for name, count in kept.rows.items() if count != 2} == {"forum": 1}
    assert kept.rows.keys() == there
    restore(tmp_path / "forum.backup", elsewhere)
    assert differences(database_url, elsewhere) == []

    with Store.open(elsewhere) as store:
        store.do_now(everything.spoil)
    assert set(differences(database_url, elsewhere)) == there


def test_a_difference_in_one_cell_is_seen(filled: str, elsewhere: str, tmp_path: Path) -> None:
    backup(filled, tmp_path / "forum.backup", real=NOW)
    restore(tmp_path / "forum.backup", elsewhere)

    with Store.open(elsewhere) as store:
        store.do_now(lambda session: session.execute(text("UPDATE evidence SET size = 1 WHERE id = 2")))

    assert differences(filled, elsewhere) == ["evidence"]


def test_it_is_made_while_another_writes(filled: str, tmp_path: Path) -> None:
    with Store.open(filled) as store:
        store.do_now(fill_more)
        kept = backup(filled, tmp_path / "forum.backup", real=NOW)
        store.do_now(lambda session: session.add(Institution(forum="ogp", code="TM", name="TM", side=Side.GOVERNMENT)))

    assert kept.rows["institution"] == 3


def test_a_file_is_the_owners_alone_and_nothing_else_is_left(filled: str, tmp_path: Path) -> None:
    (tmp_path / "forum.backup").write_text("an older one")

    kept = backup(filled, tmp_path / "forum.backup", real=NOW)

    assert [path.name for path in tmp_path.iterdir()] == ["forum.backup"]
    assert (tmp_path / "forum.backup").stat().st_mode & 0o777 == 0o600
    assert check(tmp_path / "forum.backup") == kept


def test_what_is_there_is_never_written_over(filled: str, tmp_path: Path) -> None:
    backup(filled, tmp_path / "forum.backup", real=NOW)

    with pytest.raises(NotEmpty, match=r"\(forum\)"):
        restore(tmp_path / "forum.backup", filled)


@pytest.mark.parametrize("damage", ["cut", "changed", "other", "missing"])
def test_a_broken_backup_is_named_and_nothing_is_laid_out(damage: str, sqlite_databases: Files, tmp_path: Path) -> None:
    filled, file, place = sqlite_databases.ready(), tmp_path / "forum.backup", sqlite_databases.empty()
    with Store.open(filled) as store:
        store.do_now(fill)
    backup(filled, file, real=NOW)
    content = file.read_bytes()
    match damage:
        case "cut":
            file.write_bytes(content[: len(content) // 2])
        case "changed":
            file.write_bytes(content[:40_960] + b"\xff" * 4096 + content[45_056:])
        case "other":
            with closing(sqlite3.connect(tmp_path / "other")) as raw:
                raw.execute("CREATE TABLE t (x)")
            file = tmp_path / "other"
        case _:
            file.unlink()

    with pytest.raises(BackupUnreadable, match=str(file)):
        restore(file, place)

    assert not Path(place.removeprefix("sqlite:///")).exists()


def test_a_memory_that_is_not_there_or_not_laid_out_is_named(empty_database_url: str, tmp_path: Path) -> None:
    with pytest.raises((NotMigrated, StoreUnavailable)):
        backup(empty_database_url, tmp_path / "forum.backup", real=NOW)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(filled: str, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="No such file"):
        backup(filled, tmp_path / "nowhere" / "forum.backup", real=NOW)
