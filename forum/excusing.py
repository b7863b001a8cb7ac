"""Excusing: a coordinator gives a body more time, or asks it no more, with a reason; both can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import String, cast, exists, literal, select
from sqlalchemy.orm import Session, aliased

from forum import awaited, chasing, enrolment, helping, journal, outbox
from forum.helping import Trouble
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.policies import Policy
from forum.rounds import Obligation, Round
from forum.times import At

# A body gets at most so much more time: half a year on, the next round is near, and a day typed without its year that
# has passed («15.01.») would be read as next year's.
LONGEST = timedelta(days=183)
LETTER, UNNEEDED = "letter-draft", "letter-unneeded"


def extend(
    session: Session, obligations: Sequence[Obligation], *, until: date, reason: str, by: Person, at: At, policy: Policy
) -> None:
    """Another due day for one body in one round, of which its people hear once, in their hours; where they asked for
    more time, that is settled with it."""
    for one in obligations:
        one.due_on, one.skipped_at, one.reason = until, None, reason
        _note(session, one, "obligation.extended", by, at=at)
    for call in helping.standing(session, obligations, Trouble.EXTENSION):
        helping.settle(session, call, now=at.now)
    asked: dict[int, list[Obligation]] = {}
    for one in obligations:
        for person in awaited.askers(session, one, day=at.day):
            asked.setdefault(person.id, []).append(one)
    ways = enrolment.ways(session, obligations[0].forum, people=asked.keys())
    for person_id, mine in asked.items():
        if person_id in ways:
            _tell(session, person_id, mine, until=until, now=at.now, policy=policy)


def _tell(
    session: Session, person_id: int, mine: Sequence[Obligation], *, until: date, now: datetime, policy: Policy
) -> None:
    about = {"obligation": mine[0].id} if len(mine) == 1 else {"rounds": [mine[0].round_id]}
    outbox.put(
        session,
        mine[0].forum,
        to=outbox.To(person_id=person_id),
        kind="extended",
        values={"obligations": [one.id for one in mine], **about},
        dedupe=f"extended/{mine[0].id}/{until}/{person_id}",
        now=now,
        send_from=policy.hours.next_open(now, policy.workdays),
    )


def skip(session: Session, obligation: Obligation, *, reason: str, by: Person, at: At) -> None:
    """It is asked no more, and stays visible with its reason."""
    obligation.skipped_at, obligation.reason = at.now, reason
    _note(session, obligation, "obligation.skipped", by, at=at)


def undo(session: Session, obligation: Obligation, *, by: Person, at: At) -> bool:
    """As the round's own rule has it again; False where it was so."""
    if obligation.due_on is None and obligation.skipped_at is None:
        return False
    obligation.due_on, obligation.skipped_at, obligation.reason = None, None, ""
    _note(session, obligation, "obligation.restored", by, at=at)
    return True


def tick(session: Session, forum: str, *, now: datetime, day: date) -> None:
    """A letter that was drafted is needed no more once its body has answered: whoever drafted it hears so, once."""
    told = literal(f"{UNNEEDED}/") + cast(OutgoingMessage.id, String)
    another = aliased(OutgoingMessage)
    drafts = session.scalars(
        select(OutgoingMessage).where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.kind == LETTER,
            ~exists().where(another.forum == OutgoingMessage.forum, another.dedupe_key == told),
        )
    ).all()
    for draft in drafts:
        one = session.get(Round, draft.values.get("round", 0))
        body = chasing.body(session, one, draft.values["institution"], day=day) if one else None
        if body is not None and not body.awaited and draft.person_id is not None:
            outbox.put(
                session,
                forum,
                to=outbox.To(person_id=draft.person_id),
                kind=UNNEEDED,
                values={"code": body.institution.code},
                dedupe=f"{UNNEEDED}/{draft.id}",
                now=now,
            )


def _note(session: Session, obligation: Obligation, action: str, by: Person, *, at: At) -> None:
    journal.note(
        session,
        obligation.forum,
        at=at.now,
        actor=f"person:{by.id}",
        side="forum",
        action=action,
        noun="obligation",
        noun_id=obligation.id,
        after={"due_on": obligation.due_on and obligation.due_on.isoformat(), "reason": obligation.reason},
    )
