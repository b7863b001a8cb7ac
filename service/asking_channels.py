"""Asking the channels: whether the chat, the mail server, the mailbox of answers and the members' pages can be used."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx

from bot.channel import SendTrouble
from bot.email import imap
from bot.email.imap import Place, PostRefused, PostTrouble
from bot.email.wire import EmailChannel
from bot.telegram.wire import ChatRefused, connected
from config.settings import Settings
from forum import links
from service.once import Rows
from service.parts import mailbox
from web.worksheet.rendering import STYLE

# Nothing is waited for longer than this, in seconds.
SECONDS = 14.0
NOBODY_HEARD = (
    "nobody can answer: set web.public_url (worksheet pages), email.imap_host (mails are read) or telegram.token"
)


async def asked(settings: Settings) -> Rows:
    """A row for each channel that is set, and for the members' pages."""
    return [*await _chat(settings), *await _mail(settings), *await _pages(settings)]


def row(what: str, *, note: str = "", trouble: str = "", **more: Any) -> dict[str, Any]:
    """What was looked at, and what is to be said of it (``trouble`` empty: it can be used)."""
    return {"what": what, "note": note, "trouble": trouble, **more}


async def _chat(settings: Settings) -> Rows:
    token = settings.telegram.token.get_secret_value()
    if not token and settings.email.host:
        return []
    if not token:
        told = "no token is set (telegram.token), and no mail server (email.host): nobody is reached"
        return [row("telegram", trouble=told)]
    try:
        async with connected(token, settings.telegram.base_url):
            return [row("telegram")]
    except ChatRefused as trouble:
        return [row("telegram", trouble=f"the chat service refused us, or cannot be reached: {trouble}")]


async def _mail(settings: Settings) -> Rows:
    box = mailbox(settings)
    if box is None:
        return []
    channel = EmailChannel(box)
    rate = f"at most {box.per_minute} a minute" if box.per_minute else ""
    try:
        await channel.greet()
        found = row("e-mail", note=rate)
    except SendTrouble as trouble:
        found = row("e-mail", trouble=f"the mail server cannot be used: {trouble}")
    finally:
        await channel.close()
    return [found, await asyncio.to_thread(_post, box.post)]


def _post(place: Place | None) -> dict[str, Any]:
    """Whether the mailbox of answers lets us in, and has the folder."""
    what = "answers by e-mail"
    if place is None:
        return row(what, note="email.imap_host is empty: people read what is answered to our mails")
    try:
        with imap.line(place):
            return row(what, note=f"folder {place.folder}")
    except PostRefused:
        return row(what, trouble="the mailbox does not let us in: see to email.user, email.password, and IMAP there")
    except PostTrouble as trouble:
        return row(what, trouble=f"the mailbox cannot be read ({trouble}): see to email.imap_host and email.folder")


async def _pages(settings: Settings) -> Rows:
    """Whether members' browsers would come to our pages: our style sheet is asked for, which is nobody's secret."""
    what, public = "worksheet pages", settings.web.public_url.rstrip("/")
    if not public:
        unheard = not (settings.telegram.token.get_secret_value() or settings.email.imap_host)
        empty = "web.public_url is empty: no pages are offered, nor can a mail be declined by a press"
        return [row(what, trouble=NOBODY_HEARD) if unheard else row(what, note=empty)]
    local = public.startswith("http://")
    note = "plain http: for this machine alone, members cannot open it" if local else ""
    try:
        async with httpx.AsyncClient(timeout=SECONDS, trust_env=not local) as client:
            answer = await client.get(f"{public}{links.path('-')}/worksheet.css")
    except httpx.HTTPError as trouble:
        away = f"nothing answers there just now ({type(trouble).__name__}): it must while `forumbot run` is running"
        return [row(what, note=f"{note}\n{away}".strip())]
    if answer.status_code == 200 and answer.content == STYLE:
        return [row(what, note=note)]
    wrong = f"something else answers there (HTTP {answer.status_code}): have it hand {links.path('…')}/ on to web.port"
    return [row(what, note=note, trouble=wrong)]
