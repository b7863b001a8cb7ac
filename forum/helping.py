"""Helping: a member said why an answer cannot be given yet; nudges rest while somebody sees to it."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import outbox, people
from forum.awaited import Owed
from forum.people import Person
from forum.policies import Policy
from forum.rounds import Obligation
from forum.store.base import Noun, Values, link, linked
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
    row = of_obligation(session, obligation)
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
    _tell_coordinators(session, row.forum, {"help": row.id}, kind="help-needed", dedupe=f"{row.id}/{trouble}", at=at)
    return row


def ask_extension(
    session: Session, wanted: Sequence[tuple[Owed, Person]], *, until: date, words: str, at: At, policy: Policy
) -> list[HelpRequest]:
    """More time until a day for what each person is asked about: goes to those who decide, a card for each body and
    round; until they do, nobody is nudged about it."""
    rows, groups = [], dict[tuple[int, int], list[int]]()
    for one, person in wanted:
        row = ask(session, one.obligation, person, Trouble.EXTENSION, words=words, now=at.now, policy=policy)
        rows.append(row)
        groups.setdefault((one.institution.id, one.round.id), []).append(row.id)
    for calls in groups.values():
        about = {"calls": calls, "until": until.isoformat(), "words": words}
        _tell_coordinators(session, rows[0].forum, about, kind="extension-asked", dedupe=f"{calls[0]}/{until}", at=at)
    return rows


def _tell_coordinators(session: Session, forum: str, about: Values, *, kind: str, dedupe: str, at: At) -> None:
    for coordinator in people.coordinators(session, forum, day=at.day):
        outbox.put(
            session,
            forum,
            to=outbox.To(person_id=coordinator.id),
            kind=kind,
            values=about,
            dedupe=f"{kind}/{dedupe}/{at.now.isoformat()}/{coordinator.id}",
            now=at.now,
        )


def of_obligation(session: Session, obligation: Obligation) -> HelpRequest | None:
    """The call about this obligation that nobody has seen to yet."""
    return session.scalar(
        select(HelpRequest).where(HelpRequest.obligation_id == obligation.id, HelpRequest.settled_at.is_(None))
    )


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
