"""Delivery at its pace: chat by chat in order, nobody held up by another, never more than the channel bears."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from bot.channel import Spoken, TryLater
from bot.pacing import CHAT_SECONDS, Pacer
from bot.parcels import Room, claim, take_up
from bot.telegram.wire import TelegramChannel
from forum.outbox import OutgoingMessage, State
from forum.times import real
from tests.bot.channels import Listener, failing, over, state
from tests.bot.conftest import Cast, cast
from tests.bot.town import POLICY, Town, said
from tests.facts import FORUM, TELEGRAM, at


async def test_in_a_chat_one_after_the_other_in_the_order_they_were_decided(one: Cast) -> None:
    for number in range(4):
        one.town.put(one.person, "invitation", name=f"Nr. {number}", token="t")
    one.town.put(one.coordinator, "welcome-back")
    await one.town.settle()
    assert [text.partition("Nr. ")[2][0] for text in said(one.member)] == ["0", "1", "2", "3"]


class Slow(Listener):
    """A channel that takes its time with one chat until it is let go."""

    def __init__(self, slow: str) -> None:
        super().__init__(lambda: "1")
        self.slow, self.go = slow, asyncio.Event()

    async def send(self, address: str, spoken: Spoken, *, edits: str | None) -> str:
        self.heard.append(address)
        if address == self.slow:
            await self.go.wait()
        return "1"


async def test_a_send_that_takes_long_holds_up_its_own_chat_alone(one: Cast) -> None:
    town, others = one.town, one.town.make(lambda facts: [facts.member(f"Kontaktpersona {n}") for n in range(20)])
    slow = Slow(str(1000 + one.person.id))
    for _ in range(2):
        town.put(one.person, "welcome-back")
    for person in others:
        town.put(person, "welcome-back")
    delivery = over(town, slow)

    while town.outgoing().count(("welcome-back", "sent")) < len(others):
        await delivery.step()
    assert town.outgoing()[:2] == [("welcome-back", "sending"), ("welcome-back", "pending")]
    slow.go.set()
    while await delivery.step():
        pass
    assert town.outgoing() == [("welcome-back", "sent")] * 22


async def test_when_the_service_is_asked_too_much_everyone_waits(two: Cast) -> None:
    two.town.put(two.person, "welcome-back")
    await over(two.town, failing(TryLater("too fast", seconds=7))).step()
    number = two.town.put(two.coordinator, "welcome-back")
    await two.town.settle()
    assert state(two.town, number) == ("pending", None, 0)
    two.town.pass_time()
    await two.town.settle()
    assert two.town.outgoing() == [("welcome-back", "sent")] * 2


async def test_a_new_process_keeps_the_old_ones_pace(two: Cast) -> None:
    """What was sent in the last moment counts, whoever sent it."""
    two.town.pacer = Pacer()
    two.town.restart()
    two.town.put(two.person, "welcome-back")
    await two.town.settle()
    two.town.pacer = Pacer()
    two.town.restart()
    assert two.town.pacer.resting() == set()
    await two.town.delivery.recover()
    assert two.town.pacer.resting() == {str(1000 + two.person.id)}


async def test_a_new_process_counts_from_when_a_message_may_have_come_in(two: Cast) -> None:
    """Not from when it was taken up: it may have taken a while until it was there."""

    class Late(TelegramChannel):
        async def send(self, address: str, spoken: Spoken, *, edits: str | None) -> str:
            await asyncio.sleep(CHAT_SECONDS / 2)
            return await super().send(address, spoken, edits=edits)

    two.town.api.enforce_limits = True
    two.town.put(two.person, "welcome-back")
    await over(two.town, Late(two.town.bot)).step()
    two.town.put(two.person, "welcome-back")
    two.town.pacer = Pacer()
    two.town.restart()
    await two.town.delivery.recover()
    await two.town.settle()
    assert two.town.outgoing() == [("welcome-back", "sent")] * 2
    assert [one["status"] for one in two.town.asked("sendMessage")] == [200, 200]


async def test_only_what_is_on_the_wire_is_in_doubt_after_a_crash(one: Cast) -> None:
    """Whoever waits for their turn is taken up, and is not being sent yet."""
    town = one.town
    town.pacer = Pacer(per_second=1, chat_seconds=0)  # of which three are under way at once at the most
    people = town.make(lambda facts: [facts.member(f"Kontaktpersona {number}") for number in range(6)])
    for person in people:
        town.put(person, "welcome-back")
    silent = Silent()
    going = asyncio.create_task(over(town, silent).step())
    await silent.three.wait()
    assert [state for _, state in town.outgoing()] == ["sending"] * 3 + ["pending"] * 3

    going.cancel()
    town.pass_time()
    assert await town.delivery.recover() == 3
    for person in people:
        town.of(person)
    await town.settle()
    assert [state for _, state in town.outgoing()] == ["unknown"] * 3 + ["sent"] * 3


class Silent(Listener):
    """A channel that never answers."""

    def __init__(self) -> None:
        super().__init__(lambda: "1")
        self.three = asyncio.Event()

    async def send(self, address: str, spoken: Spoken, *, edits: str | None) -> str:
        self.heard.append(address)
        if len(self.heard) == 3:
            self.three.set()
        await asyncio.Event().wait()
        return "1"


def drop(row: OutgoingMessage) -> None:
    row.state = State.DROPPED


def put_off(row: OutgoingMessage) -> None:
    row.retry_at = real() + timedelta(hours=1)


def add(row: OutgoingMessage) -> None:
    row.values = {**row.values, "count": 2}


@pytest.mark.parametrize("change", [drop, put_off, add])
async def test_what_changes_before_its_turn_is_not_sent_as_it_was(
    either_town: Town, change: Callable[[OutgoingMessage], None]
) -> None:
    one = cast(either_town)
    number = one.town.put(one.person, "welcome-back")
    moment = at("2021-01-18 10:42", real=real())
    (parcel,) = one.town.do(partial(take_up, forum=FORUM, room=Room({TELEGRAM: 8}), policy=POLICY, at=moment)).parcels

    one.town.do(lambda session: change(session.get_one(OutgoingMessage, number)))
    assert one.town.do(partial(claim, parcel=parcel, policy=POLICY, at=moment)) is None
    assert one.town.message(number).attempts == 0


async def test_a_message_is_claimed_once(either_town: Town) -> None:
    one = cast(either_town)
    number = one.town.put(one.person, "welcome-back")
    moment = at("2021-01-18 10:42", real=real())
    (parcel,) = one.town.do(partial(take_up, forum=FORUM, room=Room({TELEGRAM: 8}), policy=POLICY, at=moment)).parcels
    assert state(one.town, number) == ("pending", None, 0)

    claims = [one.town.do(partial(claim, parcel=parcel, policy=POLICY, at=moment)) for _ in range(2)]
    assert claims == [replace(parcel, epoch=1, attempts=1), None]
    assert state(one.town, number) == ("sending", None, 1)
