"""Daily backups: one a day, the newest kept, a trouble survived; and the drill: every row comes back."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from forum.store.backup import check, differences
from forum.store.door import Store
from service.backups import Backups
from tests.databases import Databases
from tests.facts import Facts

FORUMBOT = [sys.executable, "-c", "from service.cli import main; main()"]


BEGUN = datetime(2021, 1, 18, 3, tzinfo=UTC)


class Wall:
    """A clock on the wall that the test sets."""

    def __init__(self) -> None:
        self.hours = 0

    def __call__(self) -> datetime:
        return BEGUN + timedelta(hours=self.hours)


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def daily(database_url: str, tmp_path: Path, wall: Wall) -> Backups:
    folder = tmp_path / "kept"
    folder.mkdir()
    return Backups(url=database_url, folder=folder, keep=2, real=wall)


async def test_one_a_day_and_the_oldest_is_put_away(daily: Backups, wall: Wall) -> None:
    (daily.folder / "somebody's own file").write_text("")
    for hours in (0, 1, 25, 26, 50):
        wall.hours = hours
        await daily.tick()
    names = sorted(path.name for path in daily.folder.iterdir())

    assert names == [
        "forumbot-20210119T040000Z.backup",
        "forumbot-20210120T050000Z.backup",
        "somebody's own file",
    ]
    assert check(daily.folder / names[1]).made_at == wall()


async def test_a_folder_that_vanished_ends_nothing(daily: Backups) -> None:
    daily.folder.rmdir()

    await daily.tick()

    assert daily.newest() is None


def test_every_row_comes_back_by_the_commands(databases: Databases, database_url: str, tmp_path: Path) -> None:
    """The drill: fill a forum, back it up beside an open store, restore it in an empty place, compare every row."""
    with Store.open(database_url) as store:
        store.do_now(_fill)
        file = tmp_path / "forum.backup"
        command(database_url, "backup", "--out", str(file))
    elsewhere = databases.empty()

    command(elsewhere, "restore", str(file))

    # The restored forum is paused, which its journal and the next tick are told of; all else is as it was.
    assert differences(database_url, elsewhere) == ["forum", "journal_entry", "touch"]
    refused = run(elsewhere, "restore", str(file))
    assert (refused.returncode, refused.stderr.strip()) == (
        1,
        "forumbot: A backup is laid out only where nothing is yet: name an empty database in database.url. (forum)",
    )


def _fill(session: Session) -> None:
    facts = Facts(session)
    izm = facts.body("IZM")
    facts.measure("2.8", izm, contacts=(facts.member("IZM kontaktpersona", izm),))
    facts.round()
    facts.opened("2021-01-04")


def command(url: str, *words: str) -> None:
    done = run(url, *words)
    assert done.returncode == 0, done.stderr


def run(url: str, *words: str) -> subprocess.CompletedProcess[str]:
    home = {name: value for name, value in os.environ.items() if not name.startswith("FORUMBOT_")}
    home |= {
        "FORUMBOT_FORUM__KEY": "ogp-forum",
        "FORUMBOT_DATABASE__URL": url,
        "FORUMBOT_SHAREPOINT__SITE_URL": "https://forum.example/sites/ogp",
        "FORUMBOT_SHAREPOINT__TENANT": "forum.example",
        "FORUMBOT_SHAREPOINT__CLIENT_ID": "a client",
        "FORUMBOT_SHAREPOINT__CERTIFICATE": __file__,
        "PYTHONWARNINGS": "error",
    }
    return subprocess.run([*FORUMBOT, *words], env=home, capture_output=True, text=True, timeout=60, check=False)
