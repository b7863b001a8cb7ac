"""Deciding: all that follows from the time alone, in one unit of work, so that all of it sees the same plan."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from forum import (
    agenda,
    asking_partners,
    awaited,
    begun,
    digests,
    doubts,
    excusing,
    forums,
    gathering,
    handover,
    held,
    mailing,
    meeting_nudges,
    nudges,
    own_dates,
    pausing,
    shrinks,
    still_you,
    touches,
)
from forum.pausing import Waiting
from forum.people import Person
from forum.policies import Policy
from forum.times import At


def tick(session: Session, forum: str, *, now: datetime, policy: Policy) -> bool:
    """Who owes what today, and who is reminded of it; True while more is to be decided at this moment than one unit of
    work should hold. Asked again when all is, it changes nothing.

    Only that is looked at which can be otherwise than at the tick before: what was touched, and what a day has come
    for. Where the clock went back, that is everything.
    """
    here = forums.deciding(session, forum)
    if here is None:
        return False  # another process is at it
    day = policy.day(now)
    another, back = here.decided_on != day, here.decided_on is None or day < here.decided_on
    if back:
        touches.everything(session, forum)
    news = touches.take(session, forum)
    with touches.unwatched(session):
        mailing.keep(session, forum, news, now=now, policy=policy)
    agenda.take_up(session, forum, news, now=now, policy=policy)
    here.decided_on = day
    excusing.tick(session, forum, now=now, day=day)
    doubts.tick(session, forum, now=now, policy=policy)
    shrinks.tick(session, forum, now=now, policy=policy)
    digests.tick(session, forum, now=now, policy=policy)
    if another:
        begun.lapse(session, forum, day=day)
    if here.paused_at is not None:
        return False  # no turn is taken, so that afterwards the one that fits then is
    meeting_nudges.tick(session, forum, now=now, policy=policy, all_heard=not (another or news.of_meetings))
    if another or news.numbers:
        asking_partners.tick(session, forum, now=now, policy=policy)
        gathering.tick(session, forum, now=now, policy=policy)
    if another:
        still_you.tick(session, forum, now=now, policy=policy)
        own_dates.tick(session, forum, now=now, policy=policy)
    bodies = agenda.bodies(session, forum, day=day)
    more = len(bodies) == agenda.BODIES
    if bodies:
        _nudge(session, forum, bodies, now=now, policy=policy)
    if not more and (another or news.numbers):
        handover.tick(session, forum, now=now, policy=policy)
    if bodies or another or news.numbers or news.of_meetings:
        held.weigh(session, forum, now=now, policy=policy, again=not more)
    return more


def _nudge(session: Session, forum: str, bodies: list[int], *, now: datetime, policy: Policy) -> None:
    """Decide on the shares of these bodies that are due."""
    day = policy.day(now)
    only = agenda.due(session, forum, bodies, day=day)
    owed = awaited.owed(session, forum, day=day, bodies=bodies, only=only)
    nudges.remind(session, forum, owed, now=now, policy=policy)
    agenda.put_off(session, forum, bodies, owed, day=day, policy=policy)


def resume(session: Session, forum: str, *, by: Person, at: At, policy: Policy) -> Waiting | None:
    """Write to members again, and decide at once what they are written; answers what waits to go. None: it was not
    paused."""
    if not pausing.lift(session, forum, by=by, at=at, policy=policy):
        return None
    while tick(session, forum, now=at.now, policy=policy):
        pass
    return pausing.waiting(session, forum, at=at, policy=policy)
