"""The inbox: what people sent, kept raw before the channel is told that it arrived, read afterwards in order."""

from __future__ import annotations

import enum
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Index, String, Text, func, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store import bulk
from forum.store.base import Noun, linked, unique


class State(enum.StrEnum):
    NEW = "new"
    DONE = "done"
    DEAD = "dead"


# Telegram may begin its update ids anew after a silent week, so that an old id comes again on a new message; it keeps
# what it could not hand over for 24 h. Within this time the same id is the same update.
SAME_WITHIN = timedelta(hours=48)

# So many unread messages are looked through for the oldest of each lane.
BACKLOG = 100_000
# Tries before an incoming message is set aside for a coordinator to look at.
TRIES = 5


@dataclass(frozen=True, kw_only=True)
class Raw:
    """An update as it came: its channel's id, the lane (chat) it belongs to, the message it is or edits, its text."""

    external_id: str
    lane: str
    message_ref: str | None
    body: str


class IncomingMessage(Noun):
    """One raw update. ``generation`` tells apart two updates that came under one id, long after each other.
    ``answers``: the dialogue whose question it answered, where one did. All its times are real time."""

    __tablename__ = "incoming_message"
    __table_args__ = (
        linked(),
        unique("channel", "external_id", "generation"),
        Index("ix_incoming_message_waiting", "forum", "state", "id"),
        Index("ix_incoming_message_ref", "forum", "channel", "lane", "message_ref"),
    )

    channel: Mapped[str] = mapped_column(String(24))
    external_id: Mapped[str] = mapped_column(String(64))
    lane: Mapped[str] = mapped_column(String(320))
    body: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime]
    generation: Mapped[int] = mapped_column(default=0)
    message_ref: Mapped[str | None] = mapped_column(String(64), default=None)
    state: Mapped[State] = mapped_column(default=State.NEW)
    attempts: Mapped[int] = mapped_column(default=0)
    retry_at: Mapped[datetime | None] = mapped_column(default=None)
    done_at: Mapped[datetime | None] = mapped_column(default=None)
    error: Mapped[str] = mapped_column(Text, default="")
    answers: Mapped[str | None] = mapped_column(String(40), default=None)


class IntakePosition(Noun):
    """Up to where a channel was told that its updates are kept: the next id to ask for, a row of its own because
    the highest kept id is no measure of it. ``validity``: by which numbering, where a channel may number anew."""

    __tablename__ = "intake_position"
    __table_args__ = (unique("channel"),)

    channel: Mapped[str] = mapped_column(String(24))
    next_id: Mapped[int]
    moved_at: Mapped[datetime]
    validity: Mapped[int | None] = mapped_column(default=None)


def position(session: Session, forum: str, channel: str) -> int | None:
    """The next id to ask the channel for; None at the very beginning."""
    return session.scalar(
        select(IntakePosition.next_id).where(IntakePosition.forum == forum, IntakePosition.channel == channel)
    )


def store(
    session: Session, forum: str, channel: str, *, batch: Sequence[Raw], next_id: int | None, real: datetime
) -> int:
    """Keep a batch and move the position with it, in one unit of work; answers how many were new."""
    before = _last_of_each(session, forum, channel, {raw.external_id for raw in batch})
    new: list[tuple[str, int, str, str | None, str]] = []
    for raw in batch:
        last = before.get(raw.external_id)
        if last is not None and real - last[1] < SAME_WITHIN:
            continue
        generation = last[0] + 1 if last else 0
        before[raw.external_id] = generation, real
        new.append((raw.external_id, generation, raw.lane, raw.message_ref, raw.body))
    columns = ("external_id", "generation", "lane", "message_ref", "body")
    bulk.insert(session, IncomingMessage, columns, new, forum=forum, channel=channel, received_at=real, **_UNREAD)
    if next_id is not None:
        _move(session, forum, channel, next_id, real=real)
    return len(new)


_UNREAD = {"state": State.NEW.value, "attempts": 0, "error": ""}


