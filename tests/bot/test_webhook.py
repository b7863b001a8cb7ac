"""The webhook: what Telegram brings is kept before it is told so, only Telegram is listened to, and it is set anew."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import httpx
import pytest
from starlette.applications import Starlette

from bot.telegram.webhook import HEADER, LARGEST, Visits, Webhook
from forum import pulses
from forum.inbox import IncomingMessage
from forum.pulses import Beat, Part
from sandbox.serving import Serving
from tests.bot.conftest import Cast
from tests.bot.town import Town, running
from tests.facts import FORUM
from tests.waiting import soon

SECRET = "a-word"


@pytest.fixture
def visits(town: Town, serving: Serving) -> Visits:
    """Where Telegram may come on this machine; it has not been told of it."""
    app = Starlette()
    made = Visits(
        store=town.store, forum=FORUM, url=f"{serving.start(app)}/telegram", secret=SECRET, stored=lambda: None
    )
    app.routes.extend(made.routes())
    return made


@pytest.fixture
def hook(town: Town, visits: Visits) -> Webhook:
    return Webhook(store=town.store, forum=FORUM, bot=town.bot, url=visits.url, secret=SECRET)


async def brought(at: Visits, content: bytes, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {HEADER.encode(): secret.encode()}
    async with httpx.AsyncClient(trust_env=False) as client:
        return (await client.post(at.url, content=content, headers=headers)).status_code


def kept(town: Town) -> list[str]:
    return [row.external_id for row in town.all(IncomingMessage)]


def beats(town: Town) -> dict[Part, Beat]:
    return town.store.read_now(pulses.last, FORUM)


UPDATE = b'{"update_id": 7, "message": {"message_id": 1, "chat": {"id": 77}, "text": "x"}}'


async def test_an_update_is_kept_once_however_often_it_is_brought(town: Town, visits: Visits) -> None:
    assert [await brought(visits, UPDATE) for _ in range(3)] == [200, 200, 200]
    assert kept(town) == ["7"]


@pytest.mark.parametrize("secret", [None, "", "a-wore", "ā"])
async def test_only_telegram_is_listened_to(town: Town, visits: Visits, secret: str | None) -> None:
    assert await brought(visits, UPDATE, secret) == 403
    assert kept(town) == []


async def test_what_has_no_id_is_left_out_and_holds_up_nothing(town: Town, visits: Visits) -> None:
    answers = [await brought(visits, body) for body in (b"", b"{", b"[]", b"{}", b'{"update_id": "x"}', UPDATE)]
    assert (answers, kept(town)) == ([200] * 6, ["7"])


async def test_what_is_far_too_large_is_refused(town: Town, visits: Visits) -> None:
    assert await brought(visits, b" " * (LARGEST + 1)) == 413
    assert kept(town) == []


async def test_what_could_not_be_kept_is_brought_again(town: Town, visits: Visits) -> None:
    town.store.close()
    assert await brought(visits, UPDATE) == 503


async def test_members_are_heard_through_it(one: Cast, hook: Webhook) -> None:
    async with running(hook):
        await soon(lambda: Part.HEARD in beats(one.town))
        one.member.says("/help")
        await soon(lambda: kept(one.town))
    await one.town.lanes.step()
    await one.town.delivery.step()
    assert one.town.outgoing("help") == [("help", "sent")]


async def test_an_address_that_was_taken_away_is_set_again(town: Town, hook: Webhook) -> None:
    async with running(hook):
        await soon(lambda: Part.HEARD in beats(town))
    await town.bot.delete_webhook()
    async with running(hook):
        await soon(lambda: town.api.hook is not None)
    assert (await town.bot.get_webhook_info()).url == hook.url


async def test_fetching_takes_the_updates_back(one: Cast, hook: Webhook) -> None:
    """The settings name no address any more; Telegram still knows the old one."""
    await one.town.bot.set_webhook("http://127.0.0.1:9/nowhere", secret_token=SECRET)
    one.member.says("/help")
    async with running(one.town.polling):
        await soon(lambda: kept(one.town))
    assert (await one.town.bot.get_webhook_info()).url == ""


async def test_a_webhook_that_does_not_reach_us_is_no_sign_of_life(town: Town, hook: Webhook) -> None:
    away = replace(hook, url="http://127.0.0.1:9/nowhere", look_seconds=0.05)
    async with running(away):
        await soon(lambda: Part.HEARD in beats(town))
        town.account(77).says("/help")
        await soon(lambda: town.api.hook is not None and town.api.hook.error)
        await asyncio.sleep(0.2)
        before = beats(town)
        await asyncio.sleep(0.3)
        assert beats(town) == before
