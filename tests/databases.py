"""Fresh databases for the tests: made once with all tables, then copied, which is fast."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol
from uuid import uuid4

import psycopg
from sqlalchemy import make_url

from forum.store.migrate import upgrade
from tests.postgres import Postgres

DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}


class Databases(Protocol):
    """Makes databases of one kind: ``empty`` ones, or ``ready`` ones that have every table."""

    def empty(self) -> str: ...

    def ready(self) -> str: ...

    def drop(self, url: str) -> None: ...


class Files:
    """SQLite files in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template = folder / "template.sqlite"
        upgrade(f"sqlite:///{self._template}")

    def empty(self) -> str:
        return f"sqlite:///{self._folder / uuid4().hex}.sqlite"

    def ready(self) -> str:
        url = self.empty()
        shutil.copyfile(self._template, url.removeprefix("sqlite:///"))
        return url

    def drop(self, url: str) -> None:
        for part in ("", "-wal", "-shm", ".lock"):
            Path(url.removeprefix("sqlite:///") + part).unlink(missing_ok=True)


class Server:
    """Databases on the PostgreSQL server at ``url``, whose role may create them."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._template = self._create("template1")
        upgrade(self._at(self._template))

    def empty(self) -> str:
        return self._at(self._create("template1"))

    def ready(self) -> str:
        return self._at(self._create(self._template))

    def drop(self, url: str) -> None:
        self._say(f'DROP DATABASE "{make_url(url).database}" WITH (FORCE)')

    def close(self) -> None:
        self.drop(self._at(self._template))

    def _create(self, template: str) -> str:
        name = f"forum_{uuid4().hex}"
        self._say(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def _at(self, database: str) -> str:
        return self._url.set(database=database).render_as_string(hide_password=False)

    def _say(self, words: str) -> None:
        with psycopg.connect(self._at(self._url.database or "postgres"), autocommit=True) as connection:
            connection.execute(words.encode())


@contextmanager
def postgres_server() -> Iterator[str]:
    """The server named in TEST_POSTGRES_URL, else one started for these tests. Fails where it cannot start."""
    if named := os.environ.get("TEST_POSTGRES_URL"):
        yield named
        return
    with Postgres() as started:
        yield started.url
