"""The migrations lead from nothing to exactly what the nouns say, on either database."""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory

from forum.store.door import Store
from forum.store.migrate import FOLDER, check, differences, metadata, upgrade


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def test_migrations_equal_the_nouns(empty_database_url: str) -> None:
    upgrade(empty_database_url)

    with Store.open(empty_database_url) as store:
        assert store.read_now(lambda session: differences(session.connection(), metadata())) == []


def test_an_upgraded_memory_passes_the_check_and_a_second_upgrade(empty_database_url: str) -> None:
    upgrade(empty_database_url)
    upgrade(empty_database_url)

    check(empty_database_url)


def test_migrations_are_numbered_in_one_line() -> None:
    scripts = _scripts()
    line = [script.revision for script in reversed(list(scripts.walk_revisions()))]

    assert line == [f"{number:04}" for number in range(1, len(line) + 1)]
    assert scripts.get_heads() == line[-1:]
    assert sorted(Path(script.path).name[:5] for script in scripts.walk_revisions()) == [f"{n}_" for n in line]


def test_no_migration_offers_a_way_back() -> None:
    assert [script.revision for script in _scripts().walk_revisions() if hasattr(script.module, "downgrade")] == []
