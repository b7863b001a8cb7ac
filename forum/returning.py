"""Returning: a coordinator asks a body to complete what it answered; the answer stands, and nobody is late again."""

from __future__ import annotations

import enum
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import awaited, enrolment, filings, journal, outbox, people, replies
from forum.people import Person
from forum.policies import Policy
from forum.replies import Reply, ReplyVersion
from forum.rounds import Obligation, Round
from forum.store.base import Noun, link, unique
from forum.store.keyed import Key
from forum.times import At, real

TOLD, KEPT = "returned", "returned-kept"


class ReturnedAnswer(Noun):
    """An answer that its body was asked to complete, the ``turn``-th time. ``version``: the one that was returned; the
    next one settles it. ``words``: what is wanted (empty: the workspace's row only says that it is returned);
    ``name``: who asked, as of then; ``by_id``: which coordinator, None where it was done on the workspace.
    ``told_at``: when its people were told, None: not yet.
    ``kept_at``: when the body said that its answer stays as it is, or whoever had returned it let it go."""

    __tablename__ = "returned_answer"
    __table_args__ = (link("reply_id", "reply"), link("by_id", "person"), unique("reply_id", "turn"))

    reply_id: Mapped[int]
    turn: Mapped[int]
    version: Mapped[int]
    words: Mapped[str]
    name: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(default=None)
    told_at: Mapped[datetime | None] = mapped_column(default=None)
    kept_at: Mapped[datetime | None] = mapped_column(default=None)

    def stands(self, version: ReplyVersion | None) -> bool:
        """Whether it is still wanted, where this version is the one that counts."""
        return self.kept_at is None and version is not None and version.version == self.version


# Every time that an answer was returned, in order.
OF = Key(ReturnedAnswer, "reply_id")


class Refused(enum.StrEnum):
    """Why an answer cannot be returned: there is none; its round is closed; a signed letter holds it."""

    NOTHING = "nothing"
    CLOSED = "closed"
    SIGNED = "signed"


def hindered(session: Session, obligation: Obligation, *, at: At) -> Refused | None:
    """What keeps the answer to this obligation from being returned."""
    version = replies.of_obligation(session, obligation)
    if version is None or version.channel == filings.BY_LETTER:
        return Refused.NOTHING
    if replies.closed(session, obligation, at.day):
        return Refused.CLOSED
    signed = filings.signed(session, obligation)
    if signed is not None and version.id in {held.id for held in filings.parts(session, signed).values()}:
        return Refused.SIGNED
    return None


def send_back(
    session: Session, obligation: Obligation, words: str, *, by: Person, at: At, policy: Policy
) -> list[Person] | Refused:
    """A coordinator asks for more. Answers who will hear of it, in their hours: whoever gave the answer, else those
    who are asked about the measure; nobody where none can be reached."""
    hindrance, reply = hindered(session, obligation, at=at), replies.reply_of(session, obligation)
    if hindrance is not None or reply is None:
        return hindrance or Refused.NOTHING
    row = _keep(session, reply, words, by=by, name=by.name, now=at.now)
    return _tell(session, obligation, row, at=at, policy=policy)


def mark(session: Session, reply: Reply, name: str, *, now: datetime) -> None:
    """Somebody of this name returned the answer on the workspace; ``settle`` tells of it."""
    _keep(session, reply, "", by=None, name=name, now=now)


def settle(session: Session, forum: str, *, now: datetime, policy: Policy) -> None:
    """Tell of what was returned on the workspace, as far as it can be completed still."""
    at = At(now=now, real=real(), day=policy.day(now))
    rows = select(ReturnedAnswer).where(ReturnedAnswer.forum == forum, ReturnedAnswer.told_at.is_(None))
    for row in session.scalars(rows.order_by(ReturnedAnswer.id)).all():
        duty = session.get_one(Obligation, session.get_one(Reply, row.reply_id).obligation_id)
        wanted = of(session, duty)
        if wanted is row and hindered(session, duty, at=at) is None:
            _tell(session, duty, row, at=at, policy=policy)
        else:
            row.told_at, row.kept_at = now, row.kept_at or now


