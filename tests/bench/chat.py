"""The chat service of the benchmarks, in a process of its own: many members who write, at once or at a steady pace."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from sandbox.botapi import BotApi
from sandbox.botapi import Person as Account
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.serving import Serving
from tests.facts import riga
from tests.faults.process import FORKING

TOKEN = "123:SECRET"
BEGUN = riga("2021-01-11 10:42")
# Sending and reading are given so long (seconds) in all.
LONGEST = 300.0


class Forgetful(Ledger):
    """A ledger that keeps nothing: what is measured is not its growth."""

    def write(self, **told: Any) -> None:
        pass


@dataclass(frozen=True)
class Chats:
    """The service as the benchmark sees it: ``base_url`` for a client, and what members do there."""

    base_url: str
    _pipe: Connection

    def start(self, chats: Sequence[int]) -> None:
        """These members open their chats."""
        self._ask("start", chats)

    def say(self, words: Sequence[tuple[int, str]]) -> None:
        """Members (by chat) write all of this now; to the bot's first message in their chat, where there is one."""
        self._ask("say", words)

    def say_at_pace(self, words: Sequence[tuple[int, str]], per_second: float) -> list[float]:
        """Members write this, so many a second; answers when each did, by the machine's monotonic clock."""
        found: list[float] = self._ask("pace", (words, per_second))
        return found

    def _ask(self, what: str, about: Any) -> Any:
        self._pipe.send((what, about))
        if not self._pipe.poll(LONGEST):
            raise TimeoutError("the chat service of the benchmark does not answer")
        return self._pipe.recv()


@contextmanager
def chats() -> Iterator[Chats]:
    """Such a service, from its start to its end. Its pace is not enforced."""
    ours, theirs = FORKING.Pipe()
    process = FORKING.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield Chats(ours.recv(), ours)
    finally:
        process.kill()
        process.join()


def _serve(pipe: Connection) -> None:
    clock = Clock(BEGUN)
    api = BotApi(TOKEN, username="b", ledger=Forgetful(clock), clock=clock, enforce_limits=False)
    deeds: dict[str, Callable[[Any], Any]] = {
        "start": partial(_start, api),
        "say": partial(_say_all, api),
        "pace": partial(_pace, api),
    }
    with Serving() as serving:
        pipe.send(serving.start(api.app()) + "/bot")
        while True:
            what, about = pipe.recv()
            pipe.send(deeds[what](about))


def _member(api: BotApi, chat: int) -> Account:
    return api.person(chat, "Member")


def _start(api: BotApi, chats: Sequence[int]) -> None:
    for chat in chats:
        _member(api, chat).chat.started = True


def _say_all(api: BotApi, words: Sequence[tuple[int, str]]) -> None:
    for chat, text in words:
        _say(api, chat, text)


def _say(api: BotApi, chat: int, text: str) -> None:
    member = _member(api, chat)
    first = next((message.id for message in member.messages if message.from_bot), None)
    member.says(text, reply_to=first)


def _pace(api: BotApi, asked: tuple[Sequence[tuple[int, str]], float]) -> list[float]:
    words, per_second = asked
    said: list[float] = []
    begun = time.monotonic()
    for place, (chat, text) in enumerate(words):
        time.sleep(max(0.0, begun + place / per_second - time.monotonic()))
        said.append(time.monotonic())
        _say(api, chat, text)
    return said
