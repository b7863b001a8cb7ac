"""The far side of the benchmarks: the sandbox's site in a process of its own, with as many measures as asked for.

What it answered once it answers again from memory until something changes, so that its time is not what is measured."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from starlette.applications import Starlette
from starlette.requests import Request as Asked
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.plans import latvia
from sandbox.serving import Serving
from sandbox.signin import Directory
from sandbox.site import Column, Site

START = datetime(2021, 1, 4, 9, 0, tzinfo=UTC)
# Beside the forum's own columns such a list has what offices add; with Title these make 25.
MORE = 8
NOTE = "Sagatavots datu kopas apraksts, saskaņots ar iesaistītajām iestādēm un publicēts portālā. "


class Forgetful(Ledger):
    """A ledger that counts by list and keeps nothing: a hundred thousand rows would fill the memory."""

    def __init__(self) -> None:
        super().__init__(Clock(START))

    def write(self, **told: Any) -> None:
        pass


def fill(site: Site, count: int) -> None:
    """Measures until there are so many, as an office's list reads after some years."""
    rows = site.list("Pasakumi")
    for number in range(MORE):
        rows.add_column(Column(f"Papildus {number}", name=f"More{number}"))
    words = ("Izpildīts", "Nav sākts", "Izpildīts ierobežotā apjomā")
    for number in range(len(rows.items) + 1, count + 1):
        rows.add(
            {
                "Title": f"Pilnveidot atvērto datu kopu Nr. {number} un tās aprakstu",
                "Number": f"{number % 90 + 1}.{number}",
                "Plan": 1,
                "Commitment": number % 6 + 1,
                "Lead": number % 23 + 1,
                "CoLead": [(number + 7) % 23 + 1],
                "Contact": [number % 23 + 1],
                "DueText": "2021. gada II pusgads",
                "DueOn": date(2021, number % 12 + 1, 1),
                "Result": NOTE,
                "Completion": words[number % 3],
                "CompletionOn": date(2021, 2, 1),
                "Done": NOTE * 2,
                "NextStep": "Publicēt nākamo datu kopu.",
                **{f"More{each}": f"vērtība {number}" for each in range(MORE)},
            }
        )


class Remembering:
    """Answers to reads are kept until something changes; each request for rows of the big list is counted."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app, self._site = app, site
        self._known: dict[bytes, list[Message]] = {}
        self._state = -1
        self.asked: Counter[str] = Counter()
        self._guid = site.list("Pasakumi").id

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._guid in scope.get("path", ""):
            self.asked[scope["method"]] += 1
        changed = len(self._site.list("Pasakumi").changes._changes)
        if changed != self._state:
            self._known, self._state = {}, changed
        key = scope["path"].encode() + b"?" + scope["query_string"] + dict(scope["headers"]).get(b"accept", b"")
        if scope["method"] != "GET" or key not in self._known:
            sent: list[Message] = []

            async def keep(message: Message) -> None:
                sent.append(message)
                await send(message)

            await self._app(scope, receive, keep)
            if scope["method"] == "GET":
                self._known[key] = sent
            return
        for message in self._known[key]:
            await send(message)


def control(site: Site, far: Remembering) -> Starlette:
    """What the benchmark may have done on the far side, and what it may ask of it."""

    async def edit(asked: Asked) -> JSONResponse:
        for number in (await asked.json())["items"]:
            site.list("Pasakumi").edit(number, {"Done": "Mainīts."})
        return JSONResponse({})

    async def counted(asked: Asked) -> JSONResponse:
        told, far.asked = dict(far.asked), Counter()
        return JSONResponse(told)

    return Starlette(routes=[Route("/edit", edit, methods=["POST"]), Route("/asked", counted)])


def main(count: int, folder: Path) -> None:
    site, directory = latvia(Clock(START)), Directory("vk", folder)
    fill(site, count)
    with Serving() as serving:
        directory.start(serving, Forgetful())
        far = Remembering(site.app(Forgetful(), directory), site)
        origin = serving.start(far)
        told = {
            "site_url": origin + site.path,
            "tenant": "vk",
            "client_id": directory.client_id,
            "certificate": str(directory.certificate),
            "authority": directory.authority,
            "ca_bundle": str(directory.ca_bundle),
            "token": directory.token(origin),
            "list_id": site.list("Pasakumi").id,
            "control": serving.start(control(site, far)),
        }
        print(json.dumps(told), flush=True)
        sys.stdin.read()


class Far:
    """The far side as the benchmarks see it; ``told``: how to reach it."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self.told = told

    def edit(self, items: list[int]) -> None:
        """Somebody changes these rows."""
        body = json.dumps({"items": items}).encode()
        urlopen(Request(f"{self.told['control']}/edit", data=body)).read()

    def asked(self) -> int:
        """How many requests about the big list came since this was asked last."""
        return sum(json.loads(urlopen(f"{self.told['control']}/asked").read()).values())


@contextmanager
def far_side(count: int) -> Iterator[Far]:
    """A site with so many measures, until the end."""
    with tempfile.TemporaryDirectory() as folder:
        started = [sys.executable, "-m", "tests.bench.far_side", str(count), folder]
        process = subprocess.Popen(started, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert process.stdout
        assert process.stdin
        try:
            yield Far(json.loads(process.stdout.readline()))
        finally:
            process.stdin.close()
            process.wait(timeout=20)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
