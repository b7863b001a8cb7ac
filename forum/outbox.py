"""The outbox: all that carries a fact to a person, one row a message, kept until it is known what became of it."""

from __future__ import annotations

import enum
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Index, String, Text, select, true
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store import keyed
from forum.store.base import Noun, Values, link, linked, unique
from forum.store.keyed import Key

# The last word to somebody who wants to be forgotten: once it is sent, its row keeps no way to them.
FORGETTING = "privacy-forgotten"
# What carries a link that works once; it is forgotten as soon as the message was handed over.
WITH_LINK = ("invitation",)


class State(enum.StrEnum):
    """A message's life. ``sending`` is committed before the channel is asked and ``sent`` after it answered; what a
    crash or a cut answer leaves in between is ``unknown``, never sent again by itself. ``dropped``: what it was to
    say no longer held when its time came. ``held``: its reader has had what the budget allows (``forum.held``)."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"
    DROPPED = "dropped"
    HELD = "held"


# What never went out, as far as it is told of.
NEVER_SENT = (State.DROPPED, State.FAILED, State.HELD)


@dataclass(frozen=True, kw_only=True)
class To:
    """Whom a message is for: a person (the way there is found when it is sent), or an address that just wrote."""

    person_id: int | None = None
    channel: str | None = None
    address: str | None = None
    language: str | None = None


class OutgoingMessage(Noun):
    """A message to one person. Its words are made when it is sent, from ``kind`` and ``values``, in the reader's
    language. ``send_from`` is forum time; ``retry_at`` and ``claimed_at`` are real time. ``doubt``: with which others
    it was told to be unknown (the first one's number). ``keys``: of a mail, the words that answer it, each a ``label``
    and its ``data``. ``put_off_since`` (real time): since when its reader's own side puts it off."""

    __tablename__ = "outgoing_message"
    __table_args__ = (
        linked(),
        link("person_id", "person"),
        unique("dedupe_key"),
        Index("ix_outgoing_message_due", "forum", "state", "send_from"),
        Index("ix_outgoing_message_kind", "forum", "kind", "person_id"),
        Index("ix_outgoing_message_external", "forum", "channel", "address", "external_id"),
    )

    dedupe_key: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(60))
    values: Mapped[Values]
    decided_at: Mapped[datetime]
    send_from: Mapped[datetime]
    person_id: Mapped[int | None] = mapped_column(default=None)
    channel: Mapped[str | None] = mapped_column(String(24), default=None)
    address: Mapped[str | None] = mapped_column(String(320), default=None)
    language: Mapped[str | None] = mapped_column(String(8), default=None)
    edits: Mapped[str | None] = mapped_column(String(64), default=None)
    asked: Mapped[bool] = mapped_column(default=False)
    state: Mapped[State] = mapped_column(default=State.PENDING)
    retry_at: Mapped[datetime | None] = mapped_column(default=None)
    claimed_at: Mapped[datetime | None] = mapped_column(default=None)
    epoch: Mapped[int] = mapped_column(default=0)
    attempts: Mapped[int] = mapped_column(default=0)
    put_off_since: Mapped[datetime | None] = mapped_column(default=None)
    external_id: Mapped[str | None] = mapped_column(String(64), default=None)
    sent_at: Mapped[datetime | None] = mapped_column(default=None)
    error: Mapped[str] = mapped_column(Text, default="")
    doubt: Mapped[int | None] = mapped_column(default=None)
    keys: Mapped[list[Values] | None] = mapped_column(default=None)


NAMED = Key(OutgoingMessage, "dedupe_key")


def put(
    session: Session,
    forum: str,
    *,
    to: To,
    kind: str,
    dedupe: str,
    now: datetime,
    values: Values | None = None,
    asked: bool = False,
    edits: str | None = None,
    hold_until: datetime | None = None,
    send_from: datetime | None = None,
    first: bool = False,
) -> OutgoingMessage:
    """Keep a message to be sent; the same ``dedupe`` again answers the row that is there. ``first``: there can be none,
    as what the key names is new in this unit of work.

    ``asked``: it answers what the person just did, so that hours and days off do not hold it back.
    ``hold_until``: a real moment before which it waits for something, at most.
    """
    if not first and (there := NAMED.one(session, forum, dedupe)) is not None:
        return there
    row = OutgoingMessage(
        forum=forum,
        dedupe_key=dedupe,
        kind=kind,
        values=values or {},
        **vars(to),
        edits=edits,
        asked=asked,
        decided_at=now,
        send_from=send_from or now,
        retry_at=hold_until,
    )
    session.add(row)
    if not first:
        session.flush()
    return row


