"""Pacing, in real time, before a chat service that refuses whoever is too fast."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot.pacing import MADE_UP, SPARE, Pacer
from forum.people import Person
from sandbox.botapi import BotApi
from tests.bot.town import Town, said


def members(town: Town, count: int) -> list[Person]:
    made = town.make(lambda facts: [facts.member(f"Kontaktpersona {number}") for number in range(count)])
    for person in made:
        town.of(person)
    return made


@pytest.fixture
def strict(town: Town, api: BotApi) -> Town:
    """A town whose chat service enforces its limits, and a bot that knows them."""
    api.enforce_limits = True
    town.pacer = Pacer()
    town.restart()
    return town


def statuses(town: Town) -> set[int]:
    return {entry["status"] for entry in town.asked("sendMessage")}


async def test_sixty_chats_and_five_messages_to_one_of_them(strict: Town) -> None:
    everyone = members(strict, 60)
    for person in everyone + everyone[:1] * 4:
        strict.put(person, "stranger")
    await strict.settle()
    assert strict.outgoing() == [("stranger", "sent")] * 64
    assert statuses(strict) == {200}
    assert [len(said(strict.of(person))) for person in everyone] == [5, *[1] * 59]


async def test_those_who_waited_for_their_chats_do_not_all_go_at_once() -> None:
    """Eight chats wait for their second message while many others are written to."""
    pacer = Pacer(per_second=40, chat_seconds=0.5)
    taken: list[float] = []

    async def turn(chat: str) -> None:
        async with pacer.turn(chat):
            taken.append(time.monotonic())

    others = [str(number) for number in range(24)]
    await asyncio.gather(*(turn(chat) for chat in [*"abcdefgh" * 2, *others]))
    most = max(sum(begun <= one < begun + 0.5 for one in taken) for begun in taken)
    assert most <= 26  # 20, four that follow at once upon the pause, and a little for a machine that wakes late


async def test_however_late_a_message_comes_in_no_second_holds_more() -> None:
    """Each turn lasts for a while, and its message comes in at any moment of it."""
    pacer = Pacer(per_second=20, chat_seconds=0)
    came_in: list[float] = []

    async def send(late: float) -> None:
        async with pacer.turn(None):
            await asyncio.sleep(late)
            came_in.append(time.monotonic())

    lateness = [0.4, 0.3, 0.2, 0.1, 0.0] * 12
    await asyncio.gather(*(send(late) for late in lateness))
    assert max(sum(begun <= one < begun + 1.0 for one in came_in) for begun in came_in) <= 20 + SPARE


async def test_turns_stand_apart_over_all_and_in_each_chat() -> None:
    pacer = Pacer(per_second=100, chat_seconds=0.2)
    for _ in range(MADE_UP + 1):  # as after a busy while: nothing is to be made up for
        async with pacer.turn(None):
            pass
    begun = time.monotonic()
    taken: list[tuple[str | None, float]] = []

    async def turn(chat: str | None) -> None:
        async with pacer.turn(chat):
            taken.append((chat, time.monotonic() - begun))

    await asyncio.gather(*(turn(chat) for chat in ("a", "a", "b", None, "c")))
    assert sorted(chat or "" for chat, _ in taken[:4]) == ["", "a", "b", "c"]
    assert taken[4][0] == "a"  # its own second, which held up nobody
    assert 0.029 < taken[3][1] < taken[4][1]
    assert taken[4][1] >= 0.199
