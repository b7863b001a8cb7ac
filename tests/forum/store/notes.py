"""A small table for the tests of the door, and verbs that write to it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Column, Integer, MetaData, Table, Text, insert, select
from sqlalchemy.orm import Session

from forum.store.door import Store

tables = MetaData()
note = Table("note", tables, Column("id", Integer, primary_key=True), Column("words", Text, unique=True))


def make(session: Session) -> None:
    tables.create_all(session.connection())


def keep(session: Session, words: str) -> str:
    session.execute(insert(note).values(words=words))
    return words


def kept(session: Session) -> list[str]:
    return sorted(session.execute(select(note.c.words)).scalars())


def keep_and_fail(session: Session, words: str) -> None:
    keep(session, words)
    raise ValueError(words)


class Gate:
    """A verb that waits until it is let through; ``entered`` tells that it began."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.opened = threading.Event()

    def keep(self, session: Session, words: str) -> str:
        keep(session, words)
        self.entered.set()
        assert self.opened.wait(30)
        return words


@contextmanager
def notes(url: str, *, unit_seconds: float = 9.0) -> Iterator[Store]:
    """A store on ``url`` that has the table."""
    with Store.open(url, unit_seconds=unit_seconds) as store:
        store.do_now(make)
        yield store
