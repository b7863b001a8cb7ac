"""Claiming: where another system has Telegram bring it the bot's messages, they are taken back, and it is told."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import structlog

from forum import pulses
from forum.pulses import Part
from forum.store.door import Store
from forum.store.errors import StoreError
from forum.times import real

log = structlog.get_logger()

# The first time it may be a leftover of former settings, or a slip. A second time within so long is a rival.
AGAIN = timedelta(days=1)
# From a rival the messages are taken back at this pace: two systems that snatch them from each other get half each.
CALMLY = timedelta(minutes=10)
# As much of the rival's address as a pulse holds.
NAMED = 80


@dataclass
class Claim:
    """What this process has seen of it, in real time: when Telegram was last ``found`` bringing messages elsewhere,
    and when they were last ``taken`` back."""

    store: Store
    forum: str
    found: datetime | None = None
    taken: datetime | None = None

    async def lost(self, url: str, *, at: datetime | None = None) -> bool:
        """The messages go to this address, which is not ours (empty: to none). Whether they are to be taken back now;
        a rival is told of by a pulse."""
        at = at or real()
        again = self.found is not None and at - self.found < AGAIN
        take = not again or self.taken is None or at - self.taken >= CALMLY
        self.found, self.taken = at, at if take else self.taken
        # The path of a rival's address may hold its token.
        where = urlsplit(url).hostname or ""
        log.warning("the bot's messages go elsewhere", action="telegram.taken", where=where, again=again, back=take)
        if again:
            with suppress(StoreError):
                await self.store.do(pulses.beat, self.forum, Part.TAKEN, real=at, word=where[:NAMED])
        return take
