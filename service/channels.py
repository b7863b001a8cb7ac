"""Channels: what hears and speaks over each of them, joined from its parts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.carrier import Carrier, MailWording, chat
from bot.channel import Channel
from bot.email import hearing as mails
from bot.email.collecting import Collecting
from bot.email.files import MailFiles
from bot.email.greeting import Greeting
from bot.email.mailbox import Mailbox
from bot.email.wire import EmailChannel
from bot.fetching import Fetching
from bot.pacing import Pacer
from bot.reading import Reader
from bot.telegram import intake
from bot.telegram.hearing import hear
from bot.telegram.menu import Menu
from bot.telegram.polling import Polling
from bot.telegram.webhook import Webhook
from bot.telegram.wire import TelegramChannel, make_bot
from forum.skew import Skew
from forum.store.door import Store
from service.outfit import Outfit
from service.pumps import Pump
from words.messages import Messages

# A step that may honestly take long (real seconds): files of 20 MB over a slow line.
FILES_SECONDS = 600.0
# A mailbox that is to send as many mails as can be.
UNLIMITED = 1_000_000

Wake = Callable[..., None]


class Chat:
    """Telegram's part of a forum: the bot, what listens to it, and how what it hears is read."""

    read = Reader(hear)

    def __init__(self, outfit: Outfit, store: Store) -> None:
        self._outfit, self._store = outfit, store
        self._skew = Skew()
        self._bot = make_bot(outfit.token, outfit.base_url, self._skew)
        self._intake: Polling | Webhook | None = None
        self.channel = TelegramChannel(self._bot)

    def carrier(self, messages: Messages) -> Carrier:
        """How messages go out there."""
        return Carrier(channel=self.channel, word=chat(messages), pacer=Pacer())

    def pumps(self, wake: Wake) -> list[Pump]:
        """What fetches its files, and keeps the menu true."""
        outfit, store = self._outfit, self._store
        menu = Menu(store, outfit.forum, self._bot, outfit.policy, outfit.clock)
        return [Pump("menu", menu.step), _fetching("fetching", outfit, store, self.channel, wake)]

    async def listen(self, stored: Callable[[], None]) -> None:
        """Fetch what people send, or see to it that it is brought, until cancelled."""
        outfit = self._outfit
        self._intake = intake.intake(
            self._bot, outfit.hook, store=self._store, forum=outfit.forum, stored=stored, skew=self._skew
        )
        await self._intake.run()

    async def close(self) -> None:
        """Let the connections go."""
        if self._intake is not None:
            await self._intake.close()


class Mail:
    """E-mail's part of a forum: the mailbox that is written from, and where answers come in."""

    def __init__(self, outfit: Outfit, box: Mailbox, store: Store) -> None:
        self._outfit, self._box, self._store = outfit, box, store
        self.channel = EmailChannel(box)
        self.read = mails.reader(box.sender)

    def carrier(self, messages: Messages) -> Carrier:
        """How messages go out there: no faster than the mailbox may be used."""
        box = self._box
        pacer = Pacer(per_second=box.per_minute / 60 if box.per_minute else UNLIMITED, chat_seconds=0)
        word = MailWording(messages=messages, sender=box.sender, read=box.post is not None)
        return Carrier(channel=self.channel, word=word, pacer=pacer)

    def pumps(self, wake: Wake) -> list[Pump]:
        """What takes the files out of mails that came in."""
        if self._box.post is None:
            return []
        files = MailFiles(self._store, self._outfit.forum)
        return [_fetching("files", self._outfit, self._store, files, wake)]

    async def listen(self, stored: Callable[[], None]) -> None:
        """Greet the server, and collect what came in where people do not read it, until cancelled."""
        place, forum = self._box.post, self._outfit.forum
        async with asyncio.TaskGroup() as both:
            both.create_task(Greeting(store=self._store, forum=forum, channel=self.channel).run())
            if place is not None:
                both.create_task(Collecting(store=self._store, forum=forum, place=place, stored=stored).run())

    async def close(self) -> None:
        """Let the sessions go."""
        await self.channel.close()


def _fetching(name: str, outfit: Outfit, store: Store, channel: Channel, wake: Wake) -> Pump:
    fetching = Fetching(store=store, forum=outfit.forum, channel=channel, policy=outfit.policy, clock=outfit.clock)
    return Pump(name, fetching.step, seconds=FILES_SECONDS, after=lambda: wake("push", "delivery"))


def no_link(token: str) -> str:
    """Without a chat there is no address that opens it."""
    return ""
