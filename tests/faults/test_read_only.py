"""A database that may only be read: it is said in one clear sentence, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from forum import inbox
from forum.inbox import IncomingMessage, Raw
from forum.store import migrate
from forum.store.door import Store
from forum.store.errors import NotWritable
from forum.times import real
from tests.bench.crowd import count
from tests.databases import Files
from tests.facts import FORUM, Facts

SENTENCE = (
    "The forum's memory can only be read here, and nothing in it was changed; let the account that runs forumbot write "
    "to the file and to its folder, or name another place in database.url. ({place})"
)
NOBODY = 65534


@contextmanager
def ordinary() -> Iterator[None]:
    """As an account that must keep to the rights of files, which root need not."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def file(sqlite_databases: Files) -> Iterator[Path]:
    """A memory with a message in it, where that account may write."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    path = folder / "forum.sqlite"
    shutil.copyfile(sqlite_databases.ready().removeprefix("sqlite:///"), path)
    path.chmod(0o666)
    with ordinary(), Store.open(f"sqlite:///{path}") as store:
        store.do_now(lambda session: Facts(session).body("VK"))
        store.do_now(keep, 1)
    yield path
    folder.chmod(0o777)
    shutil.rmtree(folder)


def keep(session: Session, number: int) -> int:
    message = Raw(external_id=str(number), lane="1", message_ref=None, body="{}")
    return inbox.store(session, FORUM, "telegram", batch=[message], next_id=number + 1, real=real())


@pytest.mark.parametrize("opens", [Store.open, migrate.check, migrate.upgrade])
@pytest.mark.parametrize(("what", "rights"), [("file", 0o444), ("folder", 0o555)])
def test_it_is_said_and_afterwards_all_goes_on(
    file: Path, opens: Callable[[str], object], what: str, rights: int
) -> None:
    place = file if what == "file" else file.parent
    place.chmod(rights)
    with ordinary(), pytest.raises(NotWritable) as said:
        opens(f"sqlite:///{file}")
    assert str(said.value) == SENTENCE.format(place=place)

    place.chmod(0o777)
    with ordinary(), Store.open(f"sqlite:///{file}") as store:
        assert store.do_now(keep, 2) == 1
        assert store.read_now(count, IncomingMessage) == 2
