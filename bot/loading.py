"""Loading: what messages that are about to be sent ask the memory for, fetched in one question a kind instead of one a
message. Whatever is not fetched here is asked for when it is needed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy.orm import Session

from forum import awaited, drafts, enrolment, nudges, preferences, standing, still_you
from forum.briefs import naming
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.store import keyed
from forum.times import At


def fetch(session: Session, forum: str, due: Sequence[OutgoingMessage], *, at: At) -> None:
    """What these will need: their readers, the ways to them, and of reminders what these are about."""
    readers = keyed.load(session, Person, [row.person_id for row in due if row.person_id is not None])
    _ways(session, forum, readers)
    of_nudges = {row.person_id for row in due if row.kind == nudges.KIND}
    if of_nudges:
        _owed(session, forum, [one for one in readers if one.id in of_nudges], at=at)


def _ways(session: Session, forum: str, readers: Collection[Person]) -> None:
    preferences.OF.gather(session, forum, [(one.id,) for one in readers])
    ways = enrolment.OF.gather(session, forum, [(one.id,) for one in readers])
    there = enrolment.AT.gather(session, forum, [(one.channel, one.address) for one in ways])
    keyed.load(session, Person, [one.person_id for one in there])


def _owed(session: Session, forum: str, readers: Collection[Person], *, at: At) -> None:
    owed = awaited.gather(session, forum, readers, day=at.day)
    duties = [one.obligation for one in owed]
    naming.gather(session, forum, duties, [one.measure.number for one in owed], day=at.day)
    standing.gather(session, forum, duties)
    still_you.gather(session, forum, [one.id for one in readers])
    drafts.OF.gather(session, forum, [(one.id,) for one in readers])
