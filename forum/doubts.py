"""Doubts: messages of which nobody can say whether they arrived; they are never sent again by themselves."""

from __future__ import annotations

import enum
from collections.abc import Sequence, Set
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from forum import enrolment, journal, outbox, together
from forum.outbox import OutgoingMessage, State, To, forget_token
from forum.people import Person
from forum.policies import Policy
from forum.times import At

CARD = "doubts"
# Where each card about a group of doubtful messages is in doubt too, so many follow at once, and then one an hour:
# should they have arrived all the same, a chat service in trouble must not fill a coordinator's chat.
CARDS_AT_ONCE = 5
CARD_PAUSE = timedelta(hours=1)


class Word(enum.StrEnum):
    """What a coordinator may say of a doubtful message."""

    AGAIN = "again"
    ARRIVED = "arrived"
    DROP = "drop"


def what_was_sending(session: Session, forum: str, *, claimed_before: datetime) -> int:
    """After a crash: what was being sent before this real moment is unknown. Answers how many."""
    rows = session.scalars(
        select(OutgoingMessage).where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.state == State.SENDING,
            OutgoingMessage.claimed_at < claimed_before,
        )
    ).all()
    for row in rows:
        row.state, row.error = State.UNKNOWN, "the service ended while this was being sent"
        forget_token(row)
        together.settled(session, row.id)
    return len(rows)


def what_waited(session: Session, forum: str, *, now: datetime) -> int:
    """The memory is an older one: what was due by now may have gone out already, and is unknown. Answers how many."""
    rows = session.scalars(
        select(OutgoingMessage).where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.state.in_((State.PENDING, State.SENDING)),
            OutgoingMessage.send_from <= now,
        )
    ).all()
    for row in rows:
        row.state, row.error = State.UNKNOWN, "it waited when the backup was made that this memory was restored from"
        forget_token(row)
        together.settled(session, row.id)
    return len(rows)


def arrived(session: Session, forum: str, message_id: int, *, external_id: str | None) -> None:
    """A press or reply that names a doubtful message settles the doubt: it had arrived."""
    row = session.get(OutgoingMessage, message_id)
    if row is not None and row.forum == forum and row.state is State.UNKNOWN:
        row.state, row.external_id = State.SENT, external_id or row.external_id
        together.settled(session, row.id)


def tick(session: Session, forum: str, *, now: datetime, policy: Policy) -> None:
    """Show the coordinators who can be reached, once, what has become doubtful since they were last shown. A card that
    is in doubt itself, to all of them, has shown nothing: what it named is shown with the next. A card that has still
    to go takes along what came since, so that one follows many crashes, and not one each."""
    _unseen(session, forum, now=now)
    rows = _unknown(session, forum, OutgoingMessage.doubt.is_(None), OutgoingMessage.kind != CARD)
    whom = enrolment.coordinators(session, forum, day=policy.day(now)) if rows else []
    if not whom:
        return
    waiting = _still_to_go(session, forum, {person.id for person in whom})
    group = waiting[0].values["doubt"] if waiting else rows[0].id
    for row in rows:
        row.doubt = group
    # Other values than a sender has taken up: the card is worded anew.
    values = {"doubt": group, "up_to": rows[-1].id}
    for card in waiting:
        card.values = {**card.values, **values}
    if waiting:
        return
    before = len(_cards(session, forum, group))
    for person in whom:
        outbox.put(
            session,
            forum,
            to=To(person_id=person.id),
            kind=CARD,
            values=values,
            dedupe=f"{CARD}/{group}/{before}/{person.id}",
            now=now,
            send_from=policy.hours.next_open(now, policy.workdays),
        )


def _cards(session: Session, forum: str, group: int) -> list[OutgoingMessage]:
    """The cards on which a group of doubtful messages was shown: they are younger than the first that they name."""
    rows = session.scalars(
        select(OutgoingMessage)
        .where(OutgoingMessage.forum == forum, OutgoingMessage.kind == CARD, OutgoingMessage.id > group)
        .order_by(OutgoingMessage.id)
    )
    return [row for row in rows if row.values["doubt"] == group]


def _still_to_go(session: Session, forum: str, whom: Set[int]) -> list[OutgoingMessage]:
    """The cards of one group that wait to be sent to all of these people; none where there is no such group."""
    rows = session.scalars(
        select(OutgoingMessage)
        .where(OutgoingMessage.forum == forum, OutgoingMessage.state == State.PENDING, OutgoingMessage.kind == CARD)
        .order_by(OutgoingMessage.id)
        .with_for_update()
    ).all()
    groups: dict[int, list[OutgoingMessage]] = {}
    for row in rows:
        groups.setdefault(row.values["doubt"], []).append(row)
    return next((cards for cards in groups.values() if whom <= {card.person_id for card in cards}), [])


def _unseen(session: Session, forum: str, *, now: datetime) -> None:
    """Let be shown again what was only on cards that are in doubt themselves."""
    rows = _unknown(session, forum, OutgoingMessage.doubt.is_not(None))
    for group in {row.doubt for row in rows if row.doubt is not None}:
        mine, cards = [row for row in rows if row.doubt == group], _cards(session, forum, group)
        # How often all of it was tried to be shown: with what came since, it begins anew.
        tried = sum(card.values.get("up_to", 0) >= mine[-1].id for card in cards)
        rested = tried < CARDS_AT_ONCE or now - cards[-1].decided_at >= CARD_PAUSE
        if rested and all(card.state is State.UNKNOWN for card in cards):
            for row in mine:
                row.doubt = None
    session.flush()


def standing(session: Session, forum: str, doubt: int) -> Sequence[OutgoingMessage]:
    """Those of one card of which nobody can say yet whether they arrived."""
    return _unknown(session, forum, OutgoingMessage.doubt == doubt)


def alone(session: Session, forum: str, message_id: int) -> Sequence[OutgoingMessage]:
    """This one message, while it is in doubt."""
    return _unknown(session, forum, OutgoingMessage.id == message_id)


def settle(session: Session, rows: Sequence[OutgoingMessage], word: Word, *, by: Person, at: At) -> None:
    """A coordinator's word on these messages, and on what they said along. What goes out again says that it may have
    come before; a link that was in it is spent, so that such a one is dropped instead."""
    for row in rows:
        match word:
            case Word.AGAIN if row.kind in outbox.WITH_LINK:
                row.state = State.DROPPED
            case Word.AGAIN:
                row.state, row.retry_at, row.values = State.PENDING, None, {**row.values, "again": True}
                outbox.any_way(row)
            case Word.ARRIVED:
                row.state = State.SENT
            case Word.DROP:
                row.state = State.DROPPED
        together.settled(session, row.id)
        journal.note(
            session,
            row.forum,
            at=at.now,
            actor=f"person:{by.id}",
            side="chat",
            action=f"doubt.{word.value}",
            noun="outgoing_message",
            noun_id=row.id,
        )


def _unknown(session: Session, forum: str, *such: ColumnElement[bool]) -> list[OutgoingMessage]:
    unknown = (OutgoingMessage.forum == forum, OutgoingMessage.state == State.UNKNOWN)
    rows = session.scalars(select(OutgoingMessage).where(*unknown, *such).with_for_update())
    # What was said along with another is told of as that one.
    told = [row for row in rows if together.WITH not in row.values]
    # Sorted here, for an order by number would lead SQLite past the index to all messages there ever were.
    return sorted(told, key=lambda row: row.id)
