"""Delivery at its pace: chat by chat in order, nobody held up by another, never more than the channel bears."""

from __future__ import annotations

import asyncio

from bot.channel import Spoken, TryLater
from bot.pacing import CHAT_SECONDS, Pacer
from bot.telegram.wire import TelegramChannel
from tests.bot.channels import Listener, failing, over, state
from tests.bot.conftest import Cast
from tests.bot.town import said


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
