"""Deciding: all that follows from the time alone, in one unit of work, so that all of it sees the same plan."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from forum import nudges, rounds
from forum.policies import Policy


def tick(session: Session, forum: str, *, now: datetime, policy: Policy) -> None:
    """Who owes what today, and who is reminded of it. Asked again at the same moment, it changes nothing."""
    rounds.open_obligations(session, forum, now=now, day=policy.day(now))
    nudges.tick(session, forum, now=now, policy=policy)
