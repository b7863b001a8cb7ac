"""Drafts: answers under way, in the chat or on the worksheet page, kept in the forum's memory so that nothing begun is
lost with a process or a browser. What was typed is its author's alone: others hear at most that something is begun."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.plan import Completion
from forum.replies import Manner
from forum.store.base import Noun, Values, link, unique
from forum.store.keyed import Key


class Awaits(enum.StrEnum):
    """What the member is to say next in the chat. ``STATUS_ALONE``: the text is given already; ``NOTHING``: what was
    begun stands on the page alone."""

    STATUS = "status"
    STATUS_ALONE = "status_alone"
    TEXT = "text"
    MEASURE = "measure"
    NOTHING = "nothing"


class Draft(Noun):
    """One answer under way. A text that came before it was clear what it belongs to has no obligation yet.

    ``typed``: the fields of the page's form as they were kept last, at ``typed_at`` (forum time; ``forum.begun``);
    ``mark``: another at each keeping, so that a page shown before it is known; ``stood``: the version of the reply that
    the author saw when it was begun (0: none)."""

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
    typed: Mapped[Values] = mapped_column(default_factory=dict)
    typed_at: Mapped[datetime | None] = mapped_column(default=None)
    mark: Mapped[str] = mapped_column(String(32), default="")
    stood: Mapped[int] = mapped_column(default=0)

    @property
    def chosen(self) -> Completion | None:
        """The status that was chosen in the chat, where its text is still to come."""
        return self.completion if self.awaits is Awaits.TEXT else None

    @property
    def begun_at(self) -> datetime | None:
        """When something of an answer was said last that is not sent yet; None: nothing was."""
        told = [self.typed_at if self.typed else None, self.opened_at if self.chosen else None]
        return max((at for at in told if at is not None), default=None)


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
    """Whatever the chat had asked these people about this obligation is over."""
    for row in OF.gather(session, forum, [(number,) for number in sorted(person_ids)]):
        if row.obligation_id == obligation_id:
            end(session, row)
    session.flush()


def end(session: Session, row: Draft) -> None:
    """What the chat had asked is over; what was typed on the page stays there."""
    if row.typed:
        row.awaits, row.completion = Awaits.NOTHING, None
    else:
        session.delete(row)


def awaiting(session: Session, forum: str, *, person_ids: list[int], awaits: Awaits) -> list[Draft]:
    """These people's drafts in which this is asked, the newest first."""
    rows = [row for row in OF.gather(session, forum, [(number,) for number in person_ids]) if row.awaits is awaits]
    return sorted(rows, key=lambda row: (row.opened_at, row.id), reverse=True)
