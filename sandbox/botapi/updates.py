"""What waits for the bot: presses, words and other news, kept until the bot has confirmed them."""

from __future__ import annotations

import asyncio
import secrets
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from sandbox.botapi.refusal import JSON, Refusal, terminated

# Kinds that come only to a bot which asks for them: https://core.telegram.org/bots/api#getupdates
ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass
class _Waiting:
    update: JSON
    until: float


@dataclass
class _Poll:
    loop: asyncio.AbstractEventLoop
    event: asyncio.Event = field(default_factory=asyncio.Event)
    ended: Refusal | None = None

    def wake(self) -> None:
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.event.set)


class Updates:
    """The queue of one bot, and the one poll that may wait at it.

    ``press_seconds`` and ``update_seconds`` are how long, in real time, a button press and anything else wait
    for a bot that does not come (150 s and 24 h in the Bot API server).
    """

    def __init__(self, lock: threading.RLock, *, press_seconds: float, update_seconds: float) -> None:
        self._lock = lock
        self.press_seconds = press_seconds
        self.update_seconds = update_seconds
        self._waiting: list[_Waiting] = []
        self._poll: _Poll | None = None
        self._allowed: list[str] = []
        self._next = secrets.randbelow(800_000_000) + 100_000_000

    def restart_ids(self, first: int) -> None:
        """Go on with another number, as after a silent week; it may be lower than the ones before."""
        with self._lock:
            self._next = first

    def add(self, kind: str, content: JSON) -> int:
        """Queue an update of a kind the bot listens to; answer its id."""
        with self._lock:
            number = self._next
            wanted = kind in self._allowed if self._allowed else kind not in ON_REQUEST
            if wanted:
                self.put({"update_id": number, kind: content})
            return number

    def put(self, update: JSON) -> int:
        """Queue an update as it is, well formed or not; one without an ``update_id`` gets the next."""
        with self._lock:
            whole = {"update_id": self._next, **update}
            self._next = int(whole["update_id"]) + 1
            lasts = self.press_seconds if "callback_query" in whole else self.update_seconds
            self._waiting.append(_Waiting(whole, time.monotonic() + lasts))
            if self._poll is not None:
                self._poll.wake()
            return int(whole["update_id"])

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Remember which kinds the bot asked for; None keeps what was, an empty list means the usual ones."""
        if kinds is not None:
            with self._lock:
                self._allowed = list(kinds)

    def count(self) -> int:
        """How many updates wait."""
        with self._lock:
            self._forget_old()
            return len(self._waiting)

    def clear(self) -> None:
        """Drop all that waits."""
        with self._lock:
            self._waiting.clear()

    def end_poll(self, refusal: Refusal) -> None:
        """End the open poll, if there is one; ``refusal`` is what it is told."""
        with self._lock:
            if self._poll is not None:
                self._poll.ended = refusal
                self._poll.wake()
                self._poll = None

    async def poll(self, offset: int, *, limit: int, seconds: float) -> list[JSON]:
        """Confirm what is older than ``offset``; answer what waits, or the first that comes in ``seconds``.

        Only one poll waits: a newer one ends the older with ``Refusal`` 409.
        """
        mine = _Poll(asyncio.get_running_loop())
        with self._lock:
            self.end_poll(terminated("other getUpdates request; make sure that only one bot instance is running"))
            self._poll = mine
            self._confirm(offset)
        try:
            return await self._wait(mine, limit=limit, until=time.monotonic() + seconds)
        finally:
            with self._lock:
                if self._poll is mine:
                    self._poll = None

    async def _wait(self, mine: _Poll, *, limit: int, until: float) -> list[JSON]:
        while True:
            mine.event.clear()
            with self._lock:
                if mine.ended is not None:
                    raise mine.ended
                self._forget_old()
                found = [each.update for each in self._waiting[:limit]]
            left = until - time.monotonic()
            if found or left <= 0:
                return found
            try:
                await asyncio.wait_for(mine.event.wait(), left)
            except TimeoutError:
                continue

    def _confirm(self, offset: int) -> None:
        self._forget_old()
        if offset < 0:
            del self._waiting[:offset]
        elif offset <= self._next:  # an offset from before the numbers restarted confirms nothing
            self._waiting = [each for each in self._waiting if each.update["update_id"] >= offset]

    def _forget_old(self) -> None:
        now = time.monotonic()
        self._waiting = [each for each in self._waiting if each.until > now]
