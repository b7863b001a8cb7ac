"""How fast a bot may talk: 30 messages in any second, one a second in a chat, 20 a minute in a group."""

from __future__ import annotations

import math
import time
from collections import deque

from sandbox.botapi.refusal import too_many

# https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this, taken at its strictest.
OVERALL = 30
IN_GROUP = 20
# Two requests a second apart may reach this machine a little closer.
APART = 1.0 - 0.020


class Pace:
    """Counts in real time. Not safe by itself: the caller holds the lock."""

    def __init__(self) -> None:
        self._all: deque[float] = deque()
        self._chats: dict[int, deque[float]] = {}

    def edit(self) -> None:
        """Count an edit, or raise ``Refusal`` 429."""
        now = time.monotonic()
        self._overall(now)
        self._all.append(now)

    def send(self, chat_id: int, *, at: float | None = None) -> None:
        """Count a message to a chat (a group's id is below zero), or raise ``Refusal`` 429.

        ``at`` is the moment on the monotonic clock, now if it is not named.
        """
        now = time.monotonic() if at is None else at
        times = self._chats.setdefault(chat_id, deque())
        self._overall(now)
        _drop(times, now - 60.0)
        if times and now - times[-1] < APART:
            raise too_many(1)
        if chat_id < 0 and len(times) >= IN_GROUP:
            raise too_many(math.ceil(times[0] + 60.0 - now))
        self._all.append(now)
        times.append(now)

    def _overall(self, now: float) -> None:
        _drop(self._all, now - 1.0)
        if len(self._all) >= OVERALL:
            raise too_many(1)


def _drop(times: deque[float], before: float) -> None:
    while times and times[0] <= before:
        times.popleft()
