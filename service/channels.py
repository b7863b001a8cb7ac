"""Channels: what hears and speaks over each of them, joined from its parts."""

from __future__ import annotations

from collections.abc import Callable

from bot.carrier import Carrier, MailWording, chat
from bot.email.mailbox import Mailbox
from bot.email.wire import EmailChannel
from bot.fetching import Fetching
from bot.lanes import Lanes
from bot.pacing import Pacer
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
    """Telegram's part of a forum: the bot, what listens to it, and what reads what it hears."""

    def __init__(self, outfit: Outfit, store: Store, secret: bytes) -> None:
        self._outfit, self._store, self._secret = outfit, store, secret
        self._skew = Skew()
        self._bot = make_bot(outfit.token, outfit.base_url, self._skew)
        self._intake: Polling | Webhook | None = None
        self.channel = TelegramChannel(self._bot)

    def carrier(self, messages: Messages) -> Carrier:
        """How messages go out there."""
        return Carrier(channel=self.channel, word=chat(messages, self._secret), pacer=Pacer())

    def pumps(self, messages: Messages, wake: Wake) -> list[Pump]:
        """What reads what came in, fetches its files, and keeps the menu true."""
        outfit, store, channel = self._outfit, self._store, self.channel
        lanes = Lanes(
            store=store,
            forum=outfit.forum,
            channel=channel,
            hear=hear,
            messages=messages,
            policy=outfit.policy,
            clock=outfit.clock,
            secret=self._secret,
        )
        fetching = Fetching(store=store, forum=outfit.forum, channel=channel, policy=outfit.policy, clock=outfit.clock)
        menu = Menu(store, outfit.forum, self._bot, outfit.policy, outfit.clock)
        return [
            Pump("lanes", lanes.step, after=lambda: wake("push", "delivery", "fetching")),
            Pump("menu", menu.step),
            Pump("fetching", fetching.step, seconds=FILES_SECONDS, after=lambda: wake("push", "delivery")),
        ]

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


def by_mail(channel: EmailChannel, box: Mailbox, messages: Messages, secret: bytes) -> Carrier:
    """How messages go out by e-mail: no faster than the mailbox may be used."""
    pacer = Pacer(per_second=box.per_minute / 60 if box.per_minute else UNLIMITED, chat_seconds=0)
    word = MailWording(messages=messages, secret=secret, sender=box.sender, read=box.read)
    return Carrier(channel=channel, word=word, pacer=pacer)


def no_link(token: str) -> str:
    """Without a chat there is no address that opens it."""
    return ""
