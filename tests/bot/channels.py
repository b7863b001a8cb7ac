"""Channels beyond the port, which do what they are told when they are asked to send; and a delivery over one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.carrier import Carrier, by_name, chat
from bot.channel import Spoken
from bot.delivery import Delivery
from tests.bot.town import POLICY, Town
from tests.facts import FORUM
from words.messages import Messages
from words.texts import Texts


class Listener:
    """A channel beyond the port, which does what it is told when it is asked to send."""

    name = "telegram"

    def __init__(self, answers: Callable[[], str]) -> None:
        self._answers = answers
        self.heard: list[str] = []

    async def send(self, address: str, spoken: Spoken, *, edits: str | None) -> str:
        self.heard.append(address)
        return self._answers()

    async def toast(self, press: str, text: str) -> None:
        raise NotImplementedError

    def link(self, token: str) -> str:
        return token


def over(town: Town, channel: Any) -> Delivery:
    """A delivery over another channel."""
    messages = Messages(Texts(POLICY.languages), POLICY.hours.zone, channel.link)
    return Delivery(
        store=town.store,
        forum=FORUM,
        carriers=by_name([Carrier(channel=channel, word=chat(messages), pacer=town.pacer)]),
        policy=POLICY,
        clock=town.clock.now,
    )


def failing(trouble: Exception) -> Listener:
    def fail() -> str:
        raise trouble

    return Listener(fail)


def state(town: Town, number: int) -> tuple[str, str | None, int]:
    row = town.message(number)
    return row.state.value, row.external_id, row.attempts
