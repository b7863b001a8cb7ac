"""Sending: which messages of the outbox may go out now, and what became of each that was tried."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from forum import alarms, doubts
from forum.outbox import OutgoingMessage, State, any_way, forget_token
from forum.times import At

# What coordinators must hear at once, though answers to members may wait by the thousand just then.
URGENT = (doubts.CARD, alarms.KIND)


def due(
    session: Session,
    forum: str,
    *,
    now: datetime,
    real: datetime,
    limit: int,
    unasked_to: Sequence[int] | None = None,
    without: Collection[str] = (),
    besides: Collection[int] = (),
) -> Sequence[OutgoingMessage]:
    """Messages that may go out: urgent ones, then what answers somebody, then the others, each the longest waiting
    first; on PostgreSQL locked, and without those that another process is taking up in this moment. ``unasked_to``: the
    only persons who may be written to unasked (None: all); ``without``: channels that are left out, as far as a message
    is known to go there; ``besides``: messages that are left out."""
    elsewhere = [or_(OutgoingMessage.channel.is_(None), OutgoingMessage.channel.not_in(without))] if without else []
    for_whom = [] if unasked_to is None else [or_(OutgoingMessage.asked, OutgoingMessage.person_id.in_(unasked_to))]
    return session.scalars(
        select(OutgoingMessage)
        .where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.state == State.PENDING,
            OutgoingMessage.send_from <= now,
            or_(OutgoingMessage.retry_at.is_(None), OutgoingMessage.retry_at <= real),
            *for_whom,
            *elsewhere,
            *([OutgoingMessage.id.not_in(besides)] if besides else []),
        )
        .order_by(OutgoingMessage.kind.in_(URGENT).desc(), OutgoingMessage.asked.desc(), OutgoingMessage.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()


def is_due(row: OutgoingMessage, at: At) -> bool:
    """Whether it may go out now."""
    waits = row.send_from > at.now or (row.retry_at is not None and row.retry_at > at.real)
    return row.state is State.PENDING and not waits


def sent(session: Session, message_id: int, *, epoch: int, external_id: str | None, now: datetime) -> bool:
    """The channel said yes. False where the row was taken over meanwhile (another epoch)."""
    return _settle(session, message_id, epoch, State.SENT, external_id=external_id, sent_at=now)


def unknown(session: Session, message_id: int, *, epoch: int, error: str) -> bool:
    """Nobody can say whether it arrived."""
    return _settle(session, message_id, epoch, State.UNKNOWN, error=error)


def failed(session: Session, message_id: int, *, epoch: int, error: str) -> bool:
    """It was refused for good."""
    return _settle(session, message_id, epoch, State.FAILED, error=error)


def again(session: Session, message_id: int, *, epoch: int, retry_at: datetime, error: str) -> bool:
    """It certainly did not go out: try again from ``retry_at`` (real time), over whichever way there is then."""
    done = _settle(session, message_id, epoch, State.PENDING, retry_at=retry_at, error=error)
    if done:
        any_way(session.get_one(OutgoingMessage, message_id))
    return done


def put_off(session: Session, message_id: int, *, epoch: int, error: str, real: datetime) -> bool:
    """The reader's own side puts it off: it is tried again, less and less often, and fails at last. Answers whether it
    has failed."""
    row = session.get_one(OutgoingMessage, message_id)
    since = row.put_off_since or real
    if real - since >= GIVES_UP:
        return failed(session, message_id, epoch=epoch, error=error)
    wait = min(max(pause(row.attempts), (real - since) / 4), LONGEST)
    if again(session, message_id, epoch=epoch, retry_at=real + wait, error=error):
        row.put_off_since = since
    return False


def claim(row: OutgoingMessage, *, channel: str, address: str, real: datetime) -> int:
    """Take a row up for sending over this way; answers the epoch that its outcome must name."""
    row.state, row.channel, row.address = State.SENDING, channel, address
    row.claimed_at, row.retry_at = real, None
    row.epoch += 1
    row.attempts += 1
    return row.epoch


def _settle(session: Session, message_id: int, epoch: int, state: State, **values: object) -> bool:
    row = session.get(OutgoingMessage, message_id)
    if row is None or row.epoch != epoch or row.state is not State.SENDING:
        return False
    row.state = state
    for name, value in values.items():
        setattr(row, name, value)
    if state is not State.PENDING:
        forget_token(row)
    return True


# https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1: so long a mail is tried, and so often at least (real time).
GIVES_UP, LONGEST = timedelta(days=4), timedelta(hours=4)

# Waits between tries of a message that certainly did not go out, in real seconds; the last repeats.
PAUSES = (2, 5, 15, 60, 300)


def pause(attempts: int) -> timedelta:
    """How long to wait after this many tries."""
    return timedelta(seconds=PAUSES[min(attempts, len(PAUSES)) - 1])
