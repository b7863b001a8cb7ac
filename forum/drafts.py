"""Drafts: answers under way, kept in the forum's memory so that no conversation is lost with a process."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Text, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.plan import Completion
from forum.replies import Manner
from forum.store.base import Noun, link, unique
from forum.store.keyed import Key


class Awaits(enum.StrEnum):
    """What the member is to say next. ``STATUS_ALONE``: the text is given already."""

    STATUS = "status"
    STATUS_ALONE = "status_alone"
    TEXT = "text"
    MEASURE = "measure"


class Draft(Noun):
    """One answer under way. A text that came before it was clear what it belongs to has no obligation yet."""

    __tablename__ = "draft"
    __table_args__ = (
        link("person_id", "person"),
        link("obligation_id", "obligation"),
        link("heard_id", "incoming_message"),
        unique("person_id", "obligation_id"),
    )

    person_id: Mapped[int]
    awaits: Mapped[Awaits]
    opened_at: Mapped[datetime]
    obligation_id: Mapped[int | None] = mapped_column(default=None)
    completion: Mapped[Completion | None] = mapped_column(default=None)
    manner: Mapped[Manner] = mapped_column(default=Manner.TOLD)
    text: Mapped[str] = mapped_column(Text, default="")
    heard_id: Mapped[int | None] = mapped_column(default=None)


OF = Key(Draft, "person_id")


def begin(
    session: Session, forum: str, *, person_id: int, obligation_id: int | None, awaits: Awaits, now: datetime
) -> Draft:
    """The draft about this obligation, begun (again) with this question."""
    row = of(session, forum, person_id=person_id, obligation_id=obligation_id) if obligation_id else None
    if row is None:
        row = Draft(forum=forum, person_id=person_id, obligation_id=obligation_id, awaits=awaits, opened_at=now)
        session.add(row)
    row.awaits, row.opened_at = awaits, now
    session.flush()
    return row


def of(session: Session, forum: str, *, person_id: int, obligation_id: int) -> Draft | None:
    """This person's draft about this obligation."""
    rows = OF.all(session, forum, person_id)
    return next((row for row in rows if row.obligation_id == obligation_id), None)


def leave(session: Session, forum: str, person_ids: Iterable[int], obligation_id: int) -> None:
    """Whatever these people had begun about this obligation is over."""
    mine = Draft.person_id.in_(sorted(person_ids)) & (Draft.obligation_id == obligation_id)
    session.execute(delete(Draft).where(Draft.forum == forum, mine))


def awaiting(session: Session, forum: str, *, person_ids: list[int], awaits: Awaits) -> list[Draft]:
    """These people's drafts in which this is asked, the newest first."""
    rows = [row for row in OF.gather(session, forum, [(number,) for number in person_ids]) if row.awaits is awaits]
    return sorted(rows, key=lambda row: (row.opened_at, row.id), reverse=True)
