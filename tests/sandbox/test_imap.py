"""The sandbox's mailbox does what Debian's Dovecot does (`tests/outside/dovecot`) and refuses what it does not know."""

from __future__ import annotations

import imaplib
from collections.abc import Iterator

import pytest

from bot.email.imap import Place
from forum import forums
from forum.store.door import Store
from sandbox.clock import Clock
from sandbox.imap import Mailbox
from sandbox.ledger import Ledger
from sandbox.serving import Serving
from tests.bot.email import boxes
from tests.databases import Files
from tests.facts import FORUM, riga


class Sandboxed:
    """The sandbox's mailbox as a ``Box``."""

    def __init__(self, mailbox: Mailbox, port: int) -> None:
        self.mailbox = mailbox
        self.place = Place(host="127.0.0.1", port=port, user=mailbox.user, password=mailbox.password, tls=False)

    def put(self, raw: bytes) -> None:
        self.mailbox.put(raw)

    def seen(self) -> int:
        return sum(r"\Seen" in one.flags for one in self.mailbox.mails)

    def renumber(self) -> None:
        self.mailbox.renumber()


@pytest.fixture
def box() -> Iterator[Sandboxed]:
    with Serving() as serving:
        mailbox = Mailbox(Ledger(Clock(riga("2021-01-18"))))
        yield Sandboxed(mailbox, mailbox.start(serving))
        mailbox.stop(serving)


@pytest.fixture
def memory(store: Store) -> Store:
    store.do_now(forums.ensure, FORUM, now=riga("2021-01-18"))
    return store


async def test_what_comes_is_collected_once(box: Sandboxed, memory: Store) -> None:
    await boxes.collects_what_comes_and_nothing_twice(box, memory)


async def test_of_a_giant_the_beginning_is_taken(box: Sandboxed, sqlite_memory: Store) -> None:
    await boxes.takes_the_beginning_of_a_giant(box, sqlite_memory)


async def test_who_is_not_let_in(box: Sandboxed, sqlite_memory: Store) -> None:
    await boxes.says_who_is_not_let_in(box, sqlite_memory)


@pytest.fixture
def sqlite_memory(sqlite_databases: Files) -> Iterator[Store]:
    yield from boxes.memory(sqlite_databases)


def test_what_it_does_not_know_is_refused(box: Sandboxed) -> None:
    client = imaplib.IMAP4(box.place.host, box.place.port)
    with pytest.raises(imaplib.IMAP4.error):
        client.select("INBOX")
    client.login(box.place.user, box.place.password)
    client.select("INBOX")
    box.put(boxes.OLD)
    for words in (("FETCH", "1", "(FLAGS)"), ("STORE", "1", "-FLAGS", r"(\Seen)"), ("SEARCH", "BEFORE", "1-Jan-2021")):
        with pytest.raises(imaplib.IMAP4.error):
            client.uid(*words)
    client.logout()
