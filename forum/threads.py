"""Threads: which messages belong together, so that a mailbox may show them as one: those of a round, of a meeting."""

from __future__ import annotations

from sqlalchemy.orm import Session

from forum import replies
from forum.meetings import Attendance
from forum.outbox import OutgoingMessage
from forum.rounds import Obligation


def of(session: Session, message: OutgoingMessage) -> str:
    """The thread of a message, as ``round/5`` or ``meeting/3``; empty: it stands alone."""
    values = message.values
    if values.get("rounds"):
        return f"round/{values['rounds'][0]}"
    if isinstance(values.get("round"), int):
        return f"round/{values['round']}"
    if isinstance(values.get("meeting"), int):
        return f"meeting/{values['meeting']}"
    if isinstance(values.get("attendance"), int):
        row = session.get(Attendance, values["attendance"])
        return f"meeting/{row.meeting_id}" if row else ""
    duty = _obligation(session, message)
    return f"round/{duty.round_id}" if duty else ""


def _obligation(session: Session, message: OutgoingMessage) -> Obligation | None:
    values = message.values
    if isinstance(values.get("obligation"), int):
        return session.get(Obligation, values["obligation"])
    return replies.obligation_of(session, values["version"]) if isinstance(values.get("version"), int) else None
