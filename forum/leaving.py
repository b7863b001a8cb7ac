"""Leaving: a person's row is gone or stands for another now; their chat speaks for them no more, hears one word, and
whoever came instead is to be invited."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from forum import enrolment, links, outbox, people, reaching
from forum.conversations import Conversation
from forum.drafts import Draft
from forum.enrolment import Address, AddressState
from forum.outbox import To
from forum.people import ChannelName, Person


def leave(session: Session, person: Person, *, now: datetime) -> None:
    """End the rights of all chats and links of a person at once, and what was begun there; each open chat is thanked,
    once, in the forum's hours."""
    links.end(person)
    for noun in (Conversation, Draft):
        session.execute(delete(noun).where(noun.forum == person.forum, noun.person_id == person.id))
    for row in session.scalars(
        select(Address).where(
            Address.forum == person.forum, Address.person_id == person.id, Address.state != AddressState.REVOKED
        )
    ).all():
        if row.state is AddressState.CONFIRMED and _was_in_touch(row):
            _thank(session, person, row, now=now)
        enrolment.revoke(session, row, now=now)


def succeed(session: Session, person: Person, successor: Person, *, now: datetime, day: date) -> None:
    """Somebody else stands in this person's row now, and will hear what passed on to them (``forum.handover``): where
    the one before had a chat, those who run the forum are offered a link for the other. Ask before ``leave``, which
    ends the chats."""
    successor.predecessor_id = person.id
    if not reaching.has_chat(session, person):
        return
    for coordinator in people.coordinators(session, person.forum, day=day):
        outbox.put(
            session,
            person.forum,
            to=To(person_id=coordinator.id),
            kind="successor",
            values={"before": person.id, "person": successor.id},
            dedupe=f"successor/{person.id}/{successor.id}/{coordinator.id}",
            now=now,
        )


def _was_in_touch(row: Address) -> bool:
    """Whoever joined a chat was; of an address that the roster gave, only who ever wrote from there."""
    return row.channel != ChannelName.EMAIL or row.heard_at is not None


def _thank(session: Session, person: Person, row: Address, *, now: datetime) -> None:
    outbox.put(
        session,
        person.forum,
        # To the chat itself: there is no way to this person any more.
        to=To(channel=row.channel, address=row.address, language=row.language or person.language or None),
        kind="farewell",
        dedupe=f"farewell/{row.id}/{now.isoformat()}",
        now=now,
    )
