"""The webhook: Telegram brings updates to us, and each is kept before it is told that it arrived."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import orjson
import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.telegram.claiming import Claim
from bot.telegram.hearing import ALLOWED, NAME, Unreadable, raw
from forum import inbox, pulses
from forum.pulses import Part
from forum.skew import Skew
from forum.store.door import Store
from forum.store.errors import StoreError
from forum.times import real

log = structlog.get_logger()

# Where Telegram puts the word by which its visits are known: https://core.telegram.org/bots/api#setwebhook
HEADER = "X-Telegram-Bot-Api-Secret-Token"
# An update holds a few thousand signs of text and no file; this is room for any.
LARGEST = 1024 * 1024
# How often Telegram is asked whether its visits reach us, in seconds; and the pause after trouble.
LOOK_SECONDS = 60.0
PAUSE = 15.0


@dataclass(frozen=True, kw_only=True)
class Visits:
    """Takes what Telegram brings to ``url``; ``secret`` proves that a visit is Telegram's; ``stored`` is called when
    something new is there."""

    store: Store
    forum: str
    url: str
    secret: str
    stored: Callable[[], None]

    def routes(self) -> list[Route]:
        """Where Telegram comes: the path of ``url``."""
        return [Route(urlsplit(self.url).path or "/", self.take, methods=["POST"])]

    async def take(self, request: Request) -> Response:
        """Keep one update, then say that it arrived. Whatever could not be kept is brought again."""
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), self.secret.encode()):
            return Response(status_code=403)
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > LARGEST:
                return Response(status_code=413)
        try:
            kept = raw(orjson.loads(body))
        except (orjson.JSONDecodeError, Unreadable):
            # Brought again it would be no better, and would hold up all behind it.
            log.exception("an update without an id was left out", action="telegram.unreadable")
            return Response()
        try:
            new = await self.store.first(inbox.store, self.forum, NAME, batch=[kept], next_id=None, real=real())
        except StoreError as trouble:
            log.warning("an update was not kept", action="telegram.webhook", trouble=type(trouble).__name__)
            return Response(status_code=503)
        if new:
            self.stored()
        return Response()


@dataclass(frozen=True, kw_only=True)
class Webhook:
    """Has Telegram bring a bot's updates to ``url``, with ``secret`` as the word by which it is known; ``skew`` hears
    what time it is at the other end of ``bot``."""

    store: Store
    forum: str
    bot: Bot
    url: str
    secret: str
    look_seconds: float = LOOK_SECONDS
    skew: Skew = field(default_factory=Skew)

    async def run(self) -> None:
        """Have Telegram come here, and look now and then whether it does, until cancelled; no trouble ends this."""
        told, claim = False, Claim(self.store, self.forum)
        while True:
            try:
                await self.bot.initialize()
                if not told:
                    await self._set()
                told = True
                await self._look(claim)
                await asyncio.sleep(self.look_seconds)
            except Exception as trouble:
                # Whatever it was, the loop must outlive it.
                refused = isinstance(trouble, InvalidToken)
                log.warning(
                    "the webhook is not set",
                    action="telegram.webhook",
                    trouble=type(trouble).__name__,
                    alarm=refused,
                    # The chat library's own traces hold the token.
                    exc_info=not isinstance(trouble, TelegramError | StoreError),
                )
                if refused:
                    await self._beat(Part.REFUSED, word=type(trouble).__name__)
                await asyncio.sleep(PAUSE)

    async def _set(self) -> None:
        await self.bot.set_webhook(self.url, secret_token=self.secret, allowed_updates=ALLOWED)

    async def _look(self, claim: Claim) -> None:
        """See whether Telegram still comes to this address, and claim it back. Where its last visit failed and updates
        wait, answers do not come in."""
        info = await self.bot.get_webhook_info()
        if info.url != self.url:
            if await claim.lost(info.url):
                await self._set()
        elif info.pending_update_count and info.last_error_message:
            log.warning("Telegram does not reach us", action="telegram.webhook", why=info.last_error_message)
        else:
            await self._beat(Part.HEARD, word=self.skew.word)

    async def _beat(self, part: Part, *, word: str = "") -> None:
        with suppress(StoreError):
            await self.store.do(pulses.beat, self.forum, part, real=real(), word=word)

    async def close(self) -> None:
        """Let the connections go; Telegram keeps what it cannot bring for a day."""
        await self.bot.shutdown()
