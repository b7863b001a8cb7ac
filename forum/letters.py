"""Letters: what the letter of a filing says, gathered as it stood when the letter was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import filings, people
from forum.filings import Filing, State
from forum.given import Answer, Body, Given
from forum.people import Institution, Person
from forum.plan import Duty, Plan, Responsibility
from forum.replies import ReplyVersion
from forum.rounds import Obligation, Round


@dataclass(frozen=True)
class Item:
    """A measure, and what one body said of it; None: it has not answered."""

    number: str
    title: str
    body: Body
    answer: Answer | None = None


@dataclass(frozen=True)
class Draft:
    """A letter to be signed. ``address``: the sender's, ``to``: who runs the forum, with its address; ``turn``: the
    how-manieth time it is made; ``by``: whoever had it made, with their ``post``, ``phone`` and ``email``."""

    body: Body
    address: str
    to: Body | None
    to_address: str
    title: str
    year: int
    plan: str
    legal_basis: str
    turn: int
    made_at: datetime
    by: str
    post: str
    phone: str
    email: str
    items: Sequence[Item]
    lacking: Sequence[Item]
    before: Sequence[tuple[str, date]] = ()


def draft(session: Session, filing: Filing, *, day: date) -> Draft:
    """The letter of this filing. What was said or signed since it was made changes nothing of it; ``day``: today."""
    one = session.get_one(Round, filing.round_id)
    body = session.get_one(Institution, filing.institution_id)
    to = _addressee(session, filing.forum, day=day)
    plan = session.get(Plan, one.plan_id) if one.plan_id else None
    by = session.get(Person, filing.made_by_id) if filing.made_by_id else None
    earlier = _earlier(session, one, filing)
    items, lacking = _items(session, one, filing, earlier, day=day)
    return Draft(
        body=Body(body.code, body.name, body.name_en),
        address=body.official_address,
        to=Body(to.code, to.name, to.name_en) if to else None,
        to_address=to.official_address if to else "",
        title=one.title,
        year=one.year,
        plan=plan.title if plan else "",
        legal_basis=one.legal_basis,
        turn=filing.turn,
        made_at=filing.made_at,
        by=by.name if by else "",
        post=by.post if by else "",
        phone=by.phone if by else "",
        email=by.email if by else "",
        items=items,
        lacking=lacking,
        before=[(row.number, row.letter_on) for row in earlier if row.letter_on],
    )


def _addressee(session: Session, forum: str, *, day: date) -> Institution | None:
    """Whoever runs the forum: the body of its first coordinator."""
    bodies = [one.institution_id for one in people.coordinators(session, forum, day=day) if one.institution_id]
    return session.get(Institution, bodies[0]) if bodies else None


def _earlier(session: Session, one: Round, filing: Filing) -> list[Filing]:
    """The body's letters that were signed before this one was made."""
    mine = filings.of_round(session, one, filing.institution_id)
    return [row for row in mine if row.id < filing.id and row.signed_at is not None]


def _items(
    session: Session, one: Round, filing: Filing, earlier: Sequence[Filing], *, day: date
) -> tuple[list[Item], list[Item]]:
    held, given = filings.parts(session, filing), Given(session, one)
    told = {number for row in earlier for number in filings.parts(session, row)}
    leads = _leads(session, filing.forum)
    items, lacking = [], []
    for share in filings.shares(session, one, filing.institution_id, day=day):
        duty, row = share.obligation, share.institution
        item = Item(share.measure.number, share.measure.title, Body(row.code, row.name, row.name_en))
        if duty.id in held:
            leading = (duty.measure_id, duty.institution_id) in leads
            items.append(replace(item, answer=_answer(given, duty, held[duty.id], filing, leads=leading)))
        elif duty.id not in told and share.state is not State.SKIPPED:
            lacking.append(item)
    return items, lacking


def _answer(given: Given, duty: Obligation, version: ReplyVersion, filing: Filing, *, leads: bool) -> Answer:
    answer = given.told(duty, version, leads=leads)
    return replace(answer, evidence=[piece for piece in answer.evidence if piece.given_at <= filing.made_at])


def _leads(session: Session, forum: str) -> set[tuple[int, int | None]]:
    rows = session.execute(
        select(Responsibility.measure_id, Responsibility.institution_id).where(
            Responsibility.forum == forum, Responsibility.duty == Duty.LEAD
        )
    )
    return {(measure, body) for measure, body in rows}
