"""Every engine, over every database it can be on: the main job is done, whatever becomes of the wakes and workers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from forum.leases import Hand
from sandbox.outside import Outside
from service.engines.engine import Engine
from tests.service.engines.installation import WOKEN, Place, installation, told
from tests.waiting import soon

REMINDED = "Informācija par 2020. gadu"
RECORDED = "Saņemts un ierakstīts"


@dataclass
class Losing:
    """An engine that loses every wake."""

    engine: Engine

    async def start(self) -> None:
        await self.engine.start()

    async def stop(self) -> None:
        await self.engine.stop()

    def hear(self, forum: str, pump: str, woken: Callable[[], None]) -> None:
        self.engine.hear(forum, pump, woken)

    def forget(self, forum: str, pump: str) -> None:
        self.engine.forget(forum, pump)

    def wake(self, forum: str, *pumps: str) -> None:
        """Lost."""


@dataclass
class Doubling(Losing):
    """An engine that brings every wake twice, and everybody's with it."""

    def wake(self, forum: str, *pumps: str) -> None:
        for _ in range(2):
            self.engine.wake(forum, *pumps, "lanes", "delivery", "push")


async def test_a_nudge_is_answered_and_the_answer_stands_on_the_site(place: Place, outside: Outside) -> None:
    """Nothing looks by itself here: whoever makes work wakes whoever does it, in whichever process."""
    async with installation(place, [outside]) as on:
        await on.workers(seconds=WOKEN)
        member = await on.member()
        member.says("Izpildīts. Viss atvērts.")
        await soon(lambda: member.messages[-1].text.startswith(RECORDED))
        assert (on.answers(), told(member, REMINDED), told(member, RECORDED)) == (["Viss atvērts."], 1, 1)


@pytest.mark.parametrize("carried", [Losing, Doubling])
async def test_wakes_may_be_lost_and_doubled(
    place: Place, outside: Outside, carried: Callable[[Engine], Engine]
) -> None:
    async with installation(place, [outside]) as on:
        await on.workers(carried=carried)
        member = await on.member()
        member.says("Izpildīts. Viss atvērts.")
        await soon(lambda: member.messages[-1].text.startswith(RECORDED))
        assert (on.answers(), told(member, REMINDED), told(member, RECORDED)) == (["Viss atvērts."], 1, 1)


async def test_what_a_stopped_worker_left_another_finishes(place: Place, outside: Outside) -> None:
    async with installation(place, [outside]) as on:
        first = await on.worker()
        member = await on.member()
        outside.site.down = True
        member.says("Izpildīts. Viss atvērts.")
        await soon(lambda: "Platforma pašlaik nav pieejama" in member.messages[-1].text)
        await first.stop()
        assert on.holders() == {}
        member.says("/palidziba")
        outside.site.down = False
        await on.worker()
        await soon(lambda: on.answers() == ["Viss atvērts."] and outside.chat.updates.count() == 0)
        assert told(member, REMINDED) == 1


async def test_two_forums_each_have_their_bot_and_their_site(
    place: Place, outside: Outside, second_outside: Outside
) -> None:
    async with installation(place, [outside, second_outside]) as on:
        await on.workers()
        members = {forum: await on.member(forum) for forum in on.outsides}
        for forum, member in members.items():
            member.says(f"Izpildīts. Darbs forumā {forum}.")
        for forum, member in members.items():
            await soon(lambda member=member: member.messages[-1].text.startswith(RECORDED))  # type: ignore[misc]
            assert on.answers(forum) == [f"Darbs forumā {forum}."]


async def test_two_forums_are_shared_out_between_two_workers(
    place: Place, outside: Outside, second_outside: Outside
) -> None:
    def listening() -> int:
        """How often a bot has made itself known, by each process that does its work."""
        return sum(one["path"].endswith("getMe") for at in on.outsides.values() for one in at.chat_ledger.entries)

    async with installation(place, [outside, second_outside]) as on:
        await on.worker()
        await soon(lambda: listening() == 2)
        if not place.one_process:
            await on.worker()
            await soon(lambda: listening() == 3)
        working = {on.holders(forum)[Hand.BOT] for forum in on.outsides}
        assert len(working) == (1 if place.one_process else 2)
