"""Helping: a member said why an answer cannot be given yet; nudges rest while somebody sees to it."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import outbox, people
from forum.people import Person
from forum.policies import Policy
from forum.rounds import Obligation
from forum.store.base import Noun, link, linked
from forum.times import At

# So many working days nobody is nudged about what help was asked for.
RESTS = 3


class Trouble(enum.StrEnum):
    """Why help is needed."""

    DATA = "data"
    SIGN_OFF = "sign_off"
    NOT_MINE = "not_mine"
    EXTENSION = "extension"
    OTHER = "other"


class HelpRequest(Noun):
    """A call for help about one obligation. ``rests_until``: the local date before which nobody is nudged about it;
    ``words``: what the member added."""

    __tablename__ = "help_request"
    __table_args__ = (linked(), link("obligation_id", "obligation"), link("person_id", "person"))

    obligation_id: Mapped[int]
    person_id: Mapped[int]
    trouble: Mapped[Trouble]
    asked_at: Mapped[datetime]
    rests_until: Mapped[date]
    words: Mapped[str] = mapped_column(default="")
    settled_at: Mapped[datetime | None] = mapped_column(default=None)


def ask(
    session: Session,
    obligation: Obligation,
    person: Person,
    trouble: Trouble,
    *,
    words: str = "",
    now: datetime,
    policy: Policy,
) -> HelpRequest:
    """A call for help; one that stands about the same obligation is put in other words."""
    row = session.scalar(
        select(HelpRequest).where(HelpRequest.obligation_id == obligation.id, HelpRequest.settled_at.is_(None))
    )
    rests_until = policy.workdays.shift(policy.day(now), RESTS)
    if row is None:
        row = HelpRequest(
            forum=obligation.forum,
            obligation_id=obligation.id,
            person_id=person.id,
            trouble=trouble,
            asked_at=now,
            rests_until=rests_until,
        )
        session.add(row)
    row.person_id, row.trouble, row.words, row.rests_until = person.id, trouble, words, rests_until
    session.flush()
    return row


def call(
    session: Session,
    obligation: Obligation,
    person: Person,
    trouble: Trouble,
    *,
    words: str = "",
    at: At,
    policy: Policy,
) -> HelpRequest:
    """A call for help, of which the coordinators hear in their hours."""
    row = ask(session, obligation, person, trouble, words=words, now=at.now, policy=policy)
    for coordinator in people.coordinators(session, obligation.forum, day=at.day):
        outbox.put(
            session,
            obligation.forum,
            to=outbox.To(person_id=coordinator.id),
            kind="help-needed",
            values={"help": row.id},
            dedupe=f"help-needed/{row.id}/{at.now.isoformat()}/{coordinator.id}",
            now=at.now,
        )
    return row


def standing(session: Session, obligations: Iterable[Obligation], trouble: Trouble) -> Sequence[HelpRequest]:
    """The calls of this kind about these obligations that nobody has seen to yet."""
    return session.scalars(
        select(HelpRequest)
        .where(
            HelpRequest.obligation_id.in_([one.id for one in obligations]),
            HelpRequest.trouble == trouble,
            HelpRequest.settled_at.is_(None),
        )
        .order_by(HelpRequest.id)
    ).all()


def settle(session: Session, row: HelpRequest, *, now: datetime) -> bool:
    """A coordinator has seen to it; False where that was so before."""
    if row.settled_at is not None:
        return False
    row.settled_at = now
    return True
