"""The chat service of the load: hundreds of bots behind one address, in a process of its own, whose members answer."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

from sandbox.botapi import BotApi
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.serving import Serving
from tests.faults.process import FORKING

# A member answers at the earliest so long (seconds) after a reminder came, and at the latest.
THINKS = (1.0, 15.0)
LONGEST = 60.0


@dataclass
class Seen:
    """What one bot was seen to do: its messages by the second and by chat and words, and how often it was refused.
    ``said``: when each member answered, by the words."""

    sent: Counter[int] = field(default_factory=Counter)
    told: Counter[int] = field(default_factory=Counter)
    refused: int = 0
    said: dict[str, datetime] = field(default_factory=dict)

    @property
    def doubled(self) -> int:
        """How many messages somebody had got before."""
        return self.told.total() - len(self.told)


class Counting(Ledger):
    """A ledger that counts, and keeps nothing else."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.seen = Seen()

    def write(self, *, path: str, body: Any, status: int, answer: Any, **how: Any) -> None:
        if path.endswith("/sendMessage"):
            self.seen.refused += status == 429
            self.seen.sent[int(time.monotonic())] += status == 200
            if status == 200:
                self.seen.told[hash((body["chat_id"], body["text"]))] += 1


@dataclass(frozen=True)
class Crowds:
    """The service as the load sees it."""

    base_url: str
    _pipe: Connection

    def seen(self) -> Mapping[str, Seen]:
        """What each bot did so far, by its token."""
        self._pipe.send("seen")
        if not self._pipe.poll(LONGEST):
            raise TimeoutError("the chat service of the load does not answer")
        found: Mapping[str, Seen] = self._pipe.recv()
        return found


@contextmanager
def crowds(chats: Mapping[str, Sequence[int]], now: datetime) -> Iterator[Crowds]:
    """Such a service: the chats of each bot, by its token. It enforces the limits of each bot."""
    ours, theirs = FORKING.Pipe()
    process = FORKING.Process(target=_serve, args=(theirs, dict(chats), now), daemon=True)
    process.start()
    try:
        yield Crowds(ours.recv(), ours)
    finally:
        process.kill()
        process.join()


def _serve(pipe: Connection, chats: dict[str, Sequence[int]], now: datetime) -> None:
    clock = Clock(now, flowing=True)
    apis = {
        token: BotApi(token, username="b", ledger=Counting(clock), clock=clock, enforce_limits=True) for token in chats
    }
    for token, numbers in chats.items():
        for number in numbers:
            apis[token].person(number, "Member").chat.started = True
    threading.Thread(target=_members, args=(apis, chats), daemon=True).start()
    with Serving() as serving:
        pipe.send(serving.start(_by_token({token: api.app() for token, api in apis.items()})) + "/bot")
        while True:
            pipe.recv()
            pipe.send({token: _counted(api) for token, api in apis.items()})


def _counted(api: BotApi) -> Seen:
    assert isinstance(api.ledger, Counting)
    return api.ledger.seen


def _by_token(apps: dict[str, ASGIApp]) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        token = scope["path"].split("/")[1].removeprefix("bot")
        await apps[token](scope, receive, send)

    return app


def _members(apis: Mapping[str, BotApi], chats: Mapping[str, Sequence[int]]) -> None:
    """Whoever gets a reminder answers it once, after a while."""
    chance = random.Random(len(apis))
    silent = {(token, number) for token, numbers in chats.items() for number in numbers}
    due: dict[tuple[str, int], float] = {}
    while True:
        for token, number in sorted(silent):
            api = apis[token]
            first = next((one.id for one in api.person(number, "Member").messages if one.from_bot), None)
            if first is None:
                continue
            at = due.setdefault((token, number), time.monotonic() + chance.uniform(*THINKS))
            if at <= time.monotonic():
                silent.discard((token, number))
                words = f"Darbs {token}/{number} pabeigts."
                _counted(api).said[words] = datetime.now(UTC)
                api.person(number, "Member").says(words, reply_to=first)
        time.sleep(0.2)
