"""Overview: how a round stands, body by body and measure by measure, for those who run the forum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from forum import chasing, contacts, filings, held, resting
from forum.absences import Absence
from forum.awaited import Owed
from forum.chasing import Earlier
from forum.contacts import Contact, Way
from forum.filings import Share, State
from forum.held import Held
from forum.people import Institution
from forum.policies import Policy
from forum.replies import Manner
from forum.rounds import Round

# In the order in which a body with shares of several states is told of: what is wanted most, first.
ORDER = (State.AWAITED, State.MISSED, State.SIGNING, State.RECEIVED, State.LETTER, State.SKIPPED)


@dataclass(frozen=True)
class Body:
    """One body of a round: its shares in the plan's order, whom to ask, when each was last in touch, from whom its
    reminders were ``held`` back, and who of it is ``away``."""

    institution: Institution
    shares: Sequence[Share]
    people: Sequence[Contact]
    held: Sequence[Held]
    away: Sequence[Absence]

    @property
    def state(self) -> State:
        """Where it stands, as far as it is wanted most."""
        return min((share.state for share in self.shares), key=ORDER.index)

    @property
    def awaited(self) -> list[Share]:
        return [share for share in self.shares if share.state is State.AWAITED]

    @property
    def reachable(self) -> bool:
        return any(one.way is Way.OPEN for one in self.people)


@dataclass(frozen=True)
class Overview:
    """A round as it stands. ``unchanged``: how many bodies keep what is on record since which day (None: not known);
    ``reached``: whom a nudge to all would reach, and about what."""

    bodies: Sequence[Body]
    states: Counter[State]
    unchanged: Counter[date | None]
    reached: dict[int, list[Owed]]

    @property
    def unreached(self) -> list[Body]:
        """The bodies that are awaited and of which nobody can be written to."""
        return [body for body in self.bodies if body.awaited and not body.reachable]


def of(session: Session, one: Round, *, day: date) -> Overview:
    """How this round stands on a day."""
    shares = filings.shares(session, one, day=day)
    chased = {body.institution.id: body for body in chasing.bodies(session, one, day=day)}
    asked = {person.id: person for body in chased.values() for person in body.people}
    known = contacts.of(session, one.forum, asked.values())
    back = held.told(session, one.forum, of_round=one.id)
    grouped: dict[int, list[Share]] = {}
    for share in shares:
        grouped.setdefault(share.institution.id, []).append(share)
    bodies = [
        Body(
            group[0].institution,
            group,
            [known[person.id] for person in chased[number].people],
            [each for each in back if each.person in chased[number].people],
            chased[number].away,
        )
        for number, group in grouped.items()
    ]
    same = [share for share in shares if share.version is not None and share.version.manner is Manner.UNCHANGED]
    return Overview(
        sorted(bodies, key=lambda body: (ORDER.index(body.state), body.institution.code.casefold())),
        Counter(share.state for share in shares),
        Counter(share.measure.completion_on for share in same),
        chasing.reached(
            chased.values(),
            reachable={number for number, contact in known.items() if contact.way is Way.OPEN},
            rests=resting.rests(session, one.forum, day=day),
        ),
    )


def reach(session: Session, one: Round, chosen: set[int], *, day: date) -> dict[int, list[Owed]]:
    """Whom a nudge to these bodies (by number) would reach, and about what."""
    found = chasing.bodies(session, one, day=day, only=chosen)
    asked = {person.id: person for body in found for person in body.people}
    known = contacts.of(session, one.forum, asked.values())
    open_ones = {number for number, contact in known.items() if contact.way is Way.OPEN}
    return chasing.reached(found, reachable=open_ones, rests=resting.rests(session, one.forum, day=day), chosen=chosen)


def earlier(session: Session, one: Round, share: dict[int, list[Owed]], *, day: date, policy: Policy) -> Earlier:
    """What went to these people today already."""
    return chasing.earlier(session, one, list(share), day=day, policy=policy)
