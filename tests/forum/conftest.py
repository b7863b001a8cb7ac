"""What the tests of the forum may ask for: an open unit of work on either database, and facts made in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from forum.store.engines import Engines, open_engines
from forum.store.migrate import metadata
from forum.store.units import UnitSession
from tests.databases import Databases
from tests.facts import Facts


@pytest.fixture(scope="session")
def opened() -> Iterator[dict[type[Databases], Engines]]:
    """One database of each kind for all units of work, opened when first asked for: nothing in it is ever kept."""
    metadata()  # a noun may link to one whose file no test has read
    engines: dict[type[Databases], Engines] = {}
    yield engines
    for one in engines.values():
        one.close()


@pytest.fixture
def engines(databases: Databases, opened: dict[type[Databases], Engines]) -> Engines:
    """A database that others of its kind use as well, for units of work that are taken back."""
    if type(databases) not in opened:
        opened[type(databases)] = open_engines(databases.ready(), seconds=9, reading=False)
    return opened[type(databases)]


@pytest.fixture
def session(engines: Engines) -> Iterator[UnitSession]:
    """A unit of work as a verb is given it: it cannot be committed, and all that was done in it is taken back."""
    assert engines.write is not None
    with engines.write.connect() as connection, UnitSession(connection, expire_on_commit=False) as unit:
        yield unit


@pytest.fixture
def facts(session: UnitSession) -> Facts:
    """Facts in this unit of work."""
    return Facts(session)
