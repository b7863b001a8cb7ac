"""Pulses: when each part that touches the outside last did its work, so that silence can be told from quiet."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store.base import Noun, unique


class Part(enum.StrEnum):
    """``heard``: the chat service handed out what it had; ``refused``: it would not have us; ``taken``: it hands all to
    another system, though it was taken back from there; ``read``: the workspace was read to its end; ``post``,
    ``post_refused``: as the first two, of the mailbox that answers come to; ``sent``: the mail server let us in."""

    HEARD = "heard"
    REFUSED = "refused"
    TAKEN = "taken"
    READ = "read"
    POST = "post"
    POST_REFUSED = "post_refused"
    SENT = "sent"


class Pulse(Noun):
    """The last beat of a part: ``at`` is real time, ``word`` what was seen then: how far ahead of ours the far side's
    clock was (``forum.skew``), why we were refused, or who took over (its host; empty: not known)."""

    __tablename__ = "pulse"
    __table_args__ = (unique("part"),)

    part: Mapped[Part]
    at: Mapped[datetime]
    word: Mapped[str] = mapped_column(String(80), default="")


@dataclass(frozen=True)
class Beat:
    """When, in real time, and what was seen."""

    at: datetime
    word: str


def beat(session: Session, forum: str, part: Part, *, real: datetime, word: str = "") -> None:
    """This part did its work just now."""
    row = session.scalar(select(Pulse).where(Pulse.forum == forum, Pulse.part == part).with_for_update())
    if row is None:
        session.add(Pulse(forum=forum, part=part, at=real, word=word))
    else:
        row.at, row.word = real, word


def last(session: Session, forum: str) -> dict[Part, Beat]:
    """The last beat of each part that has beaten."""
    rows = session.scalars(select(Pulse).where(Pulse.forum == forum))
    return {row.part: Beat(row.at, row.word) for row in rows}