def _last_of_each(
    session: Session, forum: str, channel: str, external_ids: Collection[str]
) -> dict[str, tuple[int, datetime]]:
    """Generation and time of the last message that came under each of these ids."""
    rows = session.execute(
        select(IncomingMessage.external_id, IncomingMessage.generation, IncomingMessage.received_at)
        .where(
            IncomingMessage.forum == forum,
            IncomingMessage.channel == channel,
            IncomingMessage.external_id.in_(external_ids),
        )
        .order_by(IncomingMessage.generation)
    )
    return {external_id: (generation, at) for external_id, generation, at in rows}


def _move(session: Session, forum: str, channel: str, next_id: int, *, real: datetime) -> None:
    row = session.scalar(select(IntakePosition).where(IntakePosition.forum == forum, IntakePosition.channel == channel))
    if row is None:
        session.add(IntakePosition(forum=forum, channel=channel, next_id=next_id, moved_at=real))
    else:
        row.next_id, row.moved_at = next_id, real


def waiting(
    session: Session, forum: str, *, real: datetime, limit: int = 200, without: Collection[str] = ()
) -> list[tuple[str, int]]:
    """(lane, id) of the oldest unread message of each lane, oldest first. A lane whose oldest message waits for
    another try waits as a whole: what a person wrote later is not read before it. ``without``: channels left out."""
    left_out = [IncomingMessage.channel.not_in(without)] if without else []
    unread = (
        select(IncomingMessage.id, IncomingMessage.channel, IncomingMessage.lane)
        .where(IncomingMessage.forum == forum, IncomingMessage.state == State.NEW, *left_out)
        .order_by(IncomingMessage.id)
        .limit(BACKLOG)  # without a limit SQLite looks through all that ever came, lane by lane
        .subquery()
    )
    oldest = select(func.min(unread.c.id)).group_by(unread.c.channel, unread.c.lane)
    rows = session.execute(
        select(IncomingMessage.channel, IncomingMessage.lane, IncomingMessage.id)
        .where(
            IncomingMessage.id.in_(oldest),
            or_(IncomingMessage.retry_at.is_(None), IncomingMessage.retry_at <= real),
        )
        .order_by(IncomingMessage.id)
        .limit(limit)
    )
    return [(f"{channel}/{lane}", number) for channel, lane, number in rows]


def take(session: Session, numbers: Sequence[int]) -> list[IncomingMessage]:
    """These messages, in the order in which they came; nobody else reads them before this unit of work ends."""
    wanted = select(IncomingMessage).where(IncomingMessage.id.in_(numbers)).order_by(IncomingMessage.id)
    return list(session.scalars(wanted.with_for_update()))


def done(row: IncomingMessage, *, real: datetime) -> None:
    """It was read, and all that follows from it is in this same unit of work."""
    row.state, row.done_at = State.DONE, real


def answers(session: Session, message_id: int, *, topic: str) -> None:
    """It answers what this dialogue asked."""
    session.get_one(IncomingMessage, message_id).answers = topic


def answered(session: Session, message_ids: Sequence[int]) -> bool:
    """Whether one of these messages answered a dialogue's question."""
    such = IncomingMessage.id.in_(message_ids) & IncomingMessage.answers.is_not(None)
    return session.scalar(select(IncomingMessage.id).where(such).limit(1)) is not None


def stumbled(session: Session, message_id: int, *, error: str, real: datetime) -> bool:
    """Reading it failed. Tried again after a growing pause, set aside after ``TRIES``: True then."""
    row = session.get_one(IncomingMessage, message_id)
    row.attempts += 1
    row.error = error
    row.retry_at = real + timedelta(seconds=min(2**row.attempts, 60))
    if row.attempts >= TRIES:
        row.state = State.DEAD
    return row.state is State.DEAD


def ids_of(session: Session, forum: str, channel: str, *, lane: str, message_ref: str) -> list[int]:
    """The rows that this one message of a chat, as written and as edited, became."""
    return list(
        session.scalars(
            select(IncomingMessage.id).where(
                IncomingMessage.forum == forum,
                IncomingMessage.channel == channel,
                IncomingMessage.lane == lane,
                IncomingMessage.message_ref == message_ref,
            )
        )
    )
