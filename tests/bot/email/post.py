"""A post office for the tests: a town whose members are reached by e-mail, and the mail server that takes it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from email.message import EmailMessage
from typing import Any

from bot.carrier import Carrier, MailWording
from bot.email.collecting import Collecting
from bot.email.files import MailFiles
from bot.email.hearing import reader
from bot.email.imap import Place
from bot.email.mailbox import Mailbox
from bot.email.wire import EmailChannel
from bot.fetching import Fetching
from forum import deciding, touches
from forum.policies import Policy
from sandbox.imap import Mailbox as Inbox
from sandbox.mail import MailServer
from tests.bot.town import POLICY, Town, unhurried
from tests.facts import FORUM, HOURS
from words.messages import Messages
from words.texts import Texts

BY_MAIL = replace(POLICY, mails=True)
SENDER = "forums@vk.example"


@dataclass
class Post:
    """``town`` with e-mail beside its chats; ``server`` has what arrived. ``more``: of the mailbox."""

    town: Town
    server: MailServer
    policy: Policy = BY_MAIL
    read: bool = False
    more: dict[str, Any] = field(default_factory=dict)
    inbox: Inbox | None = None

    def __post_init__(self) -> None:
        plain: dict[str, Any] = {"host": "127.0.0.1", "starttls": False}
        self.box = Mailbox(port=self.server.port, sender=SENDER, title="Forums", **plain | self.more)
        self.channel = EmailChannel(self.box)
        if self.inbox is not None:
            place = Place(host="127.0.0.1", port=self.inbox.port, user="forums", password="S3cret-word", tls=False)
            self.collecting = Collecting(store=self.town.store, forum=FORUM, place=place, stored=lambda: None)
        self.join()

    def join(self) -> None:
        """Let mails go out beside the chat; again after a restart of the town's parts."""
        town = self.town
        messages = Messages(Texts(self.policy.languages), HOURS.zone, lambda token: f"https://t.me/b?start={token}")
        word = MailWording(messages=messages, sender=SENDER, read=self.read)
        mail = Carrier(channel=self.channel, word=word, pacer=unhurried())
        carriers = {**town.delivery.carriers, mail.channel.name: mail}
        town.delivery = replace(town.delivery, carriers=carriers, policy=self.policy)
        readers = {**town.lanes.readers, mail.channel.name: reader(SENDER)}
        town.lanes = replace(town.lanes, readers=readers, policy=self.policy)

    async def decide(self) -> None:
        """Who is reached how today, who owes what, and who is reminded of it."""
        self.town.do(lambda session: touches.everything(session, FORUM))
        await self.town.store.do(deciding.tick, FORUM, now=self.town.clock.now(), policy=self.policy)

    async def settle(self) -> None:
        """Decide, and send until nothing is due."""
        await self.decide()
        await self.town.settle()

    async def comes(self, *mails: EmailMessage | bytes) -> None:
        """These come into the mailbox; they are collected and answered."""
        assert self.inbox is not None
        for mail in mails:
            self.inbox.put(mail if isinstance(mail, bytes) else mail.as_bytes())
        while await self.collecting.collect():
            pass
        await self.town.settle()
        fetching = Fetching(
            store=self.town.store,
            forum=FORUM,
            channel=MailFiles(self.town.store, FORUM),
            policy=self.policy,
            clock=self.town.clock.now,
        )
        while await fetching.step():
            await self.town.settle()

    def to(self, address: str) -> list[EmailMessage]:
        """What arrived at an address."""
        return self.server.mails[address]

    def subjects(self, address: str) -> list[str]:
        return [str(mail["Subject"]) for mail in self.to(address)]


def text(mail: EmailMessage) -> str:
    """The plain text of a mail."""
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def key(mail: EmailMessage) -> str:
    """The key in a mail's Message-ID."""
    found = re.fullmatch(r"<(.+)@vk\.example>", str(mail["Message-ID"]))
    assert found is not None
    return found[1]
