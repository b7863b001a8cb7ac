"""Together: whoever stands for several bodies in one chat gets one reminder about all of them, not one for each."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.outbox import OutgoingMessage, State
from forum.store.base import Values

# Under this a message names the one that says it, too.
WITH = "with"


def gather(session: Session, message: OutgoingMessage, person_ids: Collection[int], *, now: datetime) -> bool:
    """Let ``message`` say too what waits to be sent of its kind to these people, who share its chat; answers whether
    anything does. Each of theirs is put aside as dropped, names it (``with``), and shares what becomes of it
    (``settled``)."""
    rows = session.scalars(
        select(OutgoingMessage)
        .where(
            OutgoingMessage.forum == message.forum,
            OutgoingMessage.person_id.in_(person_ids),
            OutgoingMessage.kind == message.kind,
            OutgoingMessage.state == State.PENDING,
            OutgoingMessage.send_from <= now,
            OutgoingMessage.id != message.id,
        )
        .order_by(OutgoingMessage.id)
        .with_for_update(skip_locked=True)
    ).all()
    for row in rows:
        row.state, row.values = State.DROPPED, {**row.values, WITH: message.id}
    if rows:
        along = [*message.values.get("along", ()), *(row.id for row in rows)]
        message.values = {**message.values, "along": along}
    return bool(rows)


def rows(session: Session, message: OutgoingMessage) -> list[OutgoingMessage]:
    """The message, and those that it says too."""
    return [message, *(session.get_one(OutgoingMessage, number) for number in message.values.get("along", ()))]


def settled(session: Session, message_id: int) -> None:
    """What became of a message became of those that it said too. Where it did not go out, each stands for itself again,
    so that nothing is lost; where that is not known, it is not known of them either."""
    message = session.get_one(OutgoingMessage, message_id)
    parted = message.state in (State.PENDING, State.FAILED)
    for row in rows(session, message)[1:]:
        row.state, row.sent_at = State.PENDING if parted else message.state, message.sent_at
        if parted:
            # That it is sent again is true of each of them (``doubts``).
            row.values = {**_without(row.values, WITH), **_only(message.values, "again")}
    if parted and "along" in message.values:
        message.values = _without(message.values, "along")


def _without(values: Values, name: str) -> Values:
    return {key: value for key, value in values.items() if key != name}


def _only(values: Values, name: str) -> Values:
    return {key: value for key, value in values.items() if key == name}
