"""Each list that is read is subscribed to, once, and anew in time; a site that refuses is read all the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from sandbox.serving import Serving
from sync.lists import PULLED, WATCHED
from sync.sharepoint.site import SharePoint
from sync.subscribing import LASTS, LOOK_AGAIN, SPARE, TRY_AGAIN, Subscribing, Subscription, wanted
from tests.sync.conftest import START, Outside

WORD = "w" * 64


async def greet(request: Request) -> Response:
    return PlainTextResponse(request.query_params.get("validationtoken", ""))


@pytest.fixture(scope="module")
def address(serving: Serving) -> str:
    return serving.start(Starlette(routes=[Route("/vietne", greet, methods=["POST"])])) + "/vietne"


def standing(outside: Outside) -> dict[str, list[tuple[str, str | None, datetime]]]:
    """The subscriptions of each list by its title: address, word, end."""
    return {
        rows.title: [(one.url, one.state, one.expires) for one in outside.site.hooks.of(rows.id)]
        for rows in outside.site.lists
        if outside.site.hooks.of(rows.id)
    }


async def test_every_list_that_is_read_is_subscribed_to_once_and_renewed_in_time(
    outside: Outside, workspace: SharePoint, address: str
) -> None:
    subscribing = Subscribing(workspace, url=address, word=WORD)
    await subscribing.tick(real=START)
    first = standing(outside)
    assert len(first) == len((*PULLED, *WATCHED))
    assert list(first.values()) == [[(address, WORD, START + LASTS)]] * len(first)

    asked = len(outside.ledger.entries)
    await subscribing.tick(real=START + LOOK_AGAIN / 2)
    assert len(outside.ledger.entries) == asked

    late = START + LASTS - SPARE
    outside.clock.set(late)
    await subscribing.tick(real=late)
    assert list(standing(outside).values()) == [[(address, WORD, late + LASTS)]] * len(first)


async def test_another_address_or_word_takes_the_place_of_the_old_one(
    outside: Outside, workspace: SharePoint, address: str
) -> None:
    await Subscribing(workspace, url=address, word="agrāk").tick(real=START)
    await Subscribing(workspace, url=address, word=WORD).tick(real=START)
    await Subscribing(workspace, url=f"{address}?jauna", word=WORD).tick(real=START)
    assert {tuple(one) for one in standing(outside).values()} == {((f"{address}?jauna", WORD, START + LASTS),)}


async def test_a_site_that_refuses_is_asked_again_later(
    outside: Outside, workspace: SharePoint, serving: Serving, address: str
) -> None:
    deaf = serving.start(Starlette(routes=[])) + "/vietne"
    subscribing = Subscribing(workspace, url=deaf, word=WORD)
    await subscribing.tick(real=START)
    tried = len(outside.asked("POST", "/subscriptions"))
    await subscribing.tick(real=START + TRY_AGAIN / 2)
    assert (standing(outside), tried) == ({}, len((*PULLED, *WATCHED)))
    assert len(outside.asked("POST", "/subscriptions")) == tried
    await subscribing.tick(real=START + TRY_AGAIN)
    assert len(outside.asked("POST", "/subscriptions")) == 2 * tried


async def test_with_the_site_down_nothing_is_raised_and_it_is_asked_at_the_next_tick(
    outside: Outside, workspace: SharePoint, address: str
) -> None:
    subscribing = Subscribing(workspace, url=address, word=WORD)
    outside.site.down = True
    await subscribing.tick(real=START)
    outside.site.down = False
    await subscribing.tick(real=START)
    assert len(standing(outside)) == len((*PULLED, *WATCHED))


def test_others_subscriptions_are_left_alone() -> None:
    url, ends = "https://forum.example", START + LASTS
    theirs = Subscription(number="1", url="https://flow.example", word="x", expires=ends)
    ours = Subscription(number="2", url=url, word=WORD, expires=ends)
    old = replace(ours, expires=START + timedelta(days=1))
    assert wanted([theirs], url=url, word=WORD, real=START) == replace(ours, number="")
    assert wanted([theirs, old], url=url, word=WORD, real=START) == ours
    assert wanted([theirs, ours], url=url, word=WORD, real=START) is None
