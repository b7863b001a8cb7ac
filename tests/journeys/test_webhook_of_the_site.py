"""The site tells that a list has changed: it is read within seconds, while the schedule stands still. What anybody else
says at that address does nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from config.settings import read
from forum import forums
from forum.plan import Measure
from forum.store.door import Store
from sandbox.clock import Clock
from sandbox.outside import Outside
from service.bell import BELL, GATHER
from service.engines.embedded import Embedded
from service.pages import pages
from service.parts import outfit
from service.stage import environment
from service.works import Works
from sync.lists import PULLED, WATCHED
from tests.ports import free_port
from tests.waiting import PATIENCE, soon

STILL: Mapping[str, float] = {"pull": 3600, "subscribe": 3600, "decide": 3600, "sweep": 3600, "watch": 3600}


@pytest.fixture
def address() -> str:
    return f"http://127.0.0.1:{free_port()}/vietne"


@dataclass
class Told:
    """A site, and the memory of a service that it can tell of its changes at ``address``."""

    outside: Outside
    store: Store
    address: str

    async def titles(self) -> set[str]:
        """What the measures are called, as the service knows them."""

        def query(session: Session) -> set[str]:
            return set(session.scalars(select(Measure.title)))

        return await self.store.read(query)

    async def until_read(self, titles: set[str]) -> None:
        """Wait for measures, and for those of these titles."""
        async with asyncio.timeout(PATIENCE):
            while not (found := await self.titles()) or not found >= titles:  # noqa: ASYNC110
                await asyncio.sleep(0.02)

    def readings(self) -> int:
        """How often the site was read for what changed: in this list nothing does, so it is asked once each time."""
        asked = f"lists(guid'{self.outside.site.list('Plani').id}')/getchanges"
        return sum(asked in entry["path"].lower() for entry in self.outside.site_ledger.entries)

    async def says(self, body: object) -> int:
        async with httpx.AsyncClient(trust_env=False) as http:
            return (await http.post(self.address, json=body)).status_code


@pytest.fixture
async def told(tmp_path: Path, database_url: str, address: str) -> AsyncIterator[Told]:
    """Read once and subscribed to; both sides live in real time."""
    with Outside(Clock(datetime.now(UTC), flowing=True), tmp_path / "outside") as outside:
        given = environment(outside, database_url)
        given["FORUMBOT_WEB__PORT"] = str(httpx.URL(address).port)
        given["FORUMBOT_SHAREPOINT__WEBHOOK_URL"] = address
        (settings,) = read([], given)
        with Store.open(database_url) as store:
            works = Works([outfit(settings, store, outside.clock.now)], store, Embedded(), seconds=STILL)
            async with pages(settings, store, works.services):
                await works.start()
                one = Told(outside, store, address)
                await soon(lambda: len(outside.site.hooks.subscriptions) == len((*PULLED, *WATCHED)))
                await one.until_read(set())
                yield one
                await works.stop()


async def test_a_burst_of_changes_is_read_at_once_and_together(told: Told) -> None:
    site = told.outside.site
    before = told.readings()
    for number in (1, 2, 3):
        site.list("Pasakumi").edit(number, {"Title": f"Mainīts {number}"})
    site.list("Institucijas").edit(1, {"Title": "Mainīta iestāde"})
    await told.until_read({"Mainīts 1", "Mainīts 2", "Mainīts 3"})
    await soon(lambda: {status for _, status in site.hooks.told} == {200})
    assert told.readings() == before + 1


async def test_a_wrong_word_and_nonsense_do_nothing(told: Told) -> None:
    await soon(lambda: told.readings() == 0)
    body: object
    for body in ({"value": [{"clientState": "w" * 64}]}, {"value": [{}]}, [], "clientState"):
        assert await told.says(body) == 200
    await asyncio.sleep(GATHER * 2)
    assert told.readings() == 0
    word = await told.store.read(forums.word, "ogp", BELL)
    assert await told.says({"value": [{"clientState": word}]}) == 200
    await soon(lambda: told.readings() == 1)
