"""A town for the tests of the bot: a forum in its memory, the chat service on this machine, and all parts between."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from telegram import Bot

from bot.carrier import Carrier, by_name, chat
from bot.delivery import Delivery
from bot.fetching import Fetching
from bot.lanes import Lanes
from bot.pacing import Pacer
from bot.reading import Reader
from bot.telegram.hearing import NAME, hear
from bot.telegram.polling import Polling
from bot.telegram.webhook import Webhook
from bot.telegram.wire import TelegramChannel
from forum import deciding, forums, operations, outbox
from forum.inbox import IncomingMessage
from forum.operations import WorkspaceOperation
from forum.outbox import OutgoingMessage, To
from forum.people import Person
from forum.policies import Policy
from forum.replies import ReplyVersion
from forum.rounds import Obligation
from forum.store.base import Base
from forum.store.door import Store
from sandbox.botapi import BotApi
from sandbox.botapi import Person as Account
from sandbox.botapi.chats import Message
from sandbox.clock import Clock
from tests.facts import FORUM, HOURS, Facts, policy
from tests.waiting import PATIENCE
from words.messages import Messages
from words.texts import Texts

T = TypeVar("T")
N = TypeVar("N", bound=Base)

POLICY = policy()


def unhurried() -> Pacer:
    return Pacer(per_second=1_000_000, chat_seconds=0)


@dataclass
class Town:
    """The real parts over one memory. Nothing moves by itself: ``settle`` lets all happen that is due."""

    store: Store
    api: BotApi
    bot: Bot
    clock: Clock
    pacer: Pacer = field(default_factory=unhurried)
    policy: Policy = POLICY
    delivery: Delivery = field(init=False)
    lanes: Lanes = field(init=False)
    fetching: Fetching = field(init=False)
    polling: Polling = field(init=False)
    _numbers: Any = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        self.store.do_now(forums.ensure, FORUM, now=self.clock.now())
        self.restart()

    def restart(self) -> None:
        """As after the end of a process: new parts, which know nothing but what is in the memory."""
        channel = TelegramChannel(self.bot)
        shared: dict[str, Any] = {"store": self.store, "forum": FORUM, "policy": self.policy, "clock": self.clock.now}
        messages = Messages(Texts(POLICY.languages), HOURS.zone, channel.link)
        self.lanes = Lanes(
            **shared, channel=channel, messages=messages, readers={NAME: Reader(hear)}, together=PATIENCE
        )
        by_chat = Carrier(channel=channel, word=chat(messages), pacer=self.pacer)
        self.delivery = Delivery(**shared, carriers=by_name([by_chat]))
        self.fetching = Fetching(store=self.store, forum=FORUM, channel=channel, policy=POLICY, clock=self.clock.now)
        self.polling = Polling(store=self.store, forum=FORUM, bot=self.bot, stored=lambda: None)

    async def settle(self) -> None:
        """Fetch, read and send until nothing is due."""
        while sum([await step() for step in self.steps()]):
            pass

    def steps(self) -> tuple[Callable[[], Awaitable[int]], ...]:
        return partial(self.polling.fetch, wait=0), self.lanes.step, self.fetching.step, self.delivery.step

    async def decide(self) -> None:
        """Who owes what today, and who is reminded of it."""
        await self.store.do(deciding.tick, FORUM, now=self.clock.now(), policy=POLICY)

    def pass_time(self) -> None:
        """As if every pause in real time were over."""
        self.hurry()
        self.pacer = unhurried()
        self.restart()

    def hurry(self) -> None:
        """Whatever waits to be tried again is tried at the next step."""

        def hurry(session: Session) -> None:
            for noun in (OutgoingMessage, IncomingMessage):
                session.execute(update(noun).values(retry_at=None))

        self.do(hurry)

    def written(self) -> None:
        """As if all that waits were on the workspace by now; what announces it is let go."""

        def finish(session: Session) -> None:
            for row in session.scalars(select(WorkspaceOperation)):
                row.state = operations.State.DONE
                outbox.release(session, FORUM, row.announces)

        self.do(finish)

    def do(self, verb: Callable[[Session], T]) -> T:
        return self.store.do_now(verb)

    def make(self, make: Callable[[Facts], T]) -> T:
        """Facts, kept; to be made once in a test, as they bring a plan along."""
        return self.do(lambda session: make(Facts(session)))

    def all(self, noun: type[N]) -> list[N]:
        """All of one kind in the order of their making, as they are now."""

        def query(session: Session) -> list[N]:
            return list(session.scalars(select(noun).order_by(noun.__table__.c.id)))

        return self.store.read_now(query)

    def account(self, user_id: int, *, started: bool = True, language: str = "lv") -> Account:
        """Somebody with a chat account."""
        account = self.api.person(user_id, "Member", language_code=language)
        account.chat.started = account.chat.started or started
        return account

    def of(self, person: Person) -> Account:
        """The chat account of a person who has joined."""
        return self.account(1000 + person.id)

    def put(self, to: Person, kind: str, *, asked: bool = True, **values: Any) -> int:
        """Put a message to a person into the outbox; answers its number."""
        number = next(self._numbers)
        now = self.clock.now()

        def keep(session: Session) -> int:
            dedupe = f"test/{number}"
            row = outbox.put(
                session, FORUM, to=To(person_id=to.id), kind=kind, dedupe=dedupe, now=now, values=values, asked=asked
            )
            return row.id

        return self.do(keep)

    def outgoing(self, *kinds: str) -> list[tuple[str, str]]:
        """(kind, state) of the messages of the outbox (of these kinds alone, where named)."""
        return [(row.kind, row.state.value) for row in self.all(OutgoingMessage) if not kinds or row.kind in kinds]

    def message(self, number: int) -> OutgoingMessage:
        return self.store.read_now(lambda session: session.get_one(OutgoingMessage, number))

    def incoming(self) -> list[str]:
        """The states of the inbox's rows."""
        return [row.state.value for row in self.all(IncomingMessage)]

    def versions(self) -> list[tuple[str | None, str]]:
        """(completion, text) of every version of every reply."""
        return [(row.completion and row.completion.value, row.done) for row in self.all(ReplyVersion)]

    def discharged(self) -> list[bool]:
        return [row.discharged_at is not None for row in self.all(Obligation)]

    def asked(self, method: str) -> list[dict[str, Any]]:
        """What the chat service was asked by this method, and answered."""
        return [entry for entry in self.api.ledger.entries if entry["path"].endswith("/" + method)]


def said(account: Account) -> list[str]:
    """What the bot's messages in this chat say now."""
    return [message.text for message in account.messages if message.from_bot]


def last(account: Account) -> Message:
    """The bot's newest message in this chat."""
    return [message for message in account.messages if message.from_bot][-1]


def labels(message: Message) -> list[list[str]]:
    return [[button.text for button in row] for row in message.keyboard]


# What one may do instead of answering a nudge, in the rows below the answers.
WHY = ["Kāpēc saņēmu šo ziņu?"]
INSTEAD = [["Atgādināt vēlāk", "Vajadzīga palīdzība"], WHY]


def toasts(account: Account) -> list[str]:
    return [toast.text for toast in account.toasts]


@asynccontextmanager
async def running(intake: Webhook | Polling) -> AsyncIterator[None]:
    """What takes in, at work meanwhile."""
    task = asyncio.create_task(intake.run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
