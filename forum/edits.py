"""Edits: what somebody changed in a measure's row on the workspace, kept until it is clear whether it is an answer."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store.base import Noun, Values, link, linked

# The fields of a measure that say how far it has come; whoever changes others answers nothing. Which of them answer
# by themselves is said in ``settling_edits``.
TELLING = ("completion", "done", "next_step", "obstacles")


@dataclass(frozen=True)
class Editor:
    """Who changed a row last, as the workspace names them; ``account`` is their number there."""

    name: str = ""
    email: str = ""
    account: int | None = None


NOBODY = Editor()


class Verdict(enum.StrEnum):
    """What an edit is taken for. ``WAITING``: one hand changed many rows at once, and a coordinator is asked."""

    NEW = "new"
    ANSWER = "answer"
    NONE = "none"
    WAITING = "waiting"


class Edit(Noun):
    """One change of a measure's row. ``values``: the telling fields that changed, as they read since; ``made_at``: when
    it was made, as the workspace says. ``batch``: edits made at once by one hand carry the id of the first."""

    __tablename__ = "edit"
    __table_args__ = (linked(), link("measure_id", "measure"))

    measure_id: Mapped[int]
    values: Mapped[Values]
    made_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    name: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    account: Mapped[int | None] = mapped_column(default=None)
    verdict: Mapped[Verdict] = mapped_column(default=Verdict.NEW)
    batch: Mapped[int | None] = mapped_column(default=None)

    @property
    def editor(self) -> Editor:
        return Editor(self.name, self.email, self.account)


def keep(
    session: Session, forum: str, *, measure_id: int, values: Values, editor: Editor, made_at: datetime, now: datetime
) -> None:
    """Somebody changed these telling fields of a measure's row."""
    session.add(
        Edit(
            forum=forum,
            measure_id=measure_id,
            values=values,
            made_at=made_at,
            seen_at=now,
            name=editor.name,
            email=editor.email,
            account=editor.account,
        )
    )


def of_verdict(session: Session, forum: str, verdict: Verdict) -> Sequence[Edit]:
    """All edits that are taken for this, in the order in which they were seen."""
    return session.scalars(select(Edit).where(Edit.forum == forum, Edit.verdict == verdict).order_by(Edit.id)).all()
