"""The wire to Telegram: sends, edits and toasts, and names what went wrong in the channel's own terms."""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import httpx
import structlog
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, LinkPreviewOptions
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot.channel import InDoubt, Key, NothingToEdit, Refused, SendTrouble, Spoken, TryLater, Unreachable
from bot.telegram.hearing import NAME
from forum.skew import Skew
from forum.times import real
from words.saying import Attached

log = structlog.get_logger()

# A send that takes longer than this is in doubt; the fetch of updates has a longer limit of its own.
SECONDS = 10.0
# All of it together, should the answer come drop by drop: nothing waits for Telegram longer than 15 seconds.
LONGEST = 14.0

# Of an address on a button more is refused.
LONGEST_URL = 2048

# What Telegram takes for an address, with or without http: a dot between a word and letters.
ADDRESS = re.compile(r"\w\.[^\W\d]{2}")

# Certainly not sent: the connection was never made, or no connection was free.
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


def make_bot(token: str, base_url: str, skew: Skew | None = None) -> Bot:
    """The client, without its own queues, limiter and job store: our tables do their work. ``skew`` hears what time it
    is there."""

    async def dated(answer: httpx.Response) -> None:
        if skew is not None:
            skew.heard(answer.headers.get("date"), real=real())

    file_url = base_url.removesuffix("/bot") + "/file/bot"
    request = HTTPXRequest(
        connection_pool_size=16,
        read_timeout=SECONDS,
        write_timeout=SECONDS,
        connect_timeout=5.0,
        pool_timeout=5.0,
        httpx_kwargs=_client(base_url, dated),
    )
    polling = HTTPXRequest(
        connection_pool_size=1,
        connect_timeout=5.0,
        httpx_kwargs=_client(base_url, dated),
    )
    return Bot(token, base_url=base_url, base_file_url=file_url, request=request, get_updates_request=polling)


def _client(base_url: str, dated: Callable[[httpx.Response], Awaitable[None]]) -> dict[str, Any]:
    url = httpx.URL(base_url)
    how = {"trust_env": False} if url.host in ("127.0.0.1", "localhost", "::1") else {}
    # Without TLS there is nobody to trust, and to read whom one trusts takes long.
    trusted = _trusted() if url.scheme == "https" else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return {"event_hooks": {"response": [dated]}, "verify": trusted, **how}


@cache
def _trusted() -> ssl.SSLContext:
    """Whom this process trusts: read once, as hundreds of bots would each take a megabyte for it."""
    return httpx.create_ssl_context()


class ChatRefused(Exception):
    """The chat service cannot be used: see to telegram.token and telegram.base_url."""


@asynccontextmanager
async def connected(token: str, base_url: str) -> AsyncIterator[TelegramChannel]:
    """A channel that has introduced itself, for a command that does one thing and ends.

    Raises ChatRefused; the client's own message is not told, as it may hold the token.
    """
    bot = make_bot(token, base_url)
    try:
        try:
            await bot.initialize()
        except TelegramError as error:
            raise ChatRefused(type(error).__name__) from None
        yield TelegramChannel(bot)
    finally:
        await bot.shutdown()


