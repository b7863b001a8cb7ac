"""Shrinks: so much of a list vanished at once that it is believed only on the word of those who run the forum."""

from __future__ import annotations

import enum
from datetime import datetime

from sqlalchemy import Select, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import enrolment, journal, outbox, people
from forum.outbox import To
from forum.policies import Policy
from forum.store.base import Noun, link, linked

CARD = "shrink"


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
    wanted = _standing(forum).where(Shrink.noun == noun)
    return session.scalar(wanted.order_by(Shrink.id.desc()).limit(1))


def arise(
    session: Session, forum: str, noun: str, *, gone: int, known: int, now: datetime, list_id: str = ""
) -> Shrink:
    """So many rows vanished; ``list_id``: with their list, in the place of which this one stands."""
    shrink = standing(session, forum, noun)
    if shrink is not None and shrink.gone >= gone and shrink.list_id == list_id:
        shrink.gone, shrink.known = gone, known
        return shrink
    if shrink is not None:
        shrink.word = Word.OVER  # more are gone than anybody was asked about, or something else happened
    shrink = Shrink(forum=forum, noun=noun, gone=gone, known=known, arose_at=now, list_id=list_id)
    session.add(shrink)
    session.flush()
    return shrink


def end(session: Session, forum: str, noun: str) -> None:
    """Nothing is missing of the list any more."""
    shrink = standing(session, forum, noun)
    if shrink is not None:
        shrink.word = Word.OVER


def decide(session: Session, forum: str, shrink_id: int, *, believe: bool, person_id: int, now: datetime) -> bool:
    """A coordinator says the word; False where it was said already. To wait is no last word: rows may be given up
    later. Once they are to be taken away, or it is over, nothing is decided any more."""
    word = Word.BELIEVE if believe else Word.WAIT
    shrink = session.get(Shrink, shrink_id, with_for_update=True)
    if shrink is None or shrink.forum != forum or shrink.word not in (Word.ASKED, Word.WAIT) or shrink.word is word:
        return False
    shrink.word, shrink.decided_at, shrink.decided_by_id = word, now, person_id
    journal.note(
        session,
        forum,
        at=now,
        actor=f"person:{person_id}",
        side="chat",
        action=f"shrink.{word.value}",
        noun="shrink",
        noun_id=shrink_id,
    )
    return True


def tick(session: Session, forum: str, *, now: datetime, policy: Policy) -> None:
    """Ask the coordinators who can be reached, each once, of whatever nobody has said a word on."""
    asked = session.scalars(_standing(forum).where(Shrink.word == Word.ASKED).order_by(Shrink.id)).all()
    if not asked:
        return
    ways = enrolment.ways(session, forum)
    for person in people.coordinators(session, forum, day=policy.day(now)):
        for shrink in asked if person.id in ways else ():
            outbox.put(
                session,
                forum,
                to=To(person_id=person.id),
                kind=CARD,
                values={"shrink": shrink.id},
                dedupe=f"{CARD}/{shrink.id}/{person.id}",
                now=now,
                send_from=policy.hours.next_open(now, policy.workdays),
            )


def _standing(forum: str) -> Select[Shrink]:
    return select(Shrink).where(Shrink.forum == forum, Shrink.word != Word.OVER)
