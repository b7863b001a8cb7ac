"""Alarms from end to end: each trouble comes about, a coordinator reads of it in the chat, and of its end."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.telegram.webhook import Webhook
from forum import alarms, pulses
from forum.pulses import Beat, Part, Pulse
from forum.times import real
from sandbox.certificates import make_client_certificate
from service.backups import Backups
from service.watching import Watching
from tests.bot.conftest import Cast
from tests.bot.town import last, running
from tests.bots import bot_at
from tests.databases import Files
from tests.facts import FORUM, policy
from tests.waiting import soon

# Nobody listens there.
RIVAL = "http://127.0.0.1:9/vecais"


@dataclass
class Watch:
    """A forum that is looked at; ``watching`` has been at work for three days."""

    cast: Cast
    watching: Watching

    async def told(self) -> tuple[list[str], str]:
        """The troubles that last, and the beginning of what the coordinator read last, after one look."""
        await self.watching.tick()
        await self.cast.town.settle() if self.cast.town.api.hook is None else await self.cast.town.delivery.step()
        lasting = self.watching.store.read_now(alarms.lasting, FORUM)
        return lasting, _beginning(last(self.cast.chief).text) if self.cast.chief.messages else ""

    def beat(self, part: Part, ago: timedelta = timedelta(), word: str = "") -> None:
        self.cast.town.do(lambda session: pulses.beat(session, FORUM, part, real=real() - ago, word=word))

    def age(self, part: Part, by: timedelta) -> None:
        """As if it had been so much longer ago."""

        def age(session: Session) -> None:
            session.execute(update(Pulse).where(Pulse.part == part).values(at=real() - by))

        self.cast.town.do(age)

    def beats(self) -> dict[Part, Beat]:
        return self.cast.town.store.read_now(pulses.last, FORUM)


def _beginning(text: str) -> str:
    return re.split(r"[.,:(]", text)[0].strip()


@pytest.fixture
def watch(one: Cast, tmp_path: Path) -> Watch:
    return Watch(
        one,
        Watching(
            store=one.town.store,
            forum=FORUM,
            policy=policy(),
            clock=one.town.clock.now,
            begun=real() - timedelta(days=3),
            parts=frozenset({Part.HEARD}),
            backups=None,
            certificate=None,
        ),
    )


def hook(watch: Watch, url: str) -> Webhook:
    town = watch.cast.town
    return Webhook(store=town.store, forum=FORUM, bot=town.bot, url=url, secret="a-word", look_seconds=0.05)


async def test_answers_that_do_not_come_in(watch: Watch) -> None:
    watch.beat(Part.HEARD, timedelta(minutes=14))
    assert await watch.told() == ([], "")
    watch.age(Part.HEARD, timedelta(minutes=16))
    assert await watch.told() == (["replies"], "Dalībnieku atbildes pašlaik nesaņemam")
    watch.cast.member.says("/help")
    async with running(watch.cast.town.polling):
        await soon(lambda: real() - watch.beats()[Part.HEARD].at < timedelta(minutes=1))
    assert await watch.told() == ([], "Dalībnieku atbildes atkal saņemam")


async def test_a_site_that_cannot_be_read(watch: Watch) -> None:
    watch.watching = replace(watch.watching, parts=frozenset({Part.READ}))
    watch.beat(Part.READ, timedelta(minutes=121))
    assert await watch.told() == (["site"], "Platformu neizdodas nolasīt")
    watch.beat(Part.READ)
    assert await watch.told() == ([], "Platforma atkal ir pieejama")


async def test_a_backup_that_is_old_a_certificate_that_ends_and_a_clock_that_is_wrong(
    watch: Watch, sqlite_databases: Files, tmp_path: Path
) -> None:
    file = tmp_path / "forumbot.pem"
    bare = replace(watch.watching, parts=frozenset())
    watch.watching = replace(bare, backups=Backups(url=sqlite_databases.ready(), folder=tmp_path, keep=1))
    assert await watch.told() == (["backup"], "Rezerves kopija ir novecojusi")
    await watch.watching.backups.tick()  # type: ignore[union-attr]
    assert await watch.told() == ([], "Rezerves kopijas atkal tiek veidotas")

    make_client_certificate(file, days=29)
    watch.watching = replace(bare, certificate=file)
    assert await watch.told() == (["certificate"], "Drīz beigsies sertifikāts")
    file.unlink()
    make_client_certificate(file)
    assert await watch.told() == ([], "Platformas sertifikāts ir atjaunots")

    watch.watching = bare
    watch.beat(Part.HEARD, word="-121")
    assert await watch.told() == (
        ["clock"],
        "Servera pulkstenis neiet pareizi",
    )
    watch.beat(Part.HEARD, word="2")
    assert await watch.told() == ([], "Servera pulkstenis atkal iet pareizi")


async def test_a_second_service_that_fetches_too(watch: Watch) -> None:
    town = watch.cast.town
    watch.beat(Part.HEARD)
    async with running(town.polling), bot_at(town.bot.base_url.partition("/bot")[0], town.api.token) as other:
        await soon(lambda: town.api.updates._poll is not None)
        await other.get_updates(timeout=0)
        await soon(lambda: Part.REFUSED in watch.beats())
    assert await watch.told() == (["refused"], "Lietotne Telegram liedz mums piekļuvi")
    # The two are refused in turn: once let in is not yet over.
    watch.beat(Part.HEARD)
    assert (await watch.told())[0] == ["refused"]
    watch.age(Part.REFUSED, timedelta(minutes=11))
    assert await watch.told() == ([], "Lietotne Telegram atkal dod mums piekļuvi")


@pytest.mark.parametrize("fetches", [True, False], ids=["fetching", "visited"])
async def test_a_second_service_that_has_the_messages_brought_to_itself(watch: Watch, *, fetches: bool) -> None:
    """Once it may be a leftover, and is set right; a rival that comes again is told of, and let be for a while."""
    town = watch.cast.town
    ours = "" if fetches else "http://127.0.0.1:9/musu"
    if fetches:
        watch.cast.member.says("/help")
    async with running(town.polling if fetches else hook(watch, ours)):
        await soon(lambda: Part.HEARD in watch.beats())
        await town.bot.set_webhook(RIVAL)
        await soon(lambda: (town.api.hook.url if town.api.hook else "") == ours)
        assert await watch.told() == ([], "")
        await town.bot.set_webhook(RIVAL)
        await soon(lambda: Part.TAKEN in watch.beats())
        await asyncio.sleep(0.2)
        assert town.api.hook is not None
        assert town.api.hook.url == RIVAL
    watch.age(Part.HEARD, timedelta(minutes=16))
    assert await watch.told() == (["taken"], "Dalībnieku ziņas lietotnē Telegram pašlaik nonāk citā sistēmā")
    assert "sistēmā (127.0.0.1)" in last(watch.cast.chief).text
    await town.bot.delete_webhook()
    watch.beat(Part.HEARD)
    watch.age(Part.TAKEN, timedelta(minutes=31))
    assert await watch.told() == ([], "Dalībnieku ziņas lietotnē Telegram atkal saņemam mēs")
