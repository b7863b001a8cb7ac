"""Coding: how far each measure has come as the independent reviewer codes it, beside what bodies and partners say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import journal
from forum.people import Person
from forum.plan import Completion
from forum.store.base import Noun, link, unique
from forum.times import At

# The longest name of a document that is told in one line.
LONGEST_SOURCE = 200


class Coding(Noun):
    """The reviewer's code of one measure, and the document (``source``) that it is from; what stood before is in the
    journal. It is the reviewer's alone: nothing of the measure or its answers follows from it."""

    __tablename__ = "coding"
    __table_args__ = (link("measure_id", "measure"), link("entered_by_id", "person"), unique("measure_id"))

    measure_id: Mapped[int]
    completion: Mapped[Completion]
    source: Mapped[str] = mapped_column(String(LONGEST_SOURCE))
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int]


@dataclass(frozen=True)
class Entered:
    """What a coordinator enters from one document: the code of each measure by number (id), None for no code."""

    source: str
    codes: Mapping[int, Completion | None]


def of_forum(session: Session, forum: str) -> dict[int, Coding]:
    """All codes, by measure."""
    return {row.measure_id: row for row in session.scalars(select(Coding).where(Coding.forum == forum))}


def enter(session: Session, forum: str, entered: Entered, *, by: Person, at: At) -> int:
    """Keep these codes; answers how many changed. A measure whose code stays keeps the document it is from."""
    known, changed = of_forum(session, forum), 0
    for measure_id, code in entered.codes.items():
        row = known.get(measure_id)
        before = row.completion if row else None
        if code == before:
            continue
        changed += 1
        if row is not None:
            session.delete(row)
            session.flush()
        if code is not None:
            session.add(
                Coding(
                    forum=forum,
                    measure_id=measure_id,
                    completion=code,
                    source=entered.source,
                    entered_at=at.now,
                    entered_by_id=by.id,
                )
            )
        _note(session, forum, measure_id, before, code, by=by, at=at)
    session.flush()
    return changed


def _note(
    session: Session,
    forum: str,
    measure_id: int,
    before: Completion | None,
    code: Completion | None,
    *,
    by: Person,
    at: At,
) -> None:
    journal.note(
        session,
        forum,
        at=at.now,
        actor=f"person:{by.id}",
        side="forum",
        action="measure.coded",
        noun="measure",
        noun_id=measure_id,
        before={"coded": before.value if before else None},
        after={"coded": code.value if code else None},
    )
