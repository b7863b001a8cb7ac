"""Links given as evidence: which of them still open, that none leads into a network of ours, and what is told."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from forum import briefs, evidence, link_checks
from forum.evidence import Evidence
from forum.link_checks import DEAD_AFTER, Found, LinkCheck
from forum.outbox import OutgoingMessage
from forum.store.door import Store
from forum.times import real
from sandbox.serving import Serving
from sync.links import Checking, Looking, is_public
from tests.facts import FORUM, Facts, at, policy

HERE = Looking(may=lambda address: address == "127.0.0.1")


class Site:
    """A site whose pages answer as their addresses say; ``asked``: what it was asked."""

    def __init__(self, serving: Serving) -> None:
        self.asked: list[tuple[str, str]] = []
        routes = [
            Route("/to", self._to, methods=["GET", "HEAD"]),
            Route("/head/{status:int}", self._only_head, methods=["GET", "HEAD"]),
            Route("/{status:int}", self._answer, methods=["GET", "HEAD"]),
        ]
        self.address = serving.start(Starlette(routes=routes))

    async def _answer(self, request: Request) -> Response:
        self.asked.append((request.method, request.url.path))
        return Response("x" * 100_000, status_code=request.path_params["status"])

    async def _only_head(self, request: Request) -> Response:
        """A server that knows no HEAD."""
        return Response(status_code=request.path_params["status"] if request.method == "HEAD" else 200)

    async def _to(self, request: Request) -> Response:
        return RedirectResponse(request.query_params["url"])


def _digest(session: Session) -> object:
    """What the week's digest tells the coordinators of dead links."""
    moment = at("2021-01-25")
    message = OutgoingMessage(
        forum=FORUM, dedupe_key="", kind="digest", values={}, decided_at=moment.now, send_from=moment.now
    )
    return (briefs.of(briefs.Asked(session, message, None, moment, policy())) or {})["dead"]


@pytest.fixture
def site() -> Iterator[Site]:
    with Serving() as serving:
        yield Site(serving)


async def test_what_is_found_at_an_address(site: Site) -> None:
    found = {
        path: await HERE.look(f"{site.address}{path}") for path in ("/200", "/404", "/410", "/401", "/429", "/502")
    }
    assert found == {
        "/200": (Found.OPENS, "200"),
        "/404": (Found.GONE, "404"),
        "/410": (Found.GONE, "410"),
        "/401": (Found.UNSURE, "401"),
        "/429": (Found.UNSURE, "429"),
        "/502": (Found.GONE, "502"),
    }
    # Of what opens the head alone is asked for; what does not is asked for once more in the way browsers do.
    assert site.asked[:3] == [("HEAD", "/200"), ("HEAD", "/404"), ("GET", "/404")]
    assert await HERE.look(f"{site.address}/head/405") == (Found.OPENS, "200")
    assert await HERE.look(f"{site.address}/to?url=/200") == (Found.OPENS, "200")
    assert await HERE.look(f"{site.address}/to?url=/to%3Furl%3D/404") == (Found.GONE, "404")


async def test_no_link_leads_where_the_public_cannot_go(site: Site) -> None:
    """Neither by itself nor by a redirect, whatever the address is written as."""
    host = site.address.removeprefix("http://")
    for url in (
        site.address,
        f"http://localhost:{host.rpartition(':')[2]}/200",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "ftp://127.0.0.1/",
    ):
        assert await Looking().look(url) == (Found.CLOSED, "not public"), url
    for url in ("http://127.0.0.2/", "http://169.254.169.254/", "file:///etc/passwd", "//127.0.0.2/x"):
        assert await HERE.look(f"{site.address}/to?url={url}") == (Found.CLOSED, "not public"), url
    assert await HERE.look(f"{site.address}/to?url=/to%3Furl%3D/200") == (Found.OPENS, "200")
    assert [is_public(one) for one in ("8.8.8.8", "192.168.1.1", "::ffff:8.8.8.8", "fe80::1", "224.0.0.1")] == [
        True,
        False,
        True,
        False,
        False,
    ]


async def test_what_cannot_be_reached_is_gone(site: Site) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))  # nobody listens there
        assert await HERE.look(f"http://127.0.0.1:{silent.getsockname()[1]}/") == (Found.GONE, "ConnectError")
    assert await HERE.look("http://") == (Found.CLOSED, "not public")
    assert await HERE.look(f"{site.address}/to?url=http://{'a' * 70}.example/") == (Found.GONE, "no address")


async def test_a_link_is_dead_when_it_stayed_away_for_days_and_is_told_with_the_others(
    store: Store, site: Site
) -> None:
    """A link that opens, and one that was taken back, are not told."""

    def make(session: Session) -> list[Any]:
        facts = Facts(session)
        izm = facts.body("IZM")
        person = facts.member("IZM kontaktpersona", izm)
        facts.measure("2.8", izm)
        facts.round()
        (duty,) = facts.opened("2021-01-18")
        return [
            evidence.give(session, duty, person, at=at("2021-01-18"), url=f"{site.address}/{status}").id  # type: ignore[union-attr]
            for status in (404, 200, 410)
        ]

    gone, opens, dropped = store.do_now(make)
    checking = Checking(store=store, forum=FORUM, looking=HERE, pause=0)
    begun = real()
    # One address of a host a turn.
    assert [await checking.step() for _ in range(4)] == [1, 1, 1, 0]
    due = store.read_now(lambda session: link_checks.due(session, FORUM, real=begun + timedelta(days=2), limit=9))
    assert [number for number, _ in due] == [gone, dropped]
    store.do_now(lambda session: evidence.drop(session, session.get_one(Evidence, dropped), now=at("2021-01-19").now))
    assert store.read_now(lambda session: link_checks.dead(session, FORUM)) == []
    for _ in range(DEAD_AFTER - 1):
        store.do_now(lambda session: link_checks.keep(session, FORUM, gone, Found.GONE, "404", real=begun))
    (dead,) = store.read_now(lambda session: link_checks.dead(session, FORUM))
    assert (dead.evidence_id, dead.code, dead.number, dead.why) == (gone, "IZM", "2.8", "404")
    assert store.read_now(_digest) == [{"code": "IZM", "number": "2.8", "url": f"{site.address}/404", "why": "404"}]
    # What opens again is dead no more.
    store.do_now(lambda session: link_checks.keep(session, FORUM, gone, Found.OPENS, "200", real=begun))
    assert store.read_now(lambda session: link_checks.dead(session, FORUM)) == []
    assert store.read_now(lambda session: [row.found for row in session.query(LinkCheck).order_by(LinkCheck.id)]) == [
        Found.OPENS,
        Found.OPENS,
        Found.GONE,
    ]
    assert opens
