"""Subscriptions to a list's changes: the greeting, the telling, its tries, the end."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from sandbox.clock import Clock
from sandbox.serving import Serving
from sandbox.site import Site
from tests.sandbox.site.conftest import Client
from tests.waiting import until

LIST = "web/lists/getbytitle('Pasākumi')"
HOOKS = f"{LIST}/subscriptions"
PLAIN = "application/json;odata=nometadata"
END = "2021-07-01T00:00:00Z"


class Listener:
    """An address that is told: ``heard`` are the notices, ``statuses`` what it answers to them, in turn, then 200."""

    def __init__(self) -> None:
        self.heard: list[Any] = []
        self.statuses: list[int] = []
        self.greets = True

    async def __call__(self, request: Request) -> Response:
        token = request.query_params.get("validationtoken")
        if token is not None:
            return PlainTextResponse(token if self.greets else "?")
        self.heard.append(await request.json())
        return Response(status_code=self.statuses.pop(0) if self.statuses else 200)


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def address(outside: Serving, listener: Listener) -> str:
    return outside.start(Starlette(routes=[Route("/hook", listener.__call__, methods=["POST"])])) + "/hook"


def subscribe(client: Client, address: str, **more: str) -> tuple[int, Any]:
    body = {"resource": "x", "notificationUrl": address, "expirationDateTime": END, "clientState": "s", **more}
    return client.post(HOOKS, body, form=PLAIN)


def test_whoever_subscribed_is_told_that_a_list_changed_and_not_what(
    site: Site, client: Client, listener: Listener, address: str
) -> None:
    status, made = subscribe(client, address)
    measures = site.list("Pasakumi")
    assert (status, made["resource"], made["clientState"]) == (201, measures.id, "s")
    for title in "abc":
        measures.add({"Title": title})
    until(lambda: len(listener.heard) > 0)
    notice = {
        "subscriptionId": made["id"],
        "clientState": "s",
        "expirationDateTime": END,
        "resource": measures.id,
        "tenantId": site.id,
        "siteUrl": "/sites/ogp",
        "webId": site.id,
    }
    assert listener.heard == [{"value": [notice]}]


def test_an_address_that_does_not_answer_the_greeting_is_refused(
    client: Client, listener: Listener, address: str
) -> None:
    listener.greets = False
    assert subscribe(client, address)[0] == 400
    assert client.get(HOOKS, PLAIN)[1]["value"] == []
    assert subscribe(client, "http://127.0.0.1:9/hook")[0] == 400


def test_a_notice_is_tried_five_times(site: Site, client: Client, listener: Listener, address: str) -> None:
    site.hooks.retry = 0.0
    subscribe(client, address)
    listener.statuses = [500] * 6
    site.list("Pasakumi").add({"Title": "x"})
    until(lambda: len(site.hooks.told) == 5)
    site.list("Pasakumi").edit(1, {"Title": "y"})
    until(lambda: len(site.hooks.told) == 7)
    assert site.hooks.told == [(address, 500)] * 6 + [(address, 200)]


def test_a_subscription_is_renewed_ends_and_runs_out(site: Site, client: Client, clock: Clock, address: str) -> None:
    one = f"{HOOKS}('{subscribe(client, address)[1]['id']}')"
    later = "2021-07-02T00:00:00Z"
    assert client.post(one, {"expirationDateTime": later}, method="PATCH")[0] == 204
    assert client.get(one, PLAIN)[1]["expirationDateTime"] == later
    assert client.post(one, method="DELETE")[0] == 204
    assert client.get(one)[0] == 404
    subscribe(client, address)
    clock.advance(timedelta(days=179))
    assert client.get(HOOKS, PLAIN)[1]["value"] == []


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ({"expirationDateTime": "2021-07-04T00:00:00Z"}, "180 days"),
        ({"expirationDateTime": "2021-01-03T00:00:00Z"}, "180 days"),
        ({"expirationDateTime": "tomorrow"}, "tomorrow"),
        ({"clientState": "x" * 129}, "clientState"),
        ({"nowhere": "x"}, "nowhere"),
    ],
)
def test_a_subscription_that_cannot_be_is_refused_by_name(
    client: Client, address: str, more: dict[str, str], named: str
) -> None:
    status, answer = subscribe(client, address, **more)
    assert (status, named in answer["odata.error"]["message"]["value"]) == (400, True)