class TelegramChannel:
    """Telegram as a channel; addresses are numeric chat ids."""

    name = NAME

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, address: str, spoken: Spoken, *, edits: str | None) -> str:
        try:
            async with asyncio.timeout(LONGEST):
                if spoken.removes:
                    return await self._remove(int(address), edits or "")
                if spoken.attached is not None:
                    return await self._attach(int(address), spoken, spoken.attached, edits)
                return await self._write(int(address), spoken, edits)
        except TimeoutError as error:
            raise InDoubt("no whole answer in time") from error
        except TelegramError as error:
            if edits is not None and "not modified" in error.message:
                return edits
            raise named(error) from error

    async def _remove(self, chat: int, message: str) -> str:
        """What is gone already, or too old to be taken out, stays as it is."""
        with suppress(BadRequest):
            await self._bot.delete_message(chat, int(message))
        return message

    async def _write(self, chat: int, spoken: Spoken, edits: str | None) -> str:
        keys = _keys(spoken)
        # No preview of pages that somebody names; without an address there is nothing to say of it.
        plain = LinkPreviewOptions(is_disabled=True) if ADDRESS.search(spoken.html) else None
        if edits is None:
            sent = await self._bot.send_message(
                chat, spoken.html, parse_mode="HTML", reply_markup=keys, link_preview_options=plain
            )
            return str(sent.message_id)
        await self._bot.edit_message_text(
            spoken.html,
            chat_id=chat,
            message_id=int(edits),
            parse_mode="HTML",
            reply_markup=keys,
            link_preview_options=plain,
        )
        return edits

    async def _attach(self, chat: int, spoken: Spoken, attached: Attached, edits: str | None) -> str:
        """Where a message of ours is edited, its file stays and its caption changes."""
        keys = _keys(spoken)
        if edits is not None:
            await self._bot.edit_message_caption(
                chat, int(edits), caption=spoken.html, parse_mode="HTML", reply_markup=keys
            )
            return edits
        file = InputFile(attached.content, filename=attached.name)
        if attached.picture:
            sent = await self._bot.send_photo(chat, file, caption=spoken.html, parse_mode="HTML", reply_markup=keys)
        else:
            sent = await self._bot.send_document(chat, file, caption=spoken.html, parse_mode="HTML", reply_markup=keys)
        return str(sent.message_id)

    async def fetch(self, external_id: str) -> bytes:
        try:
            file = await self._bot.get_file(external_id)
            return bytes(await file.download_as_bytearray())
        except TelegramError as error:
            trouble = named(error)
            # Asked twice, a file is the same: no doubt is left here.
            raise (TryLater(str(trouble)) if isinstance(trouble, InDoubt) else trouble) from error

    async def toast(self, press: str, text: str) -> None:
        try:
            await self._bot.answer_callback_query(press, text=text or None)
        except TelegramError as error:
            # A press older than a few seconds can no longer be answered; the fact it carried is kept all the same.
            log.info("a toast was not shown", action="telegram.toast", why=type(error).__name__)

    def link(self, token: str) -> str:
        return f"https://t.me/{self._bot.username}?start={token}"


def _keys(spoken: Spoken) -> InlineKeyboardMarkup | None:
    rows = [[_key(key) for key in row if _opens(key.url)] for row in spoken.rows]
    return InlineKeyboardMarkup([row for row in rows if row]) if any(rows) else None


def _key(key: Key) -> InlineKeyboardButton:
    return InlineKeyboardButton(key.label, url=key.url or None, callback_data=key.data or None)


def _opens(url: str) -> bool:
    """Telegram refuses the whole message for the sake of an address without a dotted host, as on an office's own net:
    it goes out without that button."""
    return not url or ("." in (urlsplit(url).hostname or "") and len(url) <= LONGEST_URL)


def named(error: TelegramError) -> SendTrouble:
    """The channel's name for this error."""
    why = f"{type(error).__name__}: {error.message}"
    match error:
        case RetryAfter():
            return TryLater(why, seconds=_seconds(error))
        case Forbidden():
            return Unreachable(why)
        case BadRequest():
            return _refusal(error.message)(why)
        case NetworkError():
            return TryLater(why) if isinstance(error.__cause__, NOT_SENT) else InDoubt(why)
        case InvalidToken() | Conflict():
            # 401, 404, 409: the bot itself is in trouble, not this message.
            return TryLater(why, seconds=60)
        case _:
            # An answer that is none, from something on the way: whatever was asked may have been done.
            return InDoubt(why)


def _refusal(message: str) -> type[SendTrouble]:
    if "chat not found" in message.lower():
        return Unreachable
    gone = "to edit not found" in message or "can't be edited" in message
    return NothingToEdit if gone else Refused


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait if isinstance(wait, int) else wait.total_seconds())
