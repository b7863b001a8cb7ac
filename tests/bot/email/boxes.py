"""What every mailbox must do that we read, be it the sandbox's or one that somebody else wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

import pytest
from sqlalchemy.orm import Session

from bot.email import imap
from bot.email.collecting import Collecting
from bot.email.imap import CUT, Place
from forum import forums
from forum.inbox import IncomingMessage
from forum.store.door import Store
from tests.databases import Files
from tests.facts import FORUM, riga

OLD = b"From: a@x.example\r\nMessage-ID: <old@x.example>\r\nSubject: old\r\n\r\nold\r\n"
ODD = b"From: a@x.example\r\nMessage-ID: <odd@x.example>\r\nSubject: \xe2\x80\xa6\r\n\r\n\xff\xfe 8-bit )\r\n* OK\r\n"
SAME = b"From: a@x.example\r\nMessage-ID: <same@x.example>\r\nSubject: same\r\n\r\n"


class Box(Protocol):
    """A mailbox, seen from its own side."""

    place: Place

    def put(self, raw: bytes) -> None:
        """A mail comes in."""

    def seen(self) -> int:
        """How many are marked as seen."""

    def renumber(self) -> None:
        """All mails get other numbers."""


def memory(databases: Files) -> Iterator[Store]:
    """A forum's memory on SQLite, for as long as it is open."""
    with Store.open(databases.ready()) as opened:
        opened.do_now(forums.ensure, FORUM, now=riga("2021-01-18"))
        yield opened


def bodies(store: Store) -> list[bytes]:
    def query(session: Session) -> list[bytes]:
        rows = session.query(IncomingMessage).order_by(IncomingMessage.id)
        return [row.body.encode("latin-1") for row in rows]

    return store.read_now(query)


async def collects_what_comes_and_nothing_twice(box: Box, store: Store) -> None:
    """What lay there is left alone; what comes is kept as it is, byte by byte, and marked; a renumbering doubles
    nothing, and what came with it is found."""
    collecting = Collecting(store=store, forum=FORUM, place=box.place, stored=lambda: None)
    box.put(OLD)
    assert (await collecting.collect(), bodies(store), box.seen()) == (0, [], 0)
    assert await collecting.collect() == 0  # an idle mailbox has a last mail all the same
    box.put(ODD)
    box.put(SAME + b"first\r\n")
    assert (await collecting.collect(), box.seen()) == (2, 2)
    assert bodies(store) == [ODD, SAME + b"first\r\n"]
    box.renumber()
    box.put(b"From: b@x.example\r\nMessage-ID: <new@x.example>\r\n\r\nnew\r\n")
    while await collecting.collect():
        pass
    # What lay there from before is of the same day as the rest, and no server says which came first.
    assert [one for one in bodies(store) if b"<old@" not in one][:2] == [ODD, SAME + b"first\r\n"]
    assert [b"<new@" in one for one in bodies(store)].count(True) == 1
    assert len(bodies(store)) == len(set(bodies(store)))


async def takes_the_beginning_of_a_giant(box: Box, store: Store) -> None:
    collecting = Collecting(store=store, forum=FORUM, place=box.place, stored=lambda: None)
    await collecting.collect()
    giant = SAME + b"x" * imap.LARGEST + b"\r\n"
    box.put(giant)
    await collecting.collect()
    (kept,) = bodies(store)
    head, _, rest = kept.partition(b"\r\n")
    assert head == CUT + b": " + str(len(giant)).encode()
    assert rest == giant[: imap.BEGINNING]


async def says_who_is_not_let_in(box: Box, store: Store) -> None:
    wrong = replace(box.place, password="S3cret-wrong")
    with pytest.raises(imap.PostRefused):
        await Collecting(store=store, forum=FORUM, place=wrong, stored=lambda: None).collect()
    nowhere = replace(box.place, folder="Nav")
    with pytest.raises(imap.PostTrouble, match="SELECT"):
        await Collecting(store=store, forum=FORUM, place=nowhere, stored=lambda: None).collect()
