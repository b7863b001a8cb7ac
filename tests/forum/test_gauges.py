"""Gauges: what waits, is in doubt or set aside is counted, with the age of the oldest; another forum's is not."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session

from forum import forums, gauges, inbox, operations, outbox, pulses
from forum.gauges import Gauges, Heap
from forum.inbox import IncomingMessage
from forum.outbox import OutgoingMessage, To
from forum.pulses import Part
from tests.facts import FORUM, Facts, riga

NOW = riga("2021-01-18 12:00")
NONE = Heap(0, 0.0)


def outgoing(session: Session, state: outbox.State, minutes: int, forum: str = FORUM) -> OutgoingMessage:
    """A message that was due so many minutes ago."""
    at = NOW - timedelta(minutes=minutes)
    row = outbox.put(session, forum, to=To(address="1"), kind="k", dedupe=f"{state}/{minutes}", now=at)
    row.state, row.claimed_at = state, at
    return row


def incoming(session: Session, state: inbox.State, minutes: int) -> None:
    at = NOW - timedelta(minutes=minutes)
    session.add(
        IncomingMessage(
            forum=FORUM, channel="t", external_id=f"{state}{minutes}", lane="1", body="", received_at=at, state=state
        )
    )


def test_each_heap_has_its_count_and_age(session: Session, facts: Facts) -> None:
    forums.ensure(session, "other", now=NOW)
    for state, minutes in (("pending", 5), ("pending", 2), ("pending", -60), ("unknown", 1), ("failed", 60)):
        outgoing(session, outbox.State(state), minutes)
    outgoing(session, outbox.State.PENDING, 600, "other")
    incoming(session, inbox.State.NEW, 3)
    incoming(session, inbox.State.DEAD, 4)
    incoming(session, inbox.State.DONE, 500)
    operations.put(session, FORUM, noun="measure", noun_id=1, values={}, now=NOW - timedelta(minutes=7))
    pulses.beat(session, FORUM, Part.READ, real=NOW - timedelta(seconds=30))
    session.flush()

    assert gauges.read(session, FORUM, now=NOW, real=NOW) == Gauges(
        outgoing_waiting=Heap(2, 300.0),
        outgoing_in_doubt=Heap(1, 60.0),
        outgoing_failed=Heap(1, 3600.0),
        incoming_waiting=Heap(1, 180.0),
        incoming_set_aside=Heap(1, 240.0),
        writes_waiting=Heap(1, 420.0),
        writes_failed=NONE,
        beats={"read": 30.0},
        alarms=0,
    )
