"""Begun: an answer typed on the worksheet page and not sent yet is kept in its author's draft, until it is sent, thrown
away, or comes too late; its words are shown to nobody else."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import answering, drafts, replies
from forum.drafts import Awaits, Draft
from forum.people import Person
from forum.rounds import Obligation, Round
from forum.store import traces
from forum.times import At


class Elsewhere(Exception):
    """Something else was kept, sent or thrown away since the page was shown on which this was typed."""


def of(session: Session, duty: Obligation, person: Person) -> Draft | None:
    """What this person has begun about this obligation, in the chat or on the page."""
    row = drafts.of(session, duty.forum, person_id=person.id, obligation_id=duty.id)
    return row if row is not None and row.begun_at is not None else None


def keep(
    session: Session, duty: Obligation, person: Person, typed: Mapping[str, str], *, seen: tuple[str, int], at: At
) -> Draft:
    """Keep what was typed. ``seen``: the mark of what was kept when the page was shown (empty: nothing was), and the
    version of the reply that stood there (0: none).

    Raises Elsewhere where that is not what is kept now; where nothing is, nothing can be lost by it.
    """
    row = _held(session, duty, person)
    mark, stood = seen
    if row is not None and row.typed and row.typed != typed and row.mark != mark:
        raise Elsewhere
    if row is None:
        row = drafts.begin(
            session,
            duty.forum,
            person_id=person.id,
            obligation_id=duty.id,
            awaits=Awaits.NOTHING,
            now=at.now,
        )
    row.stood = row.stood if row.typed else stood
    row.typed, row.typed_at, row.mark = dict(typed), at.now, uuid.uuid4().hex
    session.flush()
    return row


def is_late(session: Session, duty: Obligation, person: Person, *, seen: tuple[str, int]) -> bool:
    """Whether what a page keeps by itself comes after its author's last word there: what was begun was sent or thrown
    away meanwhile, or the answer was given."""
    row = _held(session, duty, person)
    mark, stood = seen
    gone = bool(mark) and (row is None or not row.typed)
    version = replies.of_obligation(session, duty)
    answered = version is not None and version.version > stood and version.person_id == person.id
    return gone or (answered and (row is None or not row.typed))


def sent(session: Session, duty: Obligation, person: Person, *, mark: str) -> None:
    """The answer is given in the words of the page that showed what has this mark; what was kept since, on another
    page, stays."""
    row = _held(session, duty, person)
    if row is not None and row.typed and row.mark == mark:
        _let_go(session, row)


def discard(session: Session, duty: Obligation, person: Person) -> bool:
    """Throw away what this person typed; False where there is nothing."""
    row = _held(session, duty, person)
    if row is None or not row.typed:
        return False
    traces.wipe(session)
    _let_go(session, row)
    return True


def erase(session: Session, duty: Obligation) -> None:
    """Whatever anybody had begun about this obligation goes, words and all."""
    for row in session.scalars(select(Draft).where(Draft.forum == duty.forum, Draft.obligation_id == duty.id)):
        session.delete(row)
    session.flush()


def at(
    session: Session, forum: str, duties: Collection[int], *, people: Collection[int] | None = None
) -> dict[int, dict[int, datetime]]:
    """Who has begun an answer and when, by obligation (``duties``) and person; of these ``people`` alone (None: of
    all). That alone may be told to others."""
    if people is not None:
        rows = drafts.OF.gather(session, forum, [(number,) for number in sorted(people)])
    else:
        such = select(Draft).where(Draft.forum == forum, Draft.obligation_id.in_(sorted(duties)))
        rows = list(session.scalars(such)) if duties else []
    found: dict[int, dict[int, datetime]] = {}
    for row in rows:
        if row.obligation_id in duties and row.obligation_id is not None and row.begun_at is not None:
            found.setdefault(row.obligation_id, {})[row.person_id] = row.begun_at
    return found


def lapse(session: Session, forum: str, *, day: date) -> None:
    """At the lock nothing can be sent any more: what was typed and not sent is thrown away."""
    rows = session.execute(
        select(Draft, Obligation, Round)
        .join(Obligation, Obligation.id == Draft.obligation_id)
        .join(Round, Round.id == Obligation.round_id)
        .where(Draft.forum == forum, Draft.typed_at.is_not(None))
    ).all()
    for row, duty, one in rows:
        if duty.closed_in(one, day):
            traces.wipe(session)
            _let_go(session, row)


def _held(session: Session, duty: Obligation, person: Person) -> Draft | None:
    """The person's draft as it is now, whatever another page of theirs does in this moment."""
    session.flush()
    answering.hold(session, duty)
    drafts.OF.forget(session, duty.forum, person.id)
    return drafts.of(session, duty.forum, person_id=person.id, obligation_id=duty.id)


def _let_go(session: Session, row: Draft) -> None:
    """What the chat asked about it goes on."""
    row.typed, row.typed_at, row.mark, row.stood = {}, None, "", 0
    if row.awaits is Awaits.NOTHING:
        session.delete(row)
    session.flush()
