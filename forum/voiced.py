"""Voiced: what partners said of a round as documents tell it, and where that differs from what bodies said."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from forum import council, given, views, voices
from forum.given import Body
from forum.plan import Completion
from forum.rounds import Round


@dataclass(frozen=True)
class Retort:
    """What a body replied to a view."""

    body: Body
    words: str
    submitted_at: datetime


@dataclass(frozen=True)
class Voiced:
    """A partner's view. ``key``: its row's own key on the workspace; ``does``: the partner carries the measure out,
    too; ``sealed``: nobody can read it yet."""

    body: Body
    key: str
    version: int
    submitted_at: datetime
    completion: Completion | None
    words: str
    does: bool = False
    sealed: bool = False
    retorts: Sequence[Retort] = ()


@dataclass(frozen=True)
class Opined:
    """What the memorandum council said of the round, word for word."""

    given_on: date
    minutes: str
    words: str


def of_round(session: Session, one: Round) -> dict[int, list[Voiced]]:
    """The views of a round, by the measure's number."""
    known, rows = given.bodies(session, one.forum), views.of(session, one)
    does = voices.implements(session, one.forum, {row.body.id for row in rows})
    found: dict[int, list[Voiced]] = {}
    for row in rows:
        retorts = [Retort(known[said.institution_id], said.words, said.submitted_at) for said in row.rejoinders]
        found.setdefault(row.duty.measure_id, []).append(
            Voiced(
                known[row.body.id],
                row.reply.key,
                row.version.version,
                row.version.submitted_at,
                row.version.completion,
                row.version.done,
                does=row.duty.measure_id in does[row.body.id],
                sealed=row.sealed,
                retorts=retorts,
            )
        )
    return found


def opinions(session: Session, one: Round) -> list[Opined]:
    """The council's opinions of a round, the earliest first."""
    return [Opined(row.given_on, row.minutes, row.words) for row in council.opinions(session, one)]


class Gap(enum.StrEnum):
    """How a partner's view differs: the body says that much is done and the partner that nothing is; it sees less done,
    or more; one of them says that the measure is withdrawn; the body has not answered."""

    NOT_DONE = "not_done"
    LESS = "less"
    MORE = "more"
    OTHER = "other"
    UNANSWERED = "unanswered"


# How much is done, as far as completions can be held against each other.
_MUCH = {
    Completion.NO_EVIDENCE: 0,
    Completion.NOT_STARTED: 0,
    Completion.LIMITED: 1,
    Completion.SUBSTANTIAL: 2,
    Completion.COMPLETE: 3,
}


def gap(said: Completion | None, seen: Completion) -> Gap | None:
    """How what a partner has ``seen`` differs from what a body ``said`` (None: nothing); None where it does not."""
    if said is None:
        return Gap.UNANSWERED
    if said == seen:
        return None
    here, there = _MUCH.get(said), _MUCH.get(seen)
    if here is None or there is None:
        return Gap.OTHER
    if there == 0 and here >= _MUCH[Completion.SUBSTANTIAL]:
        return Gap.NOT_DONE
    # “No evidence” is not “not started”: both say that nothing is to be seen, and are told apart.
    return Gap.LESS if there < here else Gap.MORE if there > here else Gap.OTHER
