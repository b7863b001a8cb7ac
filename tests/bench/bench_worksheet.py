"""The worksheet page: what a page costs the server with 200 readers at once, and the steps of a full answer."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from forum.replies import ReplyVersion
from forum.store.door import Store
from forum.store.migrate import upgrade
from sandbox.serving import Serving
from tests.bench.rig import Benchmark, Better, Measured, Spec
from tests.web.worksheet.desk import RECORD, Desk, cast
from tests.web.worksheet.hand import CHROMIUM, FLAGS, Hand

READERS = 200
TIMES = 5
READ = Path(__file__).with_name("readers.py")


def page() -> Mapping[str, Measured]:
    """Milliseconds of the server's time that one member's page takes while 200 read at once; beside it, the same page
    made once and handed out by the same server."""
    with _desk() as desk:
        made = cast(desk, "2.8", "2.10", "3.1", second="4.1", **RECORD)
        content = desk.visit(made.link, made.of()).answer.content

        async def same(request: Request) -> Response:
            return HTMLResponse(content)

        address = desk.serving.start(Starlette(routes=[Route("/", same)]))
        return {
            "worksheet_page_ms": Measured(_took(desk.address, made.link + made.of()), _took(address, "/")),
        }


def _took(address: str, path: str) -> float:
    command = [sys.executable, str(READ), address.rpartition(":")[2], path, str(READERS), str(TIMES)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout) * 1000 / (READERS * TIMES)


def steps() -> Mapping[str, Measured]:
    """Presses, choices and fields of a full answer, from the opened link on, in a browser."""
    with _desk() as desk, sync_playwright() as playwright:
        made = cast(desk, "2.8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        hand = Hand(browser.new_page())
        hand.page.goto(f"{desk.address}{made.link}")
        hand.choose("Izpildīts būtiskā apjomā")
        hand.write("Kas paveikts", "Dati ir publicēti.")
        hand.press("Iesniegt atbildi")
        hand.page.get_by_role("status").wait_for()
        browser.close()
        if len(desk.all(ReplyVersion)) != 1:
            raise ValueError("the answer was not kept")
        return {"answer_steps_page": Measured(hand.steps)}


@contextmanager
def _desk() -> Iterator[Desk]:
    with TemporaryDirectory() as folder, Serving() as serving:
        url = f"sqlite:///{folder}/forumbot.sqlite"
        upgrade(url)
        with Store.open(url) as store:
            desk = Desk(store, serving)
            yield desk
            desk.http.close()


BENCHMARKS = [
    Benchmark(
        figures={
            "worksheet_page_ms": Spec(unit="ms", better=Better.LESS, peer="the same page, made once, from this server")
        },
        measure=page,
    ),
    Benchmark(
        figures={"answer_steps_page": Spec(unit="steps", better=Better.LESS)},
        measure=steps,
        runs=1,
    ),
]
