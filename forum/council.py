"""The council: what the memorandum council said of a round, word for word, with the day and number of its minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import journal
from forum.people import Person
from forum.rounds import Round
from forum.store.base import Noun, link, unique
from forum.times import At

# The longest number of minutes that is told in one line.
LONGEST_NUMBER = 80


class Opinion(Noun):
    """An opinion of the council about a round, as its minutes of a day and number have it; entered again, it is the
    next ``version``, and the last one counts; one without words says that it was recorded by mistake."""

    __tablename__ = "opinion"
    __table_args__ = (
        link("round_id", "round"),
        link("entered_by_id", "person"),
        unique("round_id", "given_on", "minutes", "version"),
    )

    round_id: Mapped[int]
    given_on: Mapped[date]
    minutes: Mapped[str] = mapped_column(String(LONGEST_NUMBER))
    version: Mapped[int]
    words: Mapped[str]
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int]


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the minutes say: their day and number, and the words."""

    given_on: date
    minutes: str
    words: str


def record(session: Session, one: Round, said: Said, *, by: Person, at: At) -> Opinion:
    """Keep an opinion, word for word; the same again is kept once."""
    before = next((row for row in _last(session, one) if _same(row, said)), None)
    if before is not None and before.words == said.words:
        return before
    row = Opinion(
        forum=one.forum,
        round_id=one.id,
        given_on=said.given_on,
        minutes=said.minutes,
        version=before.version + 1 if before else 1,
        words=said.words,
        entered_at=at.now,
        entered_by_id=by.id,
    )
    session.add(row)
    session.flush()
    journal.note(
        session,
        one.forum,
        at=at.now,
        actor=f"person:{by.id}",
        side="forum",
        action="opinion.recorded",
        noun="round",
        noun_id=one.id,
        after={"minutes": said.minutes, "given_on": said.given_on.isoformat(), "version": row.version},
    )
    return row


def take_back(session: Session, row: Opinion, *, by: Person, at: At) -> bool:
    """It was recorded by mistake, and does not count any more; that it was stays. False where that is so already."""
    one = session.get_one(Round, row.round_id)
    if row not in opinions(session, one):
        return False
    record(session, one, Said(given_on=row.given_on, minutes=row.minutes, words=""), by=by, at=at)
    return True


def opinions(session: Session, one: Round) -> list[Opinion]:
    """The opinions about a round as they count, the earliest first."""
    return [row for row in _last(session, one) if row.words]


def _last(session: Session, one: Round) -> list[Opinion]:
    """The last version of each."""
    rows = session.scalars(
        select(Opinion).where(Opinion.forum == one.forum, Opinion.round_id == one.id).order_by(Opinion.version)
    )
    last = {(row.given_on, row.minutes): row for row in rows}
    return sorted(last.values(), key=lambda row: (row.given_on, row.id))


def _same(row: Opinion, said: Said) -> bool:
    return (row.given_on, row.minutes) == (said.given_on, said.minutes)
