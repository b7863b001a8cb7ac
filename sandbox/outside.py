"""The whole outside on this machine: a SharePoint site, its sign-in, the chat service, a mail server, their ledgers."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from sandbox.botapi import BotApi
from sandbox.clock import Clock
from sandbox.imap import Mailbox
from sandbox.ledger import Ledger
from sandbox.mail import MailServer
from sandbox.plans import latvia
from sandbox.serving import Serving
from sandbox.signin import Directory
from sandbox.site import Site

BOT_NAME = "ogp_foruma_bots"


class Outside:
    """What a service meets: use it as a context manager, then give the service the addresses.

    ``folder`` keeps certificates and, under ``ledger/``, the ledgers as lines of JSON. ``make_site`` fills the site.
    """

    def __init__(self, clock: Clock, folder: Path, *, make_site: Callable[[Clock], Site] = latvia) -> None:
        self.clock = clock
        self.serving = Serving()
        self.site_ledger = Ledger(clock, folder / "ledger" / "sharepoint.jsonl")
        self.chat_ledger = Ledger(clock, folder / "ledger" / "telegram.jsonl")
        self.mail_ledger = Ledger(clock, folder / "ledger" / "mail.jsonl")
        self.directory = Directory("vk", folder / "signin")
        self.site = make_site(clock)
        # Of Telegram's form: the bot's number, a colon, 35 signs; made anew each time.
        self.token = f"{secrets.randbelow(9 * 10**8) + 10**8}:{secrets.token_urlsafe(40)[:35]}"
        self.chat = BotApi(self.token, username=BOT_NAME, ledger=self.chat_ledger, clock=clock)
        # What members answer by mail comes in here; the same sign-in serves to write and to read.
        self.inbox = Mailbox(self.mail_ledger)
        self.mail = MailServer(self.mail_ledger, user=self.inbox.user, password=self.inbox.password)
        self.site_url = ""
        self.base_url = ""

    def __enter__(self) -> Self:
        self.serving.__enter__()
        self.directory.start(self.serving, self.site_ledger)
        self.site_url = self.serving.start(self.site.app(self.site_ledger, self.directory)) + self.site.path
        self.base_url = self.serving.start(self.chat.app()) + "/bot"
        self.mail.start(self.serving)
        self.inbox.start(self.serving)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.chat.close()
        self.mail.stop(self.serving)
        self.inbox.stop(self.serving)
        self.serving.__exit__(kind, error, trace)
