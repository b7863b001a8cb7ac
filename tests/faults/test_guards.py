"""The proof of the kills: what loses and doubles as most bots do is found out by them."""

from __future__ import annotations

from pathlib import Path

from tests.databases import Files
from tests.faults.peers import doubled_by_send_then_commit, lost_by_the_client_library

KILLS = 2


def test_the_client_librarys_own_updater_is_caught_losing(sqlite_databases: Files, tmp_path: Path) -> None:
    assert lost_by_the_client_library(sqlite_databases.ready(), tmp_path, kills=KILLS)


def test_sending_before_keeping_is_caught_doubling(sqlite_databases: Files, tmp_path: Path) -> None:
    assert doubled_by_send_then_commit(sqlite_databases.ready(), tmp_path, kills=KILLS)
