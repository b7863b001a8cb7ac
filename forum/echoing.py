"""Echoing: whoever answered is told what was kept, once it stands on the workspace, or after a moment."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from forum import operations, outbox, replies
from forum.replies import ReplyVersion, echo_key
from forum.store.base import Values
from forum.times import At

# How long (real time) an echo waits for the workspace, so that the member reads one message instead of two.
PATIENCE = timedelta(seconds=5)


def put(session: Session, version: ReplyVersion, to: outbox.To, *, at: At, send_from: datetime | None) -> None:
    """The echo of the version before is dropped where it has not gone yet and is for the same reader; what it told of
    milestones, this one tells."""
    outbox.put(
        session,
        version.forum,
        to=to,
        kind="echo",
        values={"version": version.id, **_instead(session, version, to)},
        dedupe=echo_key(version.id),
        now=at.now,
        asked=True,
        hold_until=at.real + PATIENCE,
        send_from=send_from,
        first=True,
    )


def _instead(session: Session, version: ReplyVersion, to: outbox.To) -> Values:
    """Drop the earlier echo; answers what it alone told of."""
    earlier = replies.before(session, version)
    unsent = outbox.unsent(session, version.forum, echo_key(earlier.id)) if earlier else None
    if earlier is None or unsent is None or (unsent.person_id, unsent.address) != (to.person_id, to.address):
        return {}
    unsent.state = outbox.State.DROPPED
    steps = unsent.values.get("steps")
    if not steps:
        return {}
    operations.announce(session, version.forum, echo_key(earlier.id), by=echo_key(version.id), noun="milestone")
    return {"steps": steps}
