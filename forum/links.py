"""Links: the personal address of a member's worksheet page, signed, that ends by itself and can be ended at once."""

from __future__ import annotations

import enum
import secrets
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import enrolment, forums, outbox, seals
from forum.enrolment import Address
from forum.outbox import To
from forum.people import ChannelName, Person
from forum.policies import Policy
from forum.store.base import Values
from forum.times import At

# From the first rung of a mandatory round (twenty working days before) until its due day; each message has a new one.
LIVES = timedelta(days=30)
# A page may be tried as often as a forger likes, which 80 bits are too few for.
SIGNATURE_BYTES = 16
PURPOSE = "links"
# How often, at most, a new link is sent to one person who asks for it.
RENEWED_EVERY = timedelta(minutes=10)
RENEWAL = "page-link"


class Refusal(enum.StrEnum):
    """Why a link opens nothing: nobody here made it; its time is over; it was ended, or its person left."""

    UNKNOWN = "unknown"
    EXPIRED = "expired"
    ENDED = "ended"


@dataclass(frozen=True)
class Read:
    """What a link says: whose it is, and why it opens nothing, if so. ``person`` is None where nobody here made it;
    ``ends_at``: forum time."""

    person: Person | None
    refusal: Refusal | None = None
    ends_at: datetime | None = field(default=None, compare=False)


def make(session: Session, person: Person, *, now: datetime) -> str:
    """The token of a new link (some 60 signs that an address may hold); nothing is kept."""
    ends = int((now + LIVES).timestamp())
    data = ".".join(f"{part:x}" for part in (person.id, *_epochs(session, person), ends))
    return seals.seal(_secret(session, person.forum), data, size=SIGNATURE_BYTES)


def read(session: Session, forum: str, token: str, *, now: datetime, day: date) -> Read:
    """Whose link this is, and whether it opens their page now; reading it uses nothing up."""
    try:
        data = seals.broken(_secret(session, forum), token, size=SIGNATURE_BYTES)
    except seals.Forged:
        return Read(None, Refusal.UNKNOWN)
    number, *epochs, ends = (int(part, 16) for part in data.split("."))
    person = session.get(Person, number)
    if person is None or person.forum != forum:
        return Read(None, Refusal.UNKNOWN)
    if epochs != _epochs(session, person) or not person.serves_on(day):
        return Read(person, Refusal.ENDED)
    if int(now.timestamp()) >= ends:
        return Read(person, Refusal.EXPIRED)
    return Read(person, ends_at=datetime.fromtimestamp(ends, UTC))


def people(session: Session, person: Person, way: Address | None, *, day: date) -> list[Person]:
    """All whom the human behind this person is on the roster, who may stand for several bodies: those of the same name
    and e-mail address, and those for whom the same chat (their open ``way``) speaks."""
    found = {person.id: person}
    for one in session.scalars(select(Person).where(Person.forum == person.forum, Person.name == person.name)):
        if person.email and one.email.casefold() == person.email.casefold() and one.serves_on(day):
            found[one.id] = one
    if way is not None:
        at_chat = enrolment.people_at(session, person.forum, channel=way.channel, address=way.address, day=day)
        found |= {one.id: one for one in at_chat}
    return [found[number] for number in sorted(found)]


def address(policy: Policy, forum: str, token: str) -> str:
    """The address of the page that a token opens. Its end is a slash, so that whoever marks addresses in a text takes
    all of it."""
    return f"{policy.pages}{path(forum)}/{token}/"


def path(forum: str) -> str:
    """Where a forum's worksheet pages stand below the public address."""
    return f"/lapa/{forum}"


def page_of(session: Session, person: Person, *, now: datetime, policy: Policy) -> str:
    """The address of this person's page with a fresh link; empty where no pages are offered."""
    return address(policy, person.forum, make(session, person, now=now)) if policy.pages else ""


def desk_of(session: Session, person: Person, round_id: int, *, now: datetime, policy: Policy) -> str:
    """The address of this coordinator's page of a round, with a fresh link; empty where no pages are offered."""
    page = page_of(session, person, now=now, policy=policy)
    return f"{page}karta/{round_id}/" if page else ""


def end(person: Person) -> None:
    """All links of this person that were ever made open nothing any more."""
    person.links_epoch = _another()


def end_all(session: Session, forum: str) -> None:
    """The same for everybody in a forum."""
    forums.of(session, forum).links_epoch = _another()


def renew(session: Session, person: Person, *, at: At, policy: Policy) -> None:
    """Send a new link to the address that the roster names, where there is one (in a forum without e-mail, to the
    person's chat) and the person serves; at most one in ``RENEWED_EVERY``. Nobody learns which it was."""
    to = To(person_id=person.id)
    if policy.mails:
        to = To(person_id=person.id, channel=ChannelName.EMAIL, address=person.email)
    reached = to.address if policy.mails else enrolment.way_to(session, person)
    if not (reached and person.serves_on(at.day)):
        return
    turn = int(at.now.timestamp() // RENEWED_EVERY.total_seconds())
    outbox.put(
        session,
        person.forum,
        to=to,
        kind=RENEWAL,
        values=Values(),
        dedupe=f"{RENEWAL}/{person.id}/{turn}",
        now=at.now,
        asked=True,
    )


def _epochs(session: Session, person: Person) -> list[int]:
    return [forums.of(session, person.forum).links_epoch or 0, person.links_epoch or 0]


def _secret(session: Session, forum: str) -> bytes:
    return bytes.fromhex(forums.word(session, forum, PURPOSE))


def _another() -> int:
    # Drawn, not counted: a memory restored from a backup could count up to a number that was ended since.
    return 1 + secrets.randbelow(2**31 - 1)
