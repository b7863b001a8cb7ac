"""Switching on from a mail: the address by which a coordinator lets the forum write to its members; opening it changes
nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from forum import forums, outbox, people, seals
from forum.outbox import To
from forum.people import Person, Role
from forum.policies import Policy
from forum.times import At

PURPOSE = "switching"
SIGNATURE_BYTES = 16
LASTS = timedelta(days=7)


def address(session: Session, person: Person, *, now: datetime, policy: Policy) -> str:
    """Where this coordinator switches the forum on; empty where no pages are served."""
    if not policy.pages or person.role is not Role.COORDINATOR:
        return ""
    data = f"{person.id:x}.{int((now + LASTS).timestamp()):x}"
    token = seals.seal(_secret(session, person.forum), data, size=SIGNATURE_BYTES)
    return f"{policy.pages}{path(person.forum)}/{token}"


def path(forum: str) -> str:
    """Where a forum's addresses for this stand below the public one."""
    return f"/ieslegt/{forum}"


def opened(session: Session, forum: str, token: str, *, now: datetime, day: date) -> Person | None:
    """Whose address this is; None where nobody here made it, it has ended, or they are no coordinator any more."""
    try:
        number, _, ends = seals.broken(_secret(session, forum), token, size=SIGNATURE_BYTES).partition(".")
    except seals.Forged:
        return None
    if int(ends, 16) < now.timestamp():
        return None
    mine = (one for one in people.coordinators(session, forum, day=day) if one.id == int(number, 16))
    return next(mine, None)


def tell_others(session: Session, by: Person, *, kind: str, at: At) -> None:
    """To every other coordinator, within the forum's hours: who paused it, or switched it on."""
    for person in people.coordinators(session, by.forum, day=at.day):
        if person.id != by.id:
            outbox.put(
                session,
                by.forum,
                to=To(person_id=person.id),
                kind=kind,
                values={"name": by.name},
                dedupe=f"{kind}/{at.now.isoformat()}/{person.id}",
                now=at.now,
            )


def _secret(session: Session, forum: str) -> bytes:
    return bytes.fromhex(forums.word(session, forum, PURPOSE))
