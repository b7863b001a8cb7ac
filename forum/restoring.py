"""Restoring: a forum that was laid out again from a backup sends nothing twice that it may have sent since then."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import baselines, doubts, journal, landed, links, operations, outbox, people
from forum.forums import Forum
from forum.outbox import To
from forum.policies import Policy

KIND = "restored"


def settle(session: Session, *, made_at: datetime, now: datetime, policy: Policy) -> int:
    """Every forum falls silent until a coordinator says otherwise; what waited to be sent when the backup was made is
    in doubt, for it may have gone out since; the coordinators are told so. Answers how many messages are in doubt."""
    found = 0
    for one in session.scalars(select(Forum).order_by(Forum.key)).all():
        one.paused_at = one.paused_at or now
        links.end_all(session, one.key)  # some may have been ended since the backup was made
        for known in baselines.lists(session, one.key):
            known.change_token = ""  # read anew, from its beginning
            landed.give_up(session, known)
        operations.doubt(session, one.key)
        doubted = doubts.what_waited(session, one.key, now=now)
        _tell(session, one.key, made_at=made_at, doubted=doubted, now=now, policy=policy)
        journal.note(
            session,
            one.key,
            at=now,
            actor="service",
            side="service",
            action="forum.restored",
            noun="forum",
            noun_id=0,
            after={"made_at": made_at.isoformat(), "doubted": doubted},
        )
        found += doubted
    return found


def _tell(session: Session, forum: str, *, made_at: datetime, doubted: int, now: datetime, policy: Policy) -> None:
    for person in people.coordinators(session, forum, day=policy.day(now)):
        outbox.put(
            session,
            forum,
            to=To(person_id=person.id),
            kind=KIND,
            values={"made_at": made_at.isoformat(), "doubted": doubted},
            dedupe=f"{KIND}/{now.isoformat()}/{person.id}",
            now=now,
        )
