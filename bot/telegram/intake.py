"""Intake: how a bot's updates come to us: fetched, or brought to an address of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from telegram import Bot

from bot.telegram.polling import Polling
from bot.telegram.webhook import Visits, Webhook
from forum.skew import Skew
from forum.store.door import Store


@dataclass(frozen=True, kw_only=True)
class Hook:
    """The address to which Telegram brings updates, and the word by which its visits are known."""

    url: str
    secret: str


def intake(
    bot: Bot, hook: Hook | None, *, store: Store, forum: str, stored: Callable[[], None], skew: Skew
) -> Polling | Webhook:
    """What fetches the updates, or (with a ``hook``) sees to it that they are brought: run by one process at a time."""
    if hook is None:
        return Polling(store=store, forum=forum, bot=bot, stored=stored, skew=skew)
    return Webhook(store=store, forum=forum, bot=bot, url=hook.url, secret=hook.secret, skew=skew)


def visits(hook: Hook, *, store: Store, forum: str, stored: Callable[[], None]) -> Visits:
    """Where they are brought to, whichever process serves the pages."""
    return Visits(store=store, forum=forum, url=hook.url, secret=hook.secret, stored=stored)
