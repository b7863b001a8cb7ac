"""Pacing: no faster than the channel bears, over all chats and in each."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

# Telegram allows 30 messages a second over all chats, about one a second in a chat and 20 a minute in a group
# (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this); a little below is never refused.
PER_SECOND = 28.0
CHAT_SECONDS = 1.05
GROUP_SECONDS = 3.1
# Each second of the channel may hold so many more than go by the pace, which makes up for the time that each takes.
SPARE = 2
# So many turns may follow at once upon a pause.
MADE_UP = 4


class Pacer:
    """Gives turns, in real time: a message is sent within ``async with turn(chat)``. A group's number is below zero.

    The channel counts a message when it comes in, which is at some moment within the turn. So those under way count
    with those whose turn ended in the last second: however late this machine or the line is, no second holds more.
    """

    # What another process took up before this matters no more: a group's pause, and two seconds for the way there.
    MEMORY = timedelta(seconds=GROUP_SECONDS + 2)

    def __init__(self, *, per_second: float = PER_SECOND, chat_seconds: float = CHAT_SECONDS) -> None:
        self._gap = 1 / per_second
        self._most = per_second + SPARE
        self._chat_gap = chat_seconds
        self._next = self._held = 0.0
        self._chats: dict[str, float] = {}
        self._line = asyncio.Lock()
        self._under_way = 0
        self._ended: deque[float] = deque()

    @asynccontextmanager
    async def turn(self, chat: str | None) -> AsyncIterator[None]:
        """A turn; ``chat`` None: an edit, which only the overall pace concerns."""
        # A chat waits for its own second first and takes its turn among all after it: it does not hold up the
        # others, and those who waited so do not all go at once.
        if chat is not None:
            await self._own_second(chat)
        asked = time.monotonic()
        async with self._line:
            await self._free_moment(asked)
            self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            self._ended.append(time.monotonic())
            if chat is not None:
                self._chats[chat] = max(self._chats.get(chat, 0.0), time.monotonic() + self._rest(chat))

    async def _free_moment(self, asked: float) -> None:
        """Moments a gap apart; those that passed while this machine was held up are made up for."""
        at = max(asked - MADE_UP * self._gap, self._next)
        self._next = at + self._gap
        await asyncio.sleep(max(0.0, at - time.monotonic()))
        while self._under_way + self._lately() >= self._most:  # noqa: ASYNC110 – time itself makes room
            await asyncio.sleep(self._gap / 4)

    def _lately(self) -> int:
        """How many turns ended in the last second."""
        while self._ended and self._ended[0] <= time.monotonic() - 1.0:
            self._ended.popleft()
        return len(self._ended)

    def resting(self) -> set[str]:
        """The chats whose second is not over."""
        now = time.monotonic()
        self._chats = {chat: at for chat, at in self._chats.items() if at > now}
        return set(self._chats)

    def held(self) -> bool:
        """Whether nobody at all may be written to just now."""
        return time.monotonic() < self._held

    def soonest(self) -> float:
        """In how many seconds the first of them may be written to."""
        return max(0.0, min(self._chats.values(), default=0.0) - time.monotonic())

    def remember(self, chat: str) -> None:
        """Another process wrote to this chat. It is known when the message was taken up, not when it came in, which may
        be just now."""
        now = time.monotonic()
        self._chats[chat] = max(self._chats.get(chat, 0.0), now + self._rest(chat))
        self._ended.append(now)

    def hold(self, chat: str, seconds: float) -> None:
        """The channel wants to be left alone for so long: by this group, or else by everyone, as it does not say."""
        until = time.monotonic() + seconds
        self._chats[chat] = max(self._chats.get(chat, 0.0), until)
        if not _is_group(chat):
            self._held = max(self._held, until)

    def _rest(self, chat: str) -> float:
        return max(self._chat_gap, GROUP_SECONDS) if _is_group(chat) and self._chat_gap else self._chat_gap

    async def _own_second(self, chat: str) -> None:
        now = time.monotonic()
        at = max(now, self._chats.get(chat, 0.0))
        self._chats[chat] = at + self._rest(chat)
        await asyncio.sleep(at - now)


def _is_group(chat: str) -> bool:
    return chat.startswith("-")
