"""Delivery while the memory is away: what became of a message is kept all the same, and no doubt is left needlessly."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import make_url
from telegram import Bot

from bot.carrier import by_name
from bot.channel import Spoken
from bot.parcels import Parcel
from forum.store.door import Store
from forum.store.errors import OutcomeUnknown
from sandbox.botapi import BotApi
from sandbox.clock import Clock
from tests.bot.channels import Listener, over, state
from tests.bot.conftest import Cast, cast
from tests.bot.town import Town
from tests.databases import Server
from tests.proxy import Proxy


@pytest.fixture
def url(postgres_databases: Server) -> Iterator[str]:
    address = postgres_databases.ready()
    yield address
    postgres_databases.drop(address)


@pytest.fixture
def line(url: str) -> Iterator[Proxy]:
    """What leads to the memory, which is elsewhere."""
    with Proxy(make_url(url).port or 5432) as standing_before:
        yield standing_before


@pytest.fixture
def far(url: str, line: Proxy, api: BotApi, bot: Bot, clock: Clock) -> Iterator[Cast]:
    """One measure under report."""
    with Store.open(make_url(url).set(port=line.port).render_as_string(hide_password=False)) as store:
        yield cast(Town(store, api, bot, clock), "2.8")


async def test_what_became_of_a_message_is_kept_as_soon_as_the_memory_is_back(far: Cast, line: Proxy) -> None:
    number = far.town.put(far.person, "welcome-back")

    def send_and_lose_the_memory() -> str:
        line.cut()
        asyncio.get_running_loop().call_later(0.2, line.heal)
        return "42"

    await over(far.town, Listener(send_and_lose_the_memory)).step()
    assert state(far.town, number) == ("sent", "42", 1)


async def test_what_may_be_claimed_and_was_not_sent_is_in_no_doubt(far: Cast, line: Proxy) -> None:
    number = far.town.put(far.person, "welcome-back")
    listener = Listener(lambda: "42")
    delivery = over(far.town, listener)
    (carrier,) = delivery.carriers.values()

    def word(parcel: Parcel) -> Spoken:
        """Between its taking up and its claim: the answer to the next commit will be lost."""
        line.cut_answer_to(b"COMMIT")
        return carrier.word(parcel)

    with pytest.raises(OutcomeUnknown):
        await replace(delivery, carriers=by_name([replace(carrier, word=word)])).step()
    assert (state(far.town, number), listener.heard) == (("pending", None, 1), [])
    far.town.hurry()
    await delivery.step()
    assert (state(far.town, number), len(listener.heard)) == (("sent", "42", 2), 1)
