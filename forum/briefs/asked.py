"""What every brief is asked for: who is to be told, when, by which policy; and what is said of a round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.policies import Policy
from forum.rounds import Round
from forum.store.base import Values
from forum.times import At


@dataclass(frozen=True)
class Asked:
    """Who is to be told, when, by which policy, and over which channel (empty: it is only asked what would be)."""

    session: Session
    message: OutgoingMessage
    person: Person | None
    at: At
    policy: Policy
    channel: str = ""

    @property
    def forum(self) -> str:
        return self.message.forum


# Makes the brief of one kind; None: it has nothing left to say.
Brief = Callable[[Asked], Values | None]


def round_facts(one: Round, day: date, policy: Policy, *, due_on: date | None = None) -> Values:
    """A round as messages speak of it, with the due day that was put off where it was; ``left`` in days,
    ``left_working`` in working days, negative when past."""
    term = one.term(due_on)
    due = term.due_on
    grace = due + (one.grace_until - one.due_on) if one.grace_until else None
    return {
        "title": one.title,
        "year": one.year,
        "kind": one.kind.value,
        "duty": one.kind.duty,
        "progress": one.kind.tells_progress,
        "due_on": due,
        "due_given": one.due_given if due == one.due_on else None,
        "sign_by": term.sign_by if term.sign_by and day <= term.sign_by else None,
        "legal_basis": one.legal_basis,
        "grace_until": grace if grace is not None and grace >= day else None,
        "left": (due - day).days,
        "left_working": policy.workdays.between(day, due),
    }
