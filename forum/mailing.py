"""Mailing: whoever the roster gives an e-mail is reached by e-mail, without having to join; a chat comes before it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, select, true, update
from sqlalchemy.orm import Session

from forum import enrolment, forums, outbox
from forum.enrolment import Address, AddressState
from forum.people import ChannelName, Person, Role
from forum.policies import Policy
from forum.preferences import Preference
from forum.touches import Kind, News

EMAIL = ChannelName.EMAIL
# What may be one mailbox; anything else in the roster's cell is a finding, and no way to anyone.
MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# A coordinator of a new forum is shown what was found once the first reading of the site has had its time.
FIRST_READING = timedelta(minutes=5)


def mailbox(email: str) -> str:
    """The one address in a cell of the roster, in small letters; empty where there is none, or more than one."""
    text = email.strip().lower()
    return text if MAILBOX.fullmatch(text) else ""


def use(session: Session, forum: str, channels: Collection[str]) -> None:
    """Only these channels are set up: what is known of others rests, and what rested on these is open again."""
    here = Address.channel.in_(channels)
    for such, before, after in (
        (~here, AddressState.CONFIRMED, AddressState.RESTING),
        (here, AddressState.RESTING, AddressState.CONFIRMED),
    ):
        session.execute(
            update(Address).where(Address.forum == forum, Address.state == before, such).values(state=after)
        )


@dataclass(frozen=True)
class Fact:
    """What is known of one person: the roster's e-mail and whether they may be written to there, and their record of
    an address by e-mail, as often as there is one (``address_id`` 0: none)."""

    person_id: int
    mailbox: str
    wished: bool
    address_id: int = 0
    address: str = ""
    state: AddressState = AddressState.REVOKED


def decide(facts: Sequence[Fact]) -> tuple[dict[int, str], list[int]]:
    """The addresses to make, by person, and the numbers of those to end. What bounced, or was given up, stays so."""
    wanted = {fact.person_id: fact.mailbox for fact in facts if fact.wished and fact.mailbox}
    known = {(fact.person_id, fact.address) for fact in facts if fact.address_id}
    open_ones = [fact for fact in facts if fact.address_id and fact.state is AddressState.CONFIRMED]
    end = [fact.address_id for fact in open_ones if wanted.get(fact.person_id) != fact.address]
    return {person: address for person, address in wanted.items() if (person, address) not in known}, end


def keep(session: Session, forum: str, news: News, *, now: datetime, policy: Policy) -> None:
    """Let the addresses be as the roster has them of those persons who were touched; nothing where no mail goes out."""
    if not policy.mails or not (news.everything or news.of(Kind.PERSON)):
        return
    make, end = decide(_facts(session, forum, None if news.everything else news.of(Kind.PERSON)))
    if end:
        gone = update(Address).where(Address.id.in_(end))
        session.execute(gone.values(state=AddressState.REVOKED, ended_at=now))
    session.add_all(_address(forum, number, address, now=now) for number, address in make.items())
    session.flush()
    if make and forums.of(session, forum).never_on:
        _show(session, forum, make, now=now, policy=policy)


def reachable(session: Session, forum: str) -> set[int]:
    """Who can be written to, those too whose address will be taken from the roster at the next tick."""
    make, _ = decide(_facts(session, forum, None))
    return enrolment.ways(session, forum).keys() | make.keys()


def _address(forum: str, person_id: int, address: str, *, now: datetime) -> Address:
    return Address(
        forum=forum,
        channel=EMAIL,
        address=address,
        person_id=person_id,
        asked_at=now,
        confirmed_at=now,
        state=AddressState.CONFIRMED,
    )


def _facts(session: Session, forum: str, people: Collection[int] | None) -> list[Fact]:
    """Of these people (None: of all) who are in the roster: not whom it wants to be telephoned, unless they said
    otherwise themselves."""
    rows = session.execute(
        select(Person.id, Person.email, Person.channel, Preference.channel, Address.id, Address.address, Address.state)
        .outerjoin(Preference, and_(Preference.forum == Person.forum, Preference.person_id == Person.id))
        .outerjoin(
            Address,
            and_(Address.forum == Person.forum, Address.person_id == Person.id, Address.channel == EMAIL),
        )
        .where(Person.forum == forum, Person.gone_at.is_(None), true() if people is None else Person.id.in_(people))
        .order_by(Person.id, Address.id)
    )
    return [
        Fact(
            person_id=number,
            mailbox=mailbox(email),
            wished=chosen is EMAIL or roster is not ChannelName.TELEPHONE,
            address_id=address_id or 0,
            address=address or "",
            state=state or AddressState.REVOKED,
        )
        for number, email, roster, chosen, address_id, address, state in rows
    ]


def _show(session: Session, forum: str, people: Collection[int], *, now: datetime, policy: Policy) -> None:
    """A coordinator of a forum that was never switched on sees what was found, and may switch it on."""
    for person in session.scalars(select(Person).where(Person.id.in_(people), Person.role == Role.COORDINATOR)):
        outbox.put(
            session,
            forum,
            to=outbox.To(person_id=person.id),
            kind="first-minutes",
            dedupe=f"first-minutes/{person.id}",
            now=now,
            send_from=policy.hours.next_open(now + FIRST_READING, policy.workdays),
        )
