"""Foreseen: one message that the forum would send unasked, as a forecast tells of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from forum.people import Institution, Person


@dataclass(frozen=True, kw_only=True)
class Foreseen:
    """One message to one person on a local date. ``numbers`` are those of the measures it would ask about; ``meeting``
    is the subject of the meeting it would speak of, and ``on_a_yes`` says that a coordinator has to announce that one
    first. ``own``: it speaks of the plan's own dates. ``asked``: it follows from what the person said (that they come
    to a meeting, on which day to be reminded), and counts for nothing. ``held``: why it would not be sent on that day,
    as its reader has had what the budget allows (a word of ``accounts.Why``; empty: it would be). ``reached`` says
    whether the person has an open chat today."""

    on: date
    person: int
    name: str
    institution: str
    rung: str
    numbers: tuple[str, ...] = ()
    meeting: str = ""
    own: bool = False
    asked: bool = False
    on_a_yes: bool = False
    held: str = ""
    reached: bool

    @property
    def beside(self) -> bool:
        """Whether it is about no round."""
        return bool(self.meeting) or self.own

    def along_with(self, other: Foreseen) -> Foreseen:
        """The one message that says both, where one human stands for two bodies."""
        bodies = dict.fromkeys(code for code in (*self.institution.split(", "), other.institution) if code)
        numbers = tuple(dict.fromkeys((*self.numbers, *other.numbers)))
        return replace(self, institution=", ".join(bodies), numbers=numbers)


@dataclass(frozen=True)
class Coming:
    """A message as it is decided on a ``day``: ``first``, ``leaves`` as in ``accounts.Wanted``."""

    day: date
    message: Foreseen
    first: bool = False
    leaves: int = 0


def body_code(session: Session, person: Person) -> str:
    """The code of the body that the person stands for; empty: of none."""
    body = session.get(Institution, person.institution_id) if person.institution_id else None
    return body.code if body else ""


def in_order(found: Iterable[Foreseen]) -> list[Foreseen]:
    """By day and name."""
    return sorted(found, key=lambda one: (one.on, one.name))
