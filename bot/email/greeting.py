"""Greeting: the mail server is asked now and then whether it lets us in, so that its silence is known though nothing is
to be sent."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass

import structlog

from bot.channel import SendTrouble
from bot.email.wire import EmailChannel
from forum import pulses
from forum.pulses import Part
from forum.store.door import Store
from forum.store.errors import StoreError
from forum.times import real

log = structlog.get_logger()

# Seconds between two greetings: three fit into the time after which its silence is told.
EVERY = 240.0


@dataclass(frozen=True, kw_only=True)
class Greeting:
    """Greets one forum's mail server."""

    store: Store
    forum: str
    channel: EmailChannel

    async def run(self) -> None:
        """Greet until cancelled; trouble never ends it."""
        while True:
            await self.greet()
            await asyncio.sleep(EVERY)

    async def greet(self) -> None:
        """Sign in once, and keep that it went well."""
        try:
            await self.channel.greet()
        except SendTrouble as trouble:
            log.warning("the mail server does not let us in", action="email.greeting", why=str(trouble))
            return
        except Exception:
            log.exception("the mail server could not be greeted", action="email.greeting")
            return
        with suppress(StoreError):
            await self.store.do(pulses.beat, self.forum, Part.SENT, real=real())
