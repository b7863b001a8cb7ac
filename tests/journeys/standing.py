"""What journeys share: a service whose ticks stand still, its people, and what they see."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sandbox.botapi import Message, Person
from service.cast import join
from service.stage import Stage
from tests.waiting import PATIENCE

RIGA = ZoneInfo("Europe/Riga")
IZM = "IZM kontaktpersona"
VARAM = "VARAM kontaktpersona"
COORDINATOR = "VK koordinators"

# The ticks stand still: each test says when something is due.
STILL: Mapping[str, float] = {"pull": 3600, "decide": 3600, "sweep": 3600}


async def joined(on: Stage, *roles: str) -> list[Person]:
    cast = await on.cast(list(roles))
    await join(list(cast.values()), on.settle)
    return [cast[role].account for role in roles]


async def goes_on(on: Stage) -> None:
    """The platform is there again, and what waited for it is tried."""
    on.outside.site.down = False
    await all_written(on)


async def all_written(on: Stage) -> None:
    """Nothing waits for the platform any more."""
    async with asyncio.timeout(PATIENCE):
        while await on.waiting_writes():
            await asyncio.sleep(0.1)
            await on.settle()
    await on.settle()


def last(person: Person) -> Message:
    return person.messages[-1]


def labels(message: Message) -> list[list[str]]:
    return [[button.text for button in row] for row in message.keyboard]


def row(on: Stage, url: str, name: str, value: str) -> dict[str, Any]:
    return next(dict(one) for one in on.outside.site.list(url).rows() if one[name] == value)


def mornings(on: Stage, day: date) -> None:
    on.outside.clock.set(datetime.combine(day, datetime.min.time(), RIGA) + timedelta(hours=9))
