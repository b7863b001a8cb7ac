"""Briefs about alarms: what has stopped working and since when; nothing where it works again or was not told of."""

from __future__ import annotations

from sqlalchemy import select

from forum import pulses
from forum.alarms import CARES, KIND, OVER, Alarm, Trouble
from forum.briefs.asked import Asked, Brief
from forum.outbox import OutgoingMessage, State
from forum.pulses import Part
from forum.store.base import Values


def _lasting(asked: Asked) -> Values | None:
    row = _alarm(asked)
    if row.ended_at:
        return None
    told = pulses.last(asked.session, asked.forum).get(Part.TAKEN) if row.trouble is Trouble.TAKEN else None
    care = asked.policy.care.get(CARES[row.trouble], "")
    return {"trouble": row.trouble.value, "since": row.since, "where": told.word if told else "", "care": care}


def _over(asked: Asked) -> Values | None:
    """Only for whoever was told that it began: what came and went overnight is no news."""
    row = _alarm(asked)
    told = asked.session.scalars(
        select(OutgoingMessage.values).where(
            OutgoingMessage.forum == asked.forum,
            OutgoingMessage.kind == KIND,
            OutgoingMessage.person_id == asked.message.person_id,
            OutgoingMessage.state == State.SENT,
        )
    )
    heard = any(values["alarm"] == row.id for values in told)
    return {"trouble": row.trouble.value, "since": row.since} if heard else None


def _alarm(asked: Asked) -> Alarm:
    return asked.session.get_one(Alarm, asked.message.values["alarm"])


BRIEFS: dict[str, Brief] = {KIND: _lasting, OVER: _over}
