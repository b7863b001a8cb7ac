"""Conversations: a question of several steps, asked of one person, kept so that no process takes it with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import String
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store.base import Noun, Values, link, unique
from forum.store.keyed import Key

# A text that comes later than this is no answer to what was asked (forum time).
LASTS = timedelta(hours=12)


class Conversation(Noun):
    """What one person was asked last and has not answered: ``topic`` names the dialogue, ``step`` the question,
    ``values`` what was said so far. One at a time: a new one takes the place of the old."""

    __tablename__ = "conversation"
    __table_args__ = (link("person_id", "person"), unique("person_id"))

    person_id: Mapped[int]
    topic: Mapped[str] = mapped_column(String(40))
    step: Mapped[str] = mapped_column(String(40))
    values: Mapped[Values]
    opened_at: Mapped[datetime]


OF = Key(Conversation, "person_id")


def ask(
    session: Session, forum: str, *, person_id: int, topic: str, step: str, values: Values, now: datetime
) -> Conversation:
    """The next text of this person answers this question."""
    row = _of(session, forum, [person_id])
    if row is None:
        row = Conversation(forum=forum, person_id=person_id, topic=topic, step=step, values=values, opened_at=now)
        session.add(row)
    row.topic, row.step, row.values, row.opened_at = topic, step, values, now
    session.flush()
    return row


def open_one(session: Session, forum: str, person_ids: Iterable[int], *, now: datetime) -> Conversation | None:
    """The question that one of these people (of one chat) has not answered yet, and that is not too old."""
    row = _of(session, forum, person_ids)
    return row if row is not None and now - row.opened_at <= LASTS else None


def end(session: Session, row: Conversation) -> None:
    """It is answered, or put aside."""
    session.delete(row)
    session.flush()


def leave(session: Session, forum: str, person_ids: Iterable[int]) -> None:
    """Whatever was asked of these people is asked no more."""
    row = _of(session, forum, person_ids)
    if row is not None:
        end(session, row)


def _of(session: Session, forum: str, person_ids: Iterable[int]) -> Conversation | None:
    rows = OF.gather(session, forum, [(number,) for number in sorted(person_ids)])
    return max(rows, key=lambda row: (row.opened_at, row.id), default=None)
