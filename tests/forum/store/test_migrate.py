"""Migrating: one step after another, wholly or not at all, and never beside a running service."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from sqlalchemy import BigInteger, Column, ForeignKey, MetaData, Table, Text, text
from sqlalchemy.exc import DBAPIError

from forum.store.base import NAMES, Moment
from forum.store.door import Store
from forum.store.errors import AlreadyOpen, BrokenLinks, NotMigrated, StoreUnavailable
from forum.store.migrate import FOLDER, check, differences, new, upgrade
from tests.databases import Databases

STEP = '''"""A step written by hand."""

from alembic import op

revision = "{number}"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for words in {steps}:
        op.execute(words)
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of migrations with none in it yet."""
    made = tmp_path / "100% migrations"
    made.mkdir()
    for name in ("env.py", "script.py.mako"):
        shutil.copy(FOLDER / name, made)
    return made


def _tables() -> MetaData:
    tables = MetaData(naming_convention=NAMES)
    Table("body", tables, Column("id", BigInteger, primary_key=True), Column("at", Moment, nullable=False))
    return tables


def _step(folder: Path, number: str, before: str, *steps: str) -> None:
    (folder / "versions" / f"{number}_step.py").write_text(STEP.format(number=number, before=before, steps=steps))


def _words(url: str) -> list[str]:
    """What the steps wrote."""
    with Store.open(url) as store:
        return store.read_now(lambda session: list(session.execute(text("SELECT words FROM word")).scalars()))


def test_migrations_are_made_from_what_the_nouns_say(folder: Path, empty_database_url: str) -> None:
    tables = _tables()
    first = new("The first bodies", folder=folder, tables=tables)
    tables.tables["body"].append_column(Column("name", Text, nullable=False, server_default="nobody"))
    second = new("bodies get a name", folder=folder, tables=tables)
    third = new("nothing", folder=folder, tables=tables)
    upgrade(empty_database_url, folder=folder)

    assert [path and path.name for path in (first, second, third)] == [
        "0001_the_first_bodies.py",
        "0002_bodies_get_a_name.py",
        None,
    ]
    with Store.open(empty_database_url) as store:
        assert store.read_now(lambda session: differences(session.connection(), tables)) == []


def test_a_migration_does_not_depend_on_our_own_types(folder: Path) -> None:
    made = new("bodies", folder=folder, tables=_tables())

    assert made is not None
    assert [line for line in made.read_text().splitlines() if "forum.store" in line or "Moment" in line] == []


def test_a_memory_of_another_version_is_named(folder: Path, empty_database_url: str) -> None:
    new("bodies", folder=folder, tables=_tables())
    if empty_database_url.startswith("sqlite"):
        with pytest.raises(StoreUnavailable):
            check(empty_database_url, folder=folder)
    Store.open(empty_database_url).close()
    with pytest.raises(NotMigrated) as older:
        check(empty_database_url, folder=folder)
    upgrade(empty_database_url, folder=folder)
    check(empty_database_url, folder=folder)
    (folder / "versions" / "0001_bodies.py").unlink()
    with pytest.raises(NotMigrated) as newer:
        check(empty_database_url, folder=folder)

    assert [str(error.value).split("(")[1] for error in (older, newer)] == [
        "it is at nothing, the program at 0001)",
        "it is at 0001, the program at nothing)",
    ]


def test_a_migration_that_fails_leaves_nothing_behind(folder: Path, empty_database_url: str) -> None:
    new("bodies", folder=folder, tables=_tables())
    _step(folder, "0002", "0001", "CREATE TABLE word (words text)", "INSERT INTO word VALUES ('second')")
    upgrade(empty_database_url, folder=folder)
    _step(folder, "0003", "0002", "INSERT INTO word VALUES ('third')", "CREATE TABLE other (id int)")
    _step(folder, "0004", "0003", "DROP TABLE body", "SELECT * FROM nowhere")
    with pytest.raises(DBAPIError):
        upgrade(empty_database_url, folder=folder)

    assert _words(empty_database_url) == ["second"]
    with Store.open(empty_database_url) as store:
        assert store.read_now(lambda session: differences(session.connection(), _with_words())) == []


def _with_words() -> MetaData:
    tables = _tables()
    Table("word", tables, Column("words", Text))
    return tables


def test_a_migration_that_would_leave_links_to_nothing_is_taken_back(folder: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/forum.sqlite"
    tables = _with_words()
    Table("part", tables, Column("body_id", BigInteger, ForeignKey("body.id"), primary_key=True))
    new("bodies", folder=folder, tables=tables)
    _step(folder, "0002", "0001", "INSERT INTO word VALUES ('second')", "INSERT INTO part VALUES (404)")
    with pytest.raises(BrokenLinks) as caught:
        upgrade(url, folder=folder)

    assert str(caught.value).split("(")[1] == "part)"
    with pytest.raises(NotMigrated):
        check(url, folder=folder)


def test_nobody_migrates_a_file_beside_a_running_service(folder: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/forum.sqlite"
    with Store.open(url), pytest.raises(AlreadyOpen):
        upgrade(url, folder=folder)
    upgrade(url, folder=folder)


def test_machines_that_start_at_once_migrate_one_after_the_other(folder: Path, postgres_databases: Databases) -> None:
    url = postgres_databases.empty()
    new("bodies", folder=folder, tables=_tables())
    _step(folder, "0002", "0001", "SELECT pg_sleep(0.2)", "CREATE TABLE word (words text)")
    _step(folder, "0003", "0002", "INSERT INTO word VALUES ('once')")
    machines = [threading.Thread(target=upgrade, args=(url,), kwargs={"folder": folder}) for _ in range(3)]
    for machine in machines:
        machine.start()
    for machine in machines:
        machine.join()

    assert _words(url) == ["once"]
    postgres_databases.drop(url)
