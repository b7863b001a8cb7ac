"""What the tests of the worksheet page may ask for: its pages served over either database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from forum.store.door import Store
from sandbox.serving import Serving
from tests.databases import Files
from tests.web.worksheet.desk import Desk


@pytest.fixture(scope="session")
def serving() -> Iterator[Serving]:
    with Serving() as running:
        yield running


@pytest.fixture
def desk(sqlite_databases: Files, serving: Serving) -> Iterator[Desk]:
    """The pages of an empty forum, on SQLite."""
    with Store.open(sqlite_databases.ready()) as store:
        made = Desk(store, serving)
        yield made
        made.http.close()


@pytest.fixture
def english_desk(store: Store, serving: Serving) -> Iterator[Desk]:
    """The pages of an empty forum that asks for answers in English too, on each kind of database."""
    made = Desk(store, serving, english=True)
    yield made
    made.http.close()


@pytest.fixture
def either_desk(store: Store, serving: Serving) -> Iterator[Desk]:
    """The pages of an empty forum, on each kind of database."""
    made = Desk(store, serving)
    yield made
    made.http.close()
