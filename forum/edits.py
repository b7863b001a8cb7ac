"""Edits: what somebody changed on the workspace in a measure's row, or in one among the answers, kept until it is clear
whether it is an answer."""

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
    """One change of a measure's row; or of the row of the answer ``reply_id``; or a ``row`` (item id) that was typed in
    among the answers. ``values``: the telling fields that changed, as they read since; ``made_at``: when it was made,
    as the workspace says. ``batch``: edits made at once by one hand carry the id of the first."""

    __tablename__ = "edit"
    __table_args__ = (linked(), link("measure_id", "measure"), link("reply_id", "reply"))

    measure_id: Mapped[int]
    values: Mapped[Values]
    made_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    name: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    account: Mapped[int | None] = mapped_column(default=None)
    verdict: Mapped[Verdict] = mapped_column(default=Verdict.NEW)
    batch: Mapped[int | None] = mapped_column(default=None)
    reply_id: Mapped[int | None] = mapped_column(default=None)
    row: Mapped[int | None] = mapped_column(default=None)

    @property
    def editor(self) -> Editor:
        return Editor(self.name, self.email, self.account)


def keep(
    session: Session,
    forum: str,
    *,
    measure_id: int,
    values: Values,
    editor: Editor,
    made_at: datetime,
    now: datetime,
    reply_id: int | None = None,
    row: int | None = None,
) -> None:
    """Somebody changed these telling fields of a measure's row, of an answer's, or typed in a row of answers."""
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
            reply_id=reply_id,
            row=row,
        )
    )


def last_values(session: Session, forum: str, *, reply_id: int | None = None, row: int | None = None) -> Values:
    """What the newest edit of this answer's row, or of this row typed in among them, said; empty: there is none."""
    mine = (Edit.reply_id == reply_id) if reply_id is not None else (Edit.row == row)
    found = select(Edit.values).where(Edit.forum == forum, mine).order_by(Edit.id.desc())
    return session.scalar(found.limit(1)) or {}


def of_verdict(session: Session, forum: str, verdict: Verdict) -> Sequence[Edit]:
    """All edits that are taken for this, in the order in which they were seen."""
    return session.scalars(select(Edit).where(Edit.forum == forum, Edit.verdict == verdict).order_by(Edit.id)).all()
