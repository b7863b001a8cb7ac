"""Polling: updates are fetched raw and kept before Telegram is told so; no update waits in this process's memory."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import structlog
from sqlalchemy.orm import Session
from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.telegram.claiming import Claim
from bot.telegram.hearing import ALLOWED, NAME, Unreadable, raw
from forum import inbox, pulses
from forum.inbox import Raw
from forum.pulses import Part
from forum.skew import Skew
from forum.store.door import Store
from forum.store.errors import StoreError
from forum.times import real

log = structlog.get_logger()

# The client advises its own get_updates, which parses a batch as a whole: one odd update would hold up all behind it.
warnings.filterwarnings("ignore", message="Please use 'Bot.getUpdates'")

# How long one fetch waits for something to come, and how long an answer may take at the most: a line that fell silent
# holds up what people wrote for less than 15 seconds.
POLL_SECONDS = 10
READ_SECONDS = POLL_SECONDS + 4.0

# Pauses after trouble, in seconds; trouble never ends the loop.
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0


@dataclass(frozen=True, kw_only=True)
class Polling:
    """Fetches the bot's updates into the inbox; ``stored`` is called when something new is there; ``skew`` hears what
    time it is at the other end of ``bot``."""

    store: Store
    forum: str
    bot: Bot
    stored: Callable[[], None]
    skew: Skew = field(default_factory=Skew)

    async def run(self) -> None:
        """Connect and fetch until cancelled."""
        pause, claim = FIRST_PAUSE, Claim(self.store, self.forum)
        while True:
            try:
                # The first time: who the bot is, without which no personal link can be written.
                await self.bot.initialize()
                if not await self.fetch():
                    await self._beat(Part.HEARD, word=self.skew.word)
                pause = FIRST_PAUSE
            except Exception as trouble:
                # Whatever it was, nothing was confirmed, and the loop must outlive it.
                wait = _pause(trouble, pause)
                log.warning(
                    "updates could not be fetched",
                    action="telegram.polling",
                    trouble=type(trouble).__name__,
                    seconds=wait,
                    alarm=isinstance(trouble, Conflict | InvalidToken),
                    # The chat library's own traces hold the token.
                    exc_info=not isinstance(trouble, TelegramError | StoreError),
                )
                if isinstance(trouble, Conflict) and "webhook" in trouble.message.lower():
                    wait = FIRST_PAUSE if await self._take_back(claim) else wait
                elif isinstance(trouble, Conflict | InvalidToken):
                    await self._beat(Part.REFUSED, word=type(trouble).__name__)
                await asyncio.sleep(wait)
                pause = min(pause * 2, LONGEST_PAUSE)

    async def _take_back(self, claim: Claim) -> bool:
        """Updates are brought to an address, of former settings or of another system: whether they are fetched again
        from now on."""
        with suppress(TelegramError):
            info = await self.bot.get_webhook_info()
            if not info.url:
                return True
            if await claim.lost(info.url):
                return await self.bot.delete_webhook()
        return False

    async def _beat(self, part: Part, *, word: str = "") -> None:
        """Keep that this went well, or was refused; where even the memory is away, that is told elsewhere."""
        with suppress(StoreError):
            await self.store.patiently(pulses.beat, self.forum, part, real=real(), word=word)

    async def close(self) -> None:
        """Let the connections go."""
        await self.bot.shutdown()

    async def fetch(self, *, wait: int = POLL_SECONDS) -> int:
        """One fetch: the offset that confirms a batch goes out only after the batch is durable. Answers how many
        updates were new.

        Raises Unreadable where something came and nothing of it could be kept: it comes again with the next fetch.
        """
        position = await self.store.read(inbox.position, self.forum, NAME)
        request: dict[str, Any] = {"timeout": wait, "limit": 100, "allowed_updates": ALLOWED}
        if position is not None:
            request["offset"] = position
        updates: Any = await self.bot.do_api_request(
            "getUpdates", api_kwargs=request, read_timeout=wait + READ_SECONDS - POLL_SECONDS
        )
        if not updates:
            return 0
        if not isinstance(updates, list):
            raise Unreadable("something other than a list of updates")
        return await self._keep(updates)

    async def _keep(self, updates: list[Any]) -> int:
        batch: list[Raw] = []
        last: int | None = None
        for update in updates:
            try:
                kept = raw(update)
            except Unreadable:
                log.exception("an update without an id was left out", action="telegram.unreadable")
                continue
            batch.append(kept)
            last = int(kept.external_id)
        if last is None:
            raise Unreadable("updates, and none with an id")
        new = await self.store.first(self._stored, batch, next_id=last + 1)
        if new:
            self.stored()
        return new

    def _stored(self, session: Session, batch: list[Raw], *, next_id: int) -> int:
        """Keep them, and that something was heard, with one commit."""
        moment = real()
        pulses.beat(session, self.forum, Part.HEARD, real=moment, word=self.skew.word)
        return inbox.store(session, self.forum, NAME, batch=batch, next_id=next_id, real=moment)


def _pause(trouble: Exception, pause: float) -> float:
    if isinstance(trouble, RetryAfter):
        wait = trouble.retry_after
        return float(wait if isinstance(wait, int) else wait.total_seconds())
    return LONGEST_PAUSE / 2 if isinstance(trouble, Conflict | InvalidToken) else pause