def _keep(session: Session, reply: Reply, words: str, *, by: Person | None, name: str, now: datetime) -> ReturnedAnswer:
    last = OF.one(session, reply.forum, reply.id)
    row = ReturnedAnswer(
        forum=reply.forum,
        reply_id=reply.id,
        turn=last.turn + 1 if last else 1,
        version=reply.version,
        words=words,
        name=name,
        by_id=by.id if by else None,
        at=now,
    )
    session.add(row)
    session.flush()
    _note(session, row, "reply.returned", f"person:{by.id}" if by else "workspace", now=now)
    return row


def _tell(session: Session, obligation: Obligation, row: ReturnedAnswer, *, at: At, policy: Policy) -> list[Person]:
    row.told_at = at.now
    asked = [one for one in _wanted(session, obligation, at=at) if enrolment.way_to(session, one) is not None]
    for person in asked:
        outbox.put(
            session,
            row.forum,
            to=outbox.To(person_id=person.id),
            kind=TOLD,
            values={"obligation": obligation.id, "returned": row.id},
            dedupe=f"{TOLD}/{row.id}/{person.id}",
            now=at.now,
            send_from=policy.hours.next_open(at.now, policy.workdays),
        )
    return asked


def _wanted(session: Session, obligation: Obligation, *, at: At) -> tuple[Person, ...]:
    """Whoever gave the answer, while they stand for that body; else all who are asked about it."""
    version = replies.of_obligation(session, obligation)
    gave = session.get(Person, version.person_id) if version and version.person_id is not None else None
    if gave is not None and gave.institution_id == obligation.institution_id and people.here([gave], day=at.day):
        return (gave,)
    return awaited.askers(session, obligation, day=at.day)


def of(session: Session, obligation: Obligation) -> ReturnedAnswer | None:
    """What its body is still asked to complete."""
    reply = replies.reply_of(session, obligation)
    row = OF.one(session, reply.forum, reply.id) if reply is not None else None
    return row if row is not None and row.stands(replies.of_obligation(session, obligation)) else None


def of_round(session: Session, one: Round) -> dict[int, ReturnedAnswer]:
    """What is still to be completed in a round, by obligation."""
    rows = session.execute(
        select(Reply.obligation_id, ReturnedAnswer)
        .join(Reply, Reply.id == ReturnedAnswer.reply_id)
        .join(Obligation, Obligation.id == Reply.obligation_id)
        .where(ReturnedAnswer.forum == one.forum, Obligation.round_id == one.id)
        .order_by(ReturnedAnswer.turn)
    )
    last = {row[0]: row[1] for row in rows}
    counting = replies.of_round(session, one) if last else {}
    return {number: row for number, row in last.items() if row.stands(counting.get(number, (None, None))[1])}


def keep(session: Session, obligation: Obligation, person: Person, *, at: At) -> bool:
    """The body leaves its answer as it is, of which whoever asked for more hears. False where nothing is asked."""
    row = of(session, obligation)
    if row is None:
        return False
    row.kept_at = at.now
    _note(session, row, "reply.kept", f"person:{person.id}", now=at.now)
    for coordinator in _askers_of(session, row, at=at):
        outbox.put(
            session,
            row.forum,
            to=outbox.To(person_id=coordinator),
            kind=KEPT,
            values={"obligation": obligation.id, "returned": row.id, "name": person.name},
            dedupe=f"{KEPT}/{row.id}/{coordinator}",
            now=at.now,
        )
    return True


def _askers_of(session: Session, row: ReturnedAnswer, *, at: At) -> Collection[int]:
    """The coordinator who asked, while they are one; else all."""
    all_of_them = [one.id for one in people.coordinators(session, row.forum, day=at.day)]
    return [row.by_id] if row.by_id in all_of_them else all_of_them


def let_go(session: Session, reply: Reply, *, now: datetime) -> None:
    """On the workspace the answer is returned no more: what was asked there is wanted no more."""
    row = OF.one(session, reply.forum, reply.id)
    if row is not None and row.by_id is None and row.kept_at is None:
        row.kept_at = now
        _note(session, row, "reply.let_go", "workspace", now=now)


def erase(session: Session, reply: Reply) -> None:
    """The words of an answer are erased: what was asked about it may quote them."""
    for row in OF.all(session, reply.forum, reply.id):
        row.words = ""


def _note(session: Session, row: ReturnedAnswer, action: str, actor: str, *, now: datetime) -> None:
    journal.note(
        session,
        row.forum,
        at=now,
        actor=actor,
        side="forum" if row.by_id else "workspace",
        action=action,
        noun="reply",
        noun_id=row.reply_id,
        after={"turn": row.turn, "version": row.version},
    )
