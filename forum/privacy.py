"""Privacy: what is kept about the people of a chat, handed out and forgotten on their word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, delete, false, func, or_, select, update
from sqlalchemy.orm import Session

from forum import baselines, inbox, landed, links, outbox
from forum.bringing import BroughtReport
from forum.conversations import Conversation
from forum.drafts import Draft
from forum.edits import Edit
from forum.enrolment import Address, AddressState, Invitation
from forum.evidence import Evidence, EvidenceContent, EvidenceKind
from forum.helping import HelpRequest
from forum.inbox import IncomingMessage
from forum.meetings import Attendance
from forum.outbox import OutgoingMessage
from forum.people import ChannelName, Person, coordinators
from forum.preferences import Preference
from forum.rejoinders import Rejoinder
from forum.replies import ReplyVersion
from forum.snoozes import Snooze
from forum.store import traces
from forum.store.base import Noun, Values
from forum.times import At

# What belongs to the person alone and goes with them.
OWN: tuple[type[Noun], ...] = (BroughtReport, Conversation, Draft, Preference, Snooze, Address, Invitation)
# What they said for their body stays with it, under the name that stood there then: the record is the body's.
RECORD: tuple[type[Noun], ...] = (ReplyVersion, Rejoinder, Attendance, HelpRequest, Evidence)


def export(session: Session, forum: str, people: Iterable[Person], *, channel: str = "", address: str = "") -> Values:
    """All that is kept about these people, as plain data: for this chat, without internal texts and
    what they typed on their page and did not send, or for their own page
    (no chat), of all their chats."""
    people = list(people)
    ids = [person.id for person in people]
    kept: Values = {"person": _rows(session, Person, Person.id.in_(ids))}
    for noun in (*OWN, *RECORD):
        kept[noun.__tablename__] = _rows(session, noun, noun.__table__.c.person_id.in_(ids))
    if address:
        kept[ReplyVersion.__tablename__] = [_open(row) for row in kept[ReplyVersion.__tablename__]]
        kept[Draft.__tablename__] = [{**row, "typed": {}} for row in kept[Draft.__tablename__]]
    ways = [(channel, address)] if address else _chats(session, forum, ids)
    here = or_(false(), *(_from(*way) for way in ways))
    kept[IncomingMessage.__tablename__] = _rows(session, IncomingMessage, (IncomingMessage.forum == forum) & here)
    mine = or_(*(_to(ids, *way) for way in ways or [("", "")]))
    kept[OutgoingMessage.__tablename__] = _rows(session, OutgoingMessage, (OutgoingMessage.forum == forum) & mine)
    return kept


def _open(row: Values) -> Values:
    """A version as it may go into a chat."""
    hidden = ("done", "obstacles", "next_step", "written", "on_record") if row["internal"] else ()
    return {name: word for name, word in row.items() if name not in hidden}


def heard_from(session: Session, forum: str, people: Iterable[Person]) -> int:
    """How many messages and presses of all chats of these people are kept as they came."""
    ways = _chats(session, forum, [person.id for person in people])
    here = or_(false(), *(_from(*way) for way in ways))
    return session.scalar(select(func.count()).where(IncomingMessage.forum == forum, here)) or 0


def _from(channel: str, address: str) -> ColumnElement[bool]:
    return (IncomingMessage.channel == channel) & (IncomingMessage.lane == address)


def _rows(session: Session, noun: type[Noun], such: ColumnElement[bool]) -> list[Values]:
    rows = session.execute(select(noun.__table__).where(such).order_by(noun.__table__.c.id)).mappings()
    hidden = {"token_sha256", "epoch", "forum"}
    return [{name: _plain(word) for name, word in row.items() if name not in hidden} for row in rows]


def _plain(word: object) -> object:
    return word if isinstance(word, str | int | float | bool | list | dict | None) else str(word)


def _to(ids: Sequence[int], channel: str, address: str) -> ColumnElement[bool]:
    here = (OutgoingMessage.channel == channel) & (OutgoingMessage.address == address)
    return or_(OutgoingMessage.person_id.in_(ids), here)


def forget(session: Session, forum: str, people: Iterable[Person], *, channel: str, address: str) -> None:
    """Forget this chat and all that was said in it: the way there, the raw messages of both sides, what was begun; the
    people's personal links end. What was recorded for a body stays the body's record."""
    traces.wipe(session)
    people = list(people)
    ids = [person.id for person in people]
    for person in people:
        links.end(person)
    for way in {(channel, address), *_chats(session, forum, ids)}:
        _forget_chat(session, forum, ids, *way)
    for noun in OWN:
        session.execute(delete(noun).where(noun.forum == forum, noun.__table__.c.person_id.in_(ids)))
    # Why help was needed was told to the coordinators, and is no part of the body's answer.
    session.execute(
        update(HelpRequest).where(HelpRequest.forum == forum, HelpRequest.person_id.in_(ids)).values(words="")
    )
    _forget_evidence(session, forum, ids)
    session.flush()


def leave(session: Session, forum: str, people: Sequence[Person], *, channel: str, address: str, at: At) -> None:
    """``forget``, on the people's own word: the coordinators hear who cannot be reached in chat any more."""
    named = {person.id: person.name for person in people}
    mailboxes = _mailboxes(session, forum, list(named))
    forget(session, forum, people, channel=channel, address=address)
    # The roster keeps the address, and would have it written to again: that it was given up is remembered.
    session.add_all(
        Address(
            forum=forum,
            channel=ChannelName.EMAIL,
            address=mailbox,
            person_id=person,
            asked_at=at.now,
            state=AddressState.REVOKED,
        )
        for person, mailbox in mailboxes
    )
    for coordinator in coordinators(session, forum, day=at.day):
        for number, name in named.items():
            outbox.put(
                session,
                forum,
                to=outbox.To(person_id=coordinator.id),
                kind="member-left",
                values={"name": name},
                dedupe=f"member-left/{number}/{at.now.isoformat()}/{coordinator.id}",
                now=at.now,
            )


