"""Gauges: how much waits, is in doubt or set aside, and for how long; read for whoever watches over the service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, SQLColumnExpression, func, select
from sqlalchemy.orm import Session

from forum import inbox, operations, outbox, pulses
from forum.alarms import Alarm
from forum.inbox import IncomingMessage
from forum.operations import WorkspaceOperation
from forum.outbox import OutgoingMessage
from forum.store.base import Noun

Since = SQLColumnExpression[datetime] | SQLColumnExpression[datetime | None]


@dataclass(frozen=True)
class Heap:
    """So many rows, and how many seconds the oldest of them has been there (0 where there is none)."""

    count: int
    seconds: float


@dataclass(frozen=True, kw_only=True)
class Gauges:
    """One forum's figures. ``beats``: seconds since each part last did its work; ``alarms``: troubles that last."""

    outgoing_waiting: Heap
    outgoing_in_doubt: Heap
    outgoing_failed: Heap
    incoming_waiting: Heap
    incoming_set_aside: Heap
    writes_waiting: Heap
    writes_failed: Heap
    beats: dict[str, float]
    alarms: int


def read(session: Session, forum: str, *, now: datetime, real: datetime) -> Gauges:
    """The figures at this moment of forum time and of real time."""

    def heap(noun: type[Noun], since: Since, at: datetime, *where: ColumnElement[bool]) -> Heap:
        asked = select(func.count(), func.min(since)).where(noun.forum == forum, *where)
        count, oldest = session.execute(asked).one()
        return Heap(count, max(0.0, (at - oldest).total_seconds()) if oldest else 0.0)

    sent, heard, written = OutgoingMessage.state, IncomingMessage.state, WorkspaceOperation.state
    due = OutgoingMessage.send_from <= now
    return Gauges(
        outgoing_waiting=heap(OutgoingMessage, OutgoingMessage.send_from, now, sent == outbox.State.PENDING, due),
        outgoing_in_doubt=heap(OutgoingMessage, OutgoingMessage.claimed_at, real, sent == outbox.State.UNKNOWN),
        outgoing_failed=heap(OutgoingMessage, OutgoingMessage.send_from, now, sent == outbox.State.FAILED),
        incoming_waiting=heap(IncomingMessage, IncomingMessage.received_at, real, heard == inbox.State.NEW),
        incoming_set_aside=heap(IncomingMessage, IncomingMessage.received_at, real, heard == inbox.State.DEAD),
        writes_waiting=heap(WorkspaceOperation, WorkspaceOperation.decided_at, now, written.in_(operations.OPEN)),
        writes_failed=heap(WorkspaceOperation, WorkspaceOperation.decided_at, now, written == operations.State.FAILED),
        beats={part.value: (real - one.at).total_seconds() for part, one in pulses.last(session, forum).items()},
        alarms=session.scalar(select(func.count()).where(Alarm.forum == forum, Alarm.ended_at.is_(None))) or 0,
    )