def put_all(session: Session, forum: str, rows: Sequence[OutgoingMessage]) -> list[OutgoingMessage]:
    """Keep these messages to be sent; for each answers the row of its dedupe key that is there, or else itself."""
    keys = [row.dedupe_key for row in rows]
    kept = select(OutgoingMessage).where(OutgoingMessage.forum == forum, OutgoingMessage.dedupe_key.in_(keys))
    there = {row.dedupe_key: row for row in session.scalars(kept)}
    session.add_all(row for row in rows if row.dedupe_key not in there)
    session.flush()
    return [there.get(row.dedupe_key, row) for row in rows]


def release(session: Session, forum: str, dedupe: str) -> OutgoingMessage | None:
    """What a message waited for has come: let it go now. Answers the row, as whoever may be sending it left it."""
    row = session.scalar(
        select(OutgoingMessage)
        .where(OutgoingMessage.forum == forum, OutgoingMessage.dedupe_key == dedupe)
        .with_for_update()
    )
    if row is not None and row.state is State.PENDING and row.attempts == 0:
        row.retry_at = None
    return row


def drop_pending(session: Session, forum: str, *, people: Collection[int], kind: str) -> dict[int, list[Values]]:
    """Drop these people's unsent messages of a kind (held back or not), as a fresher one says it all; answers by person
    what they held."""
    rows = session.scalars(
        select(OutgoingMessage)
        .where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.person_id.in_(people),
            OutgoingMessage.kind == kind,
            OutgoingMessage.state.in_((State.PENDING, State.HELD)),
        )
        .with_for_update()  # one that is being taken up just now goes out, and is not ours to drop
    ).all()
    held: dict[int, list[Values]] = {}
    for row in sorted(rows, key=lambda row: row.id):
        row.state = State.DROPPED
        held.setdefault(row.person_id or 0, []).append(row.values)
    return held


def named(session: Session, forum: str, dedupe: str) -> OutgoingMessage | None:
    """The message of this dedupe key, whatever became of it."""
    return NAMED.one(session, forum, dedupe)


def unsent(session: Session, forum: str, dedupe: str) -> OutgoingMessage | None:
    """A message that is not under way yet, and will not be before this unit of work ends; None where it is, or there
    is none."""
    row = NAMED.one(session, forum, dedupe)
    if row is None:
        return None
    keyed.hold(session, [row])
    return row if row.state is State.PENDING else None


def withdraw(session: Session, forum: str, dedupe: str) -> bool:
    """Drop a message that is not under way yet, because it no longer holds; False where it is, or there is none."""
    row = unsent(session, forum, dedupe)
    if row is None:
        return False
    row.state = State.DROPPED
    return True


def last(
    session: Session, forum: str, *, person_id: int, kind: str, before: int | None = None
) -> OutgoingMessage | None:
    """The last message of a kind to a person (``before`` the one of this id), without those that never went out."""
    return session.scalar(
        select(OutgoingMessage)
        .where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.person_id == person_id,
            OutgoingMessage.kind == kind,
            OutgoingMessage.state.not_in(NEVER_SENT),
            true() if before is None else OutgoingMessage.id < before,
        )
        .order_by(OutgoingMessage.id.desc())
        .limit(1)
    )


def any_way(row: OutgoingMessage) -> None:
    """Let the way be found anew when it is sent; what answers somebody goes to where they wrote from."""
    if row.person_id is not None and not row.asked:
        row.address = None


def forget_token(row: OutgoingMessage) -> None:
    """What opens a door is kept no longer than it takes to hand it over, whatever came of that."""
    if row.kind == FORGETTING:
        row.address = row.external_id = None
    if "token" in row.values:
        row.values = {name: value for name, value in row.values.items() if name != "token"}
