"""Deciding: all that follows from the time alone, in one unit of work, so that all of it sees the same plan."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from forum import digests, doubts, excusing, forums, meeting_nudges, nudges, pausing, rounds, shrinks
from forum.pausing import Waiting
from forum.people import Person
from forum.policies import Policy
from forum.times import At


def tick(session: Session, forum: str, *, now: datetime, policy: Policy) -> None:
    """Who owes what today, and who is reminded of it. Asked again at the same moment, it changes nothing."""
    rounds.open_obligations(session, forum, now=now, day=policy.day(now))
    excusing.tick(session, forum, now=now, day=policy.day(now))
    doubts.tick(session, forum, now=now, policy=policy)
    shrinks.tick(session, forum, now=now, policy=policy)
    digests.tick(session, forum, now=now, policy=policy)
    if forums.of(session, forum).paused_at is not None:
        return  # no turn is taken, so that afterwards the one that fits then is
    nudges.tick(session, forum, now=now, policy=policy)
    meeting_nudges.tick(session, forum, now=now, policy=policy)


def resume(session: Session, forum: str, *, by: Person, at: At, policy: Policy) -> Waiting | None:
    """Write to members again, and decide at once what they are written; answers what waits to go. None: it was not
    paused."""
    if not pausing.lift(session, forum, by=by, at=at, policy=policy):
        return None
    tick(session, forum, now=at.now, policy=policy)
    return pausing.waiting(session, forum, at=at, policy=policy)
