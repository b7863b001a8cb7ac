"""What the tests of e-mail may ask for: a town whose members are in the roster with an e-mail, and a mail server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from sandbox.clock import Clock
from sandbox.imap import Mailbox
from sandbox.ledger import Ledger
from sandbox.mail import MailServer
from sandbox.serving import Serving
from tests.bot.email.post import Post
from tests.bot.town import Town


@pytest.fixture
def server(serving: Serving, clock: Clock) -> Iterator[MailServer]:
    made = MailServer(Ledger(clock))
    made.start(serving)
    yield made
    made.stop(serving)


@pytest.fixture
async def post(town: Town, server: MailServer) -> AsyncIterator[Post]:
    """Nobody is in the roster yet."""
    made = Post(town, server)
    yield made
    await made.channel.close()


@pytest.fixture
def inbox(serving: Serving, clock: Clock) -> Iterator[Mailbox]:
    """The mailbox that answers come into."""
    made = Mailbox(Ledger(clock))
    made.start(serving)
    yield made
    made.stop(serving)


@pytest.fixture
async def read_post(town: Town, server: MailServer, inbox: Mailbox) -> AsyncIterator[Post]:
    """The same, where answers are read; the mailbox was looked into once."""
    made = Post(town, server, read=True, inbox=inbox)
    await made.collecting.collect()
    yield made
    await made.channel.close()
