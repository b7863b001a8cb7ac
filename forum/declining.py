"""Declining: what a member may do without, by one press in a mail; what a body's duty asks for is not among it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from forum import forums, journal, preferences, seals
from forum.people import Person
from forum.policies import Policy

PURPOSE = "declining"
SIGNATURE_BYTES = 16
# The group of each kind that may be declined: reminders of meetings, of which the notice and its changes still come,
# and a coordinator's weekly digest.
GROUPS = {"meeting-nudge": "meetings", "digest": "digest"}


def group(kind: str) -> str | None:
    """The group of a kind that may be declined; None: it may not."""
    return GROUPS.get(kind)


def address(session: Session, person: Person, kind: str, *, policy: Policy) -> str:
    """Where one press declines messages of this kind; empty where no pages are served, or it may not be declined.
    Opening it declines nothing."""
    wanted = group(kind)
    if wanted is None or not policy.pages:
        return ""
    token = seals.seal(_secret(session, person.forum), f"{person.id:x}.{wanted}", size=SIGNATURE_BYTES)
    return f"{policy.pages}{path(person.forum)}/{token}"


def path(forum: str) -> str:
    """Where a forum's addresses for this stand below the public one."""
    return f"/atteikties/{forum}"


def opened(session: Session, forum: str, token: str) -> tuple[Person, str] | None:
    """Whose address this is, and what it declines; None where nobody here made it."""
    try:
        data = seals.broken(_secret(session, forum), token, size=SIGNATURE_BYTES)
    except seals.Forged:
        return None
    number, _, wanted = data.partition(".")
    person = session.get(Person, int(number, 16))
    return (person, wanted) if person is not None and person.forum == forum else None


def declined(session: Session, person: Person, wanted: str | None) -> bool:
    """Whether a person does without this group."""
    own = preferences.of(session, person.forum, person.id) if wanted else None
    return own is not None and wanted in (own.declined or ())


def decide(session: Session, person: Person, wanted: str, *, declines: bool, now: datetime) -> None:
    """A member does without a group from now on, or wants it again."""
    own = preferences.change(session, person.forum, person.id, now=now)
    rest = {one for one in own.declined or () if one != wanted}
    own.declined = sorted(rest | {wanted}) if declines else sorted(rest) or None
    journal.note(
        session,
        person.forum,
        at=now,
        actor=f"person:{person.id}",
        side="email",
        action="messages.declined" if declines else "messages.wanted",
        noun="person",
        noun_id=person.id,
        after={"group": wanted},
    )


def _secret(session: Session, forum: str) -> bytes:
    return bytes.fromhex(forums.word(session, forum, PURPOSE))
