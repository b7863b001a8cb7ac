"""Unread: what could not be read waits aside until a coordinator has it read again or lets it go."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from forum import inbox, journal, outbox, people
from forum.inbox import IncomingMessage, State
from forum.outbox import OutgoingMessage, To
from forum.policies import Policy
from forum.times import At

CARD = "unread"


class Word(enum.StrEnum):
    """What may be said of an unread message."""

    AGAIN = "again"
    DROP = "drop"


def standing(session: Session, forum: str, *, up_to: int | None = None) -> Sequence[IncomingMessage]:
    """Those that are aside, in the order in which they came; ``up_to``: none that came after this one."""
    return _aside(session, forum, *([] if up_to is None else [IncomingMessage.id <= up_to]))


def alone(session: Session, forum: str, message_id: int) -> Sequence[IncomingMessage]:
    """This one, while it is aside."""
    return _aside(session, forum, IncomingMessage.id == message_id)


def tell(session: Session, row: IncomingMessage, *, at: At, policy: Policy) -> None:
    """Show the coordinators, in their hours, all that is aside when they read it: one card, whatever joins it."""
    waiting = select(OutgoingMessage.person_id).where(
        OutgoingMessage.forum == row.forum, OutgoingMessage.kind == CARD, OutgoingMessage.state == outbox.State.PENDING
    )
    will_read = set(session.scalars(waiting))
    for person in people.coordinators(session, row.forum, day=at.day):
        if person.id not in will_read:
            outbox.put(
                session,
                row.forum,
                to=To(person_id=person.id),
                kind=CARD,
                dedupe=f"{CARD}/{row.id}/{row.attempts}/{person.id}",
                now=at.now,
                send_from=policy.hours.next_open(at.now, policy.workdays),
            )


def settle(
    session: Session, rows: Sequence[IncomingMessage], word: Word, *, by: str, side: str, now: datetime, real: datetime
) -> None:
    """A word on these messages, by the journal's name of whoever gave it. Read again it is tried once, and comes aside
    again where that fails; let go it stays kept as it came, and nothing follows from it."""
    for row in rows:
        if word is Word.AGAIN:
            row.state, row.retry_at = State.NEW, None
        else:
            inbox.done(row, real=real)
        journal.note(
            session,
            row.forum,
            at=now,
            actor=by,
            side=side,
            action=f"unread.{word.value}",
            noun="incoming_message",
            noun_id=row.id,
        )


def _aside(session: Session, forum: str, *such: ColumnElement[bool]) -> list[IncomingMessage]:
    aside = (IncomingMessage.forum == forum, IncomingMessage.state == State.DEAD)
    rows = session.scalars(select(IncomingMessage).where(*aside, *such).with_for_update())
    return sorted(rows, key=lambda row: row.id)
