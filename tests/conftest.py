"""What every test may ask for: a fresh database of each kind, and the forum's memory opened on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import structlog
from hypothesis import HealthCheck, settings

from forum.store.door import Store
from tests.databases import Databases, Files, Server, postgres_server

# A busy machine takes its time to think of examples, and to go through them; speed is what benchmarks measure.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def plain_logs() -> None:
    """What failed is logged without the values in every frame: to draw those takes half a second each time."""
    renderer = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[*structlog.get_config()["processors"][:-1], renderer])


@pytest.fixture(scope="session")
def postgres_databases() -> Iterator[Server]:
    """Databases on a real PostgreSQL, started once for all tests that ask."""
    with postgres_server() as url:
        databases = Server(url)
        yield databases
        databases.close()


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Databases in files."""
    return Files(tmp_path_factory.mktemp("databases"))


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Databases of one kind; a test that asks for this, or what follows from it, runs on each kind."""
    chosen: Databases = request.getfixturevalue(
        "sqlite_databases" if request.param == "sqlite" else "postgres_databases"
    )
    return chosen


@pytest.fixture
def database_url(databases: Databases) -> Iterator[str]:
    """The address of a fresh database with all tables."""
    url = databases.ready()
    yield url
    databases.drop(url)


@pytest.fixture
def empty_database_url(databases: Databases) -> Iterator[str]:
    """The address of a fresh database without any table."""
    url = databases.empty()
    yield url
    databases.drop(url)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """The forum's memory on a fresh database with all tables."""
    with Store.open(database_url) as opened:
        yield opened


@pytest.fixture
def postgres_url(postgres_databases: Server) -> Iterator[str]:
    """The address of a fresh PostgreSQL database with all tables, for what only several processes have."""
    url = postgres_databases.ready()
    yield url
    postgres_databases.drop(url)


@pytest.fixture
def postgres_store(postgres_url: str) -> Iterator[Store]:
    """The forum's memory on a fresh PostgreSQL database with all tables."""
    with Store.open(postgres_url) as opened:
        yield opened