def _mailboxes(session: Session, forum: str, ids: Sequence[int]) -> list[tuple[int, str]]:
    """Of each of these people, the addresses by e-mail that the roster has of them."""
    rows = session.execute(
        select(Address.person_id, Address.address).where(
            Address.forum == forum, Address.channel == ChannelName.EMAIL, Address.person_id.in_(ids)
        )
    )
    return [(person, address) for person, address in rows]


def _chats(session: Session, forum: str, ids: Sequence[int]) -> list[tuple[str, str]]:
    """Every chat that ever spoke for these people, but those that speak for somebody else by now."""
    others = select(Address.address).where(
        Address.forum == forum, Address.person_id.not_in(ids), Address.state != AddressState.REVOKED
    )
    rows = session.execute(
        select(Address.channel, Address.address).where(
            Address.forum == forum, Address.person_id.in_(ids), Address.address.not_in(others)
        )
    )
    return [(channel, address) for channel, address in rows]


def _forget_chat(session: Session, forum: str, ids: Sequence[int], channel: str, address: str) -> None:
    """All that was said in a chat, and that it spoke for somebody, be it somebody of long ago."""
    session.execute(
        update(IncomingMessage)
        .where(IncomingMessage.forum == forum, IncomingMessage.channel == channel, IncomingMessage.lane == address)
        .values(body="", lane="", message_ref=None, error="", state=inbox.State.DONE)
    )
    session.execute(
        delete(Address).where(Address.forum == forum, Address.channel == channel, Address.address == address)
    )
    _forget_messages(session, forum, _to(ids, channel, address))


def _forget_evidence(session: Session, forum: str, ids: Sequence[int]) -> None:
    """What was given for an answer stays with it. Its bytes go where nobody said what it is about, or where they were
    not fetched yet: the way to them is forgotten."""
    rows = session.scalars(select(Evidence).where(Evidence.forum == forum, Evidence.person_id.in_(ids))).all()
    for row in rows:
        unfetched = row.kind is not EvidenceKind.LINK and row.fetched_at is None
        row.address = row.external_id = ""
        if row.obligation_id is None or unfetched:
            session.execute(
                delete(EvidenceContent).where(EvidenceContent.forum == forum, EvidenceContent.evidence_id == row.id)
            )
            session.delete(row)


def _forget_messages(session: Session, forum: str, such: ColumnElement[bool]) -> None:
    """Our own messages keep that they were sent, and no words; those that wait are not sent."""
    mine = (OutgoingMessage.forum == forum) & such
    waiting = OutgoingMessage.state.in_((outbox.State.PENDING, outbox.State.HELD))
    session.execute(update(OutgoingMessage).where(mine & waiting).values(state=outbox.State.DROPPED))
    session.execute(
        update(OutgoingMessage).where(mine).values(values={}, address=None, external_id=None, edits=None, error="")
    )


def forget_person(session: Session, person: Person) -> None:
    """All chats of a person, and what the roster's row says beside the name: it comes back with the next pull while
    the row stands there."""
    rows = session.scalars(select(Address).where(Address.forum == person.forum, Address.person_id == person.id)).all()
    ways = [(row.channel, row.address) for row in rows]
    for channel, address in ways or [("", "")]:
        forget(session, person.forum, [person], channel=channel, address=address)
    base = baselines.of_noun(session, person.forum, "person", person.id)
    if base is not None:
        base.values = {**base.values, "email": "", "phone": "", "account": None}
        base.etag = ""
    person.email = person.phone = ""
    person.account = None
    landed.forget(session, person.forum)
    session.execute(update(Edit).where(Edit.forum == person.forum, Edit.name == person.name).values(email=""))
