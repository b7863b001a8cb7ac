"""Shrinks: so much of a list vanished at once that it is believed only on the word of those who run the forum."""

from __future__ import annotations

import enum
from datetime import datetime

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store.base import Noun, link, linked
from forum.times import At


class Word(enum.StrEnum):
    """What was said of it. ``OVER``: the rows are back, or were taken away."""

    ASKED = "asked"
    WAIT = "wait"
    BELIEVE = "believe"
    OVER = "over"


class Shrink(Noun):
    """Of the list of one kind of noun so many of the known rows are not on the workspace any more. ``list_id`` is the
    list that stands in its place, where it was deleted and made anew (empty: it is the same one). ``decided_by_id`` is
    the person who said the word."""

    __tablename__ = "shrink"
    __table_args__ = (linked(), link("decided_by_id", "person"))

    noun: Mapped[str] = mapped_column(String(24))
    gone: Mapped[int]
    known: Mapped[int]
    arose_at: Mapped[datetime]
    list_id: Mapped[str] = mapped_column(String(64), default="")
    word: Mapped[Word] = mapped_column(default=Word.ASKED)
    decided_at: Mapped[datetime | None] = mapped_column(default=None)
    decided_by_id: Mapped[int | None] = mapped_column(default=None)


def standing(session: Session, forum: str, noun: str) -> Shrink | None:
    """What a list shrank by, where that is not over."""
    wanted = select(Shrink).where(Shrink.forum == forum, Shrink.noun == noun, Shrink.word != Word.OVER)
    return session.scalar(wanted.order_by(Shrink.id.desc()).limit(1))


def arise(session: Session, forum: str, noun: str, *, gone: int, known: int, at: At) -> Shrink:
    """So many rows vanished."""
    shrink = standing(session, forum, noun)
    if shrink is not None and shrink.gone >= gone:
        shrink.gone, shrink.known = gone, known
        return shrink
    if shrink is not None:
        shrink.word = Word.OVER  # more are gone than anybody was asked about
    shrink = Shrink(forum=forum, noun=noun, gone=gone, known=known, arose_at=at.now)
    session.add(shrink)
    session.flush()
    return shrink


def end(session: Session, forum: str, noun: str) -> None:
    """Nothing is missing of the list any more."""
    shrink = standing(session, forum, noun)
    if shrink is not None:
        shrink.word = Word.OVER


def decide(session: Session, forum: str, shrink_id: int, *, believe: bool, person_id: int, now: datetime) -> bool:
    """A coordinator says the word. Once rows are to be taken away, or it is over, nothing is decided any more:
    False. To wait is no last word."""
    shrink = session.get(Shrink, shrink_id)
    if shrink is None or shrink.forum != forum or shrink.word not in (Word.ASKED, Word.WAIT):
        return False
    shrink.word = Word.BELIEVE if believe else Word.WAIT
    shrink.decided_at, shrink.decided_by_id = now, person_id
    return True
