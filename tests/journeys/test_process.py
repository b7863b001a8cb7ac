"""The service as a process of its own: set up by commands, ended by Ctrl-C, killed, begun again."""

from __future__ import annotations

import asyncio
import os
import pty
import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import orjson
import pytest

from config.settings import read
from sandbox.botapi import Person
from sandbox.outside import Outside
from service.once import sync_once
from service.stage import environment
from tests.databases import Files
from tests.ports import free_port
from tests.processes import FORUMBOT, running, this_year
from tests.waiting import until

IZM = "IZM kontaktpersona"


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Outside]:
    with this_year(tmp_path / "outside") as standing:
        yield standing


@pytest.fixture
def home(tmp_path: Path, outside: Outside) -> dict[str, str]:
    given = environment(outside, f"sqlite:///{tmp_path}/forumbot.sqlite")
    # People are written to at any hour of any day, so that a test does not depend on when it is run.
    given |= {"FORUMBOT_FORUM__HOURS": "00:00-23:59"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FORUMBOT_")}
    return {**kept, **given, "PYTHONWARNINGS": "error"}


def command(home: dict[str, str], *words: str) -> str:
    done = subprocess.run([*FORUMBOT, *words], env=home, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def laid_out(home: dict[str, str], sqlite_databases: Files) -> dict[str, str]:
    """The same with a database that has all tables."""
    return {**home, "FORUMBOT_DATABASE__URL": sqlite_databases.ready()}


def set_up(home: dict[str, str], outside: Outside) -> Person:
    """The site was read once, and a member has a link to open."""
    (settings,) = read([], {name: value for name, value in home.items() if name.startswith("FORUMBOT_")})
    assert asyncio.run(sync_once(settings, full=False))[1] == ""
    token = command(home, "invite", IZM).strip().rpartition("=")[2]
    member = outside.chat.person(2_000_001, IZM)
    member.start(token)
    return member


def test_check_and_sync_report_as_json_and_a_terminal_shows_list_by_list_what_was_read(
    home: dict[str, str], outside: Outside
) -> None:
    command(home, "migrate")
    checked = orjson.loads(command(home, "check", "--json"))["ogp"]
    assert {one["trouble"] for one in checked} == {""}
    assert checked[0]["what"] == "database"
    told, seen = on_a_terminal(home, "sync", "--json")
    synced = {one["noun"]: one["read"] for one in orjson.loads(told)["ogp"]}
    assert (seen, synced) == (set(), READ)
    _, seen = on_a_terminal(home, "sync", "--full")
    assert {("Institūcijas", "23"), ("Pasākumi", "25")} <= seen


READ = {
    "plan": 1,
    "institution": 23,
    "person": 24,
    "commitment": 6,
    "measure": 25,
    "milestone": 0,
    "recommendation": 6,
    "round": 1,
    "reply": 0,
    "meeting": 4,
    "attendance": 0,
    "evidence": 0,
}


def on_a_terminal(home: dict[str, str], *words: str) -> tuple[bytes, set[tuple[str, str]]]:
    """What a command says, and how many rows of which list its terminal shows meanwhile."""
    ours, theirs = pty.openpty()
    wide = {**home, "TERM": "xterm", "COLUMNS": "100", "LINES": "40"}
    with subprocess.Popen([*FORUMBOT, *words], env=wide, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        seen = b""
        # The end of a terminal whose last user has gone is an error of its own.
        with suppress(OSError):
            while piece := os.read(ours, 65_536):
                seen += piece
        told, _ = process.communicate(timeout=60)
    os.close(ours)
    assert process.returncode == 0
    return told, set(re.findall(r"(\S+) +(\d+) rows", seen.decode()))


@pytest.mark.parametrize("words", [["run"], ["sync"], ["invite", IZM]])
def test_without_a_database_each_command_says_what_to_do(home: dict[str, str], words: list[str]) -> None:
    done = subprocess.run([*FORUMBOT, *words], env=home, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert done.stderr.startswith("forumbot: ")


def test_sync_with_the_site_down_is_one_clear_line(laid_out: dict[str, str], outside: Outside) -> None:
    outside.site.down = True
    done = subprocess.run([*FORUMBOT, "sync"], env=laid_out, capture_output=True, text=True, timeout=60, check=False)
    said = [line for line in done.stderr.splitlines() if not line.startswith("{")]
    assert (done.returncode, len(said)) == (1, 1)
    assert said[0].startswith("forumbot: ogp: Platforma pašlaik neatbild.")


def test_killed_in_the_middle_it_loses_and_doubles_nothing_and_ctrl_c_ends_it(
    laid_out: dict[str, str], outside: Outside
) -> None:
    """An answer and two corrections, the process killed once each is fetched: in the end one row is on the site."""
    member = set_up(laid_out, outside)
    with running(laid_out):
        until(lambda: member.messages[-1].keyboard)
        member.presses(member.messages[-1].id, "Jā, pareizi")
        until(lambda: "apstiprināta" in member.messages[-1].text)
    said = 0
    for number in range(1, 4):
        with running(laid_out) as process:
            text = f"Izpildīts. Paveikts darbs nr. {number}."
            if said:
                member.edits(said, text)
            else:
                said = member.says(text)
            until(lambda: outside.chat.updates.count() == 0)
            process.kill()
    with running(laid_out) as process:
        until(lambda: _versions(outside) == [3])
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
    (answer,) = outside.site.list("Atbildes").rows()
    assert answer["Done"] == "Paveikts darbs nr. 3."


def test_a_person_is_forgotten_on_a_word_and_writes_as_a_stranger_then(
    laid_out: dict[str, str], outside: Outside
) -> None:
    home, member = laid_out, set_up(laid_out, outside)
    with running(home) as process:
        until(lambda: member.messages[-1].keyboard)
        member.presses(member.messages[-1].id, "Jā, pareizi")
        until(lambda: "apstiprināta" in member.messages[-1].text)
        beside = subprocess.run(
            [*FORUMBOT, "erase", IZM, "--yes"], env=home, capture_output=True, text=True, timeout=60, check=False
        )
        assert (beside.returncode, str(process.pid) in beside.stderr) == (1, True)
    assert command(home, "erase", IZM, "--yes").startswith(f"Forgotten: {IZM}.")
    with running(home):
        member.says("Izpildīts.")
        until(lambda: member.messages[-1].text.startswith("Labdien! Šis ir"))
    assert outside.site.list("Atbildes").rows() == []


def _versions(outside: Outside) -> list[int]:
    return [int(one["Version"]) for one in outside.site.list("Atbildes").rows()]


def test_says_whether_it_lives_and_can_remember(laid_out: dict[str, str], outside: Outside) -> None:
    home, port = laid_out, free_port()
    with running({**home, "FORUMBOT_WEB__PORT": str(port)}) as process:
        until(lambda: _status(port, "/healthz") == 200)
        assert _status(port, "/readyz") == 200
        until(lambda: 'forumbot_tick_ago_seconds{forum="ogp",tick="decide"}' in _page(port, "/metrics"))
        second = subprocess.run([*FORUMBOT, "run"], env=home, capture_output=True, text=True, timeout=60, check=False)
        assert (second.returncode, str(process.pid) in second.stderr) == (1, True)


def _status(port: int, path: str) -> int:
    try:
        return httpx.get(f"http://127.0.0.1:{port}{path}", trust_env=False).status_code
    except httpx.ConnectError:
        return 0


def test_updates_that_telegram_brings_are_answered(laid_out: dict[str, str], outside: Outside) -> None:
    member = set_up(laid_out, outside)
    port = free_port()
    address = {
        "FORUMBOT_WEB__PORT": str(port),
        "FORUMBOT_TELEGRAM__WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "FORUMBOT_TELEGRAM__WEBHOOK_SECRET": "a-word",
    }
    with running({**laid_out, **address}):
        until(lambda: outside.chat.hook is not None)
        member.says("/help")
        until(lambda: member.messages[-1].from_bot)
    assert [entry for entry in outside.chat_ledger.entries if entry["path"].endswith("/getUpdates")] == []


def _page(port: int, path: str) -> str:
    return httpx.get(f"http://127.0.0.1:{port}{path}", trust_env=False).text
