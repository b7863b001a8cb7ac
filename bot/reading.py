"""Reading: what a channel's raw update comes to, in one unit of work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot.dialogues.route import answer
from bot.dialogues.scene import Toast
from bot.heard import Heard
from forum.policies import Policy
from forum.times import At


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One row of the inbox that is read; all that follows from it goes into ``session``."""

    session: Session
    forum: str
    heard_id: int
    secret: bytes
    policy: Policy
    at: At


def said(reading: Reading, heard: Heard, *, part: int = 0) -> Toast | None:
    """Answer what was heard; ``part``: of several things in one update, which it is."""
    return answer(
        reading.session,
        reading.forum,
        heard,
        heard_id=reading.heard_id,
        part=part,
        secret=reading.secret,
        policy=reading.policy,
        at=reading.at,
    )


@dataclass(frozen=True)
class Reader:
    """How one channel is read: ``hear`` turns a raw update into what was heard (None: nothing for us); ``answer`` is
    all that follows from it, and answers the toast of a press."""

    hear: Callable[[str], Heard | None]
    answer: Callable[[Reading, Heard], Toast | None] = said
