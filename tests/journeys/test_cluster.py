"""Several real processes over one PostgreSQL database: whichever dies or hangs, nothing is lost and nothing doubled."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from config.settings import read
from forum import enrolment, forums, leases
from forum.leases import Hand
from forum.people import Person
from forum.store.door import Store
from forum.times import real
from sandbox.botapi import Person as Account
from sandbox.outside import Outside
from service.engines.opening import lay_out
from service.once import sync_once
from service.stage import environment
from tests.ports import free_port
from tests.processes import FORUMBOT, running, this_year
from tests.waiting import until

FORUM = "ogp"
IZM = "IZM kontaktpersona"


@dataclass
class Cluster:
    """Processes that share one database; ``store``: the test's own look at it."""

    home: dict[str, str]
    outside: Outside
    store: Store
    folder: Path
    started: ExitStack
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def begin(self, *words: str, port: int = 0) -> subprocess.Popen[bytes]:
        """One process more; its pages are served at ``port``."""
        log = self.folder / f"log{len(self.processes)}"
        process = self.started.enter_context(running({**self.home, "FORUMBOT_WEB__PORT": str(port)}, *words, log=log))
        self.processes.append(process)
        return process

    def holder(self, hand: Hand) -> subprocess.Popen[bytes] | None:
        """The living process that does this work; None: nobody does yet."""
        name = self.store.read_now(leases.holders, FORUM).get(hand, "")
        number = name.rsplit("/", 2)[1] if name else ""
        return next((one for one in self.processes if str(one.pid) == number and one.poll() is None), None)

    def log(self, process: subprocess.Popen[bytes]) -> str:
        return (self.folder / f"log{self.processes.index(process)}").read_text()

    def told(self) -> Counter[str]:
        """How often the chat service was given each text to send."""
        sent = [one["body"] for one in self.outside.chat_ledger.entries if one["path"].endswith("sendMessage")]
        return Counter(body["text"] for body in sent)

    def echoed(self, version: int) -> bool:
        """Whether a member was told that this version of the answer was recorded."""
        return any(f"({version}. redakcija)" in text for text in self.told())

    def versions(self) -> list[int]:
        """The answers on the site, by their versions."""
        return [int(one["Version"]) for one in self.outside.site.list("Atbildes").rows()]


@pytest.fixture(params=["embedded", "scale"])
def cluster(request: pytest.FixtureRequest, postgres_url: str, tmp_path: Path) -> Iterator[Cluster]:
    """Laid out, and the site read once; no process works yet."""
    with this_year(tmp_path / "outside") as outside, Store.open(postgres_url) as store, ExitStack() as started:
        given = environment(outside, postgres_url)
        given |= {"FORUMBOT_FORUM__HOURS": "00:00-23:59", "FORUMBOT_ENGINE__KIND": request.param}
        (settings,) = read([], given)
        lay_out(settings)
        store.do_now(forums.ensure, FORUM, now=real())
        asyncio.run(sync_once(settings, full=False))
        kept = {name: value for name, value in os.environ.items() if not name.startswith("FORUMBOT_")}
        yield Cluster({**kept, **given, "PYTHONWARNINGS": "error"}, outside, store, tmp_path, started)


def worked(cluster: Cluster) -> tuple[Account, int]:
    """A member in the chat who has answered once, and that message of theirs."""
    token = cluster.store.do_now(_invite)
    member = cluster.outside.chat.person(2_000_001, IZM)
    member.start(token)
    until(lambda: member.messages[-1].keyboard)
    member.presses(member.messages[-1].id, "Jā, pareizi")
    until(lambda: "apstiprināta" in member.messages[-1].text)
    said = member.says("Izpildīts. Paveikts darbs nr. 1.")
    until(lambda: cluster.echoed(1) and cluster.versions() == [1])
    return member, said


def _invite(session: Session) -> str:
    person = session.scalars(select(Person).where(Person.forum == FORUM, Person.name == IZM)).one()
    return enrolment.invite(session, person, now=real())


def test_whichever_is_killed_or_hangs_another_goes_on(cluster: Cluster) -> None:
    for words in (), (), ("--only", "worker"):
        cluster.begin(*words)
    member, said = worked(cluster)

    killed = cluster.holder(Hand.BOT)
    assert killed is not None
    member.edits(said, "Izpildīts. Paveikts darbs nr. 2.")
    killed.kill()
    killed.wait()
    until(lambda: cluster.holder(Hand.BOT) not in (None, killed))
    until(lambda: cluster.versions() == [2])

    frozen = cluster.holder(Hand.BOT)
    assert frozen is not None
    frozen.send_signal(signal.SIGSTOP)
    try:
        member.edits(said, "Izpildīts. Paveikts darbs nr. 3.")
        until(lambda: cluster.holder(Hand.BOT) not in (None, frozen))
        until(lambda: cluster.echoed(3))
    finally:
        frozen.send_signal(signal.SIGCONT)
    until(lambda: "lease.lost" in cluster.log(frozen))
    member.edits(said, "Izpildīts. Paveikts darbs nr. 4.")
    until(lambda: cluster.versions() == [4] and cluster.echoed(4))

    assert (frozen.poll(), cluster.holder(Hand.BOT) is frozen) == (None, False)
    assert max(cluster.told().values()) == 1
    (answer,) = cluster.outside.site.list("Atbildes").rows()
    assert answer["Done"] == "Paveikts darbs nr. 4."


def test_parts_may_run_apart(cluster: Cluster) -> None:
    hears, writes = cluster.begin("--only", "bot"), cluster.begin("--only", "sync")
    worked(cluster)
    assert (cluster.holder(Hand.BOT), cluster.holder(Hand.SYNC)) == (hears, writes)
    port = free_port()
    shows = cluster.begin("--only", "web", port=port)
    until(lambda: _ready(port))
    for process in (shows, hears, writes):
        process.send_signal(signal.SIGINT)
    assert [process.wait(timeout=60) for process in (shows, hears, writes)] == [0, 0, 0]
    assert cluster.store.read_now(leases.holders, FORUM) == {}


def _ready(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/readyz", trust_env=False).status_code == 200
    except httpx.ConnectError:
        return False


def test_a_file_serves_one_process_alone(tmp_path: Path) -> None:
    given = {"FORUM__KEY": FORUM, "DATABASE__URL": f"sqlite:///{tmp_path}/f.sqlite"}
    given |= {"WORKSPACE__KIND": "workbook", "WORKSPACE__PATH": str(tmp_path)}
    home = {**os.environ, **{f"FORUMBOT_{name}": value for name, value in given.items()}}
    told = {
        words: subprocess.run(
            [*FORUMBOT, "run", *words], env={**home, **more}, capture_output=True, text=True, timeout=60, check=False
        ).stderr
        for words, more in ((("--only", "bot"), {}), ((), {"FORUMBOT_ENGINE__KIND": "scale"}))
    }
    assert told == {
        ("--only", "bot"): "forumbot: run --only bot asks for PostgreSQL: one process alone holds a SQLite file\n",
        (): "forumbot: the settings cannot be used (there is no forumbot.toml in this folder):\n"
        "  - engine.kind: scale asks for a PostgreSQL database in database.url\n",
    }
