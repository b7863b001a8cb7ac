"""Troubles around a service at work: its database crashes, its disk is full, every line it has is bad."""

from __future__ import annotations

import resource
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import make_url

from tests.databases import Files, Server
from tests.faults.gathering import Gathering, gathered
from tests.faults.killing import began, settle
from tests.faults.process import Process
from tests.faults.verdict import verdict
from tests.postgres import Postgres
from tests.proxy import Proxy
from tests.waiting import until

# What is wrong lasts so long, in seconds.
LASTS = 1.0


@contextmanager
def living(on: Gathering, **settings: str) -> Iterator[Process]:
    """A service at work while members talk; afterwards it comes to rest, and nothing is lost or doubled."""
    service = on.service(**settings)
    try:
        with on.talking():
            began(on, service)
            time.sleep(LASTS)
            yield service
            time.sleep(LASTS)
        until(lambda: not service.ended and on.waiting() == 0, what="it did not go on")
        service.kill()
        life = settle(on, on.service())
    finally:
        service.kill()
    assert verdict(on, [life]).faults == {}


def test_the_database_crashes_and_comes_back(tmp_path: Path) -> None:
    with Postgres() as server:
        url = Server(server.url).ready()
        with gathered(url, tmp_path) as on, living(on):
            server.stop(signal.SIGQUIT)
            time.sleep(LASTS)
            server.start()


def test_a_full_disk_stops_it_until_there_is_room(sqlite_databases: Files, tmp_path: Path) -> None:
    """No file of the process may grow: what comes in meanwhile is not confirmed to the chat service."""
    with gathered(sqlite_databases.ready(), tmp_path) as on, living(on) as service:
        free = resource.prlimit(service.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        time.sleep(0.5)
        words = sum(map(len, on.said.values()))
        until(lambda: sum(map(len, on.said.values())) > words + 5)
        assert on.waiting() > 0
        resource.prlimit(service.pid, resource.RLIMIT_FSIZE, free)


def test_bad_lines_to_everything_at_once(postgres_databases: Server, tmp_path: Path) -> None:
    """To its database, its site and the chat service: cut, hanging, silent for ever, slow, and cut in each commit."""
    url = postgres_databases.ready()
    with gathered(url, tmp_path) as on, ExitStack() as stack:
        site, chat = urlsplit(on.outside.site_url), urlsplit(on.outside.base_url)
        memory = make_url(url)
        lines = [stack.enter_context(Proxy(port or 0)) for port in (memory.port, site.port, chat.port)]
        through = {
            "FORUMBOT_DATABASE__URL": memory.set(port=lines[0].port).render_as_string(hide_password=False),
            "FORUMBOT_SHAREPOINT__SITE_URL": f"http://127.0.0.1:{lines[1].port}{site.path}",
            "FORUMBOT_TELEGRAM__BASE_URL": f"http://127.0.0.1:{lines[2].port}{chat.path}",
        }
        with living(on, **through):
            for trouble in ("cut", "hang", "strand", "delay", "commit"):
                for line in lines:
                    _harm(line, trouble)
                time.sleep(LASTS)
                for line in lines:
                    line.heal()
    postgres_databases.drop(url)


def _harm(line: Proxy, trouble: str) -> None:
    harms = {"cut": line.cut, "hang": line.hang, "strand": line.strand}
    if trouble in harms:
        harms[trouble]()
    elif trouble == "delay":
        line.delay(0.2)
    else:
        line.cut_answer_to(b"COMMIT")
