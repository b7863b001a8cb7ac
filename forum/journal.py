"""The journal: who changed what, when, from which side. It only grows; words that are erased leave it all the same."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store import bulk
from forum.store.base import Noun, Values


class JournalEntry(Noun):
    """``actor`` is ``person:ID``, ``workspace`` or ``service``; ``at`` is forum time."""

    __tablename__ = "journal_entry"
    __table_args__ = (Index("ix_journal_entry_noun", "forum", "noun", "noun_id"),)

    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(80))
    side: Mapped[str] = mapped_column(String(24))
    action: Mapped[str] = mapped_column(String(60))
    noun: Mapped[str] = mapped_column(String(24))
    noun_id: Mapped[int]
    before: Mapped[Values]
    after: Mapped[Values]


def note(
    session: Session,
    forum: str,
    *,
    at: datetime,
    actor: str,
    side: str,
    action: str,
    noun: str,
    noun_id: int,
    before: Values | None = None,
    after: Values | None = None,
) -> None:
    """Write one line, in the unit of work of the change that it tells of."""
    bulk.add(
        session,
        JournalEntry,
        forum=forum,
        at=at,
        actor=actor,
        side=side,
        action=action,
        noun=noun,
        noun_id=noun_id,
        before=before or {},
        after=after or {},
    )


def has(session: Session, of: Noun, action: str, *, noun: str) -> bool:
    """Whether this was ever done with the noun of this name."""
    return last(session, of, action, noun=noun) is not None


def last(session: Session, of: Noun, action: str, *, noun: str) -> JournalEntry | None:
    """The line of when this was done last with the noun of this name."""
    return session.scalar(
        select(JournalEntry)
        .where(
            JournalEntry.forum == of.forum,
            JournalEntry.noun == noun,
            JournalEntry.noun_id == of.id,
            JournalEntry.action == action,
        )
        .order_by(JournalEntry.id.desc())
        .limit(1)
    )
