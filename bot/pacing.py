"""Pacing: no faster than the channel bears, over all chats and in each."""

from __future__ import annotations

import asyncio
import time

# Telegram allows 30 messages a second over all chats and about one a second in a chat; a little below is never refused.
PER_SECOND = 28.0
CHAT_SECONDS = 1.05


class Pacer:
    """Gives turns, in real time: ``await turn(chat)`` returns when the next message may go to this chat."""

    def __init__(self, *, per_second: float = PER_SECOND, chat_seconds: float = CHAT_SECONDS) -> None:
        self._gap = 1 / per_second
        self._chat_gap = chat_seconds
        self._next = 0.0
        self._chats: dict[str, float] = {}

    async def turn(self, chat: str | None) -> None:
        """Wait for a turn; ``chat`` None: an edit, which only the overall pace concerns."""
        # A chat waits for its own second first and takes its turn among all after it: it does not hold up the
        # others, and those who waited so do not all go at once.
        if chat is not None:
            await self._own_second(chat)
        now = time.monotonic()
        at = max(now, self._next)
        self._next = at + self._gap
        if chat is not None:
            self._chats[chat] = max(self._chats[chat], at + self._chat_gap)
        await asyncio.sleep(at - now)

    async def _own_second(self, chat: str) -> None:
        now = time.monotonic()
        at = max(now, self._chats.get(chat, 0.0))
        self._chats[chat] = at + self._chat_gap
        self._forget(now)
        await asyncio.sleep(at - now)

    def _forget(self, now: float) -> None:
        if len(self._chats) > 10_000:
            self._chats = {chat: at for chat, at in self._chats.items() if at > now}
