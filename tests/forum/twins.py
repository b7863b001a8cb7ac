"""Twins: two forums that live through the same, of which one has everything decided on at each of its ticks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from forum import deciding, occurrences, touches
from forum.meetings import Meeting, MeetingState, standing
from forum.occurrences import Occurrence
from forum.outbox import OutgoingMessage
from forum.people import Institution, Person, Role
from forum.plan import Measure
from forum.policies import Policy
from forum.rounds import Kind, Obligation, Round
from forum.workdays import Workdays
from tests.facts import DUE, LATVIA, RIGA, Facts, policy

# Two weeks in winter without a working day, as a forum's quiet weeks may be.
POLICY = policy(
    workdays=Workdays(lambda day: LATVIA.is_working(day) and not date(2020, 12, 21) <= day <= date(2021, 1, 3))
)
BODIES, ROUNDS, MEASURES, PEOPLE = 3, 3, 5, 7


@dataclass
class Twin:
    """One forum of two that live through the same; ``whole``: everything is decided on at each of its ticks."""

    facts: Facts
    whole: bool
    policy: Policy = POLICY
    bodies: list[Institution] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    rounds: list[Round] = field(default_factory=list)
    meeting: Meeting | None = None

    def __post_init__(self) -> None:
        facts = self.facts
        self.bodies = [facts.body(f"B{number}") for number in range(BODIES)]
        roles = [Role.CONTACT, Role.CONTACT, Role.CONTACT, Role.CONTACT, Role.DEPUTY, Role.DEPUTY, Role.COORDINATOR]
        self.people = [
            facts.person(f"{number}. kontaktpersona", self.bodies[number % BODIES], role=role)
            for number, role in enumerate(roles)
        ]
        for person in (self.people[0], self.people[1], self.people[4], self.people[6]):
            facts.joins(person, address=str(100 + self.people.index(person)))
        self.measures = [facts.measure(f"1.{number}", self.bodies[number % BODIES]) for number in range(MEASURES)]
        days = (DUE, DUE + timedelta(days=9), DUE - timedelta(days=30))
        kinds = (Kind.MANDATORY, Kind.VOLUNTARY, Kind.MANDATORY)
        self.rounds = [
            facts.round(day, kind=kind, key=str(day), lock_on=lock)
            for day, kind, lock in zip(days, kinds, (None, None, DUE), strict=True)
        ]
        starts = datetime(2021, 1, 20, 10, 0, tzinfo=RIGA)
        self.meeting = Meeting(
            forum=facts.forum, title="Sēde", uid=f"{facts.forum}@x", starts_at=starts, state=MeetingState.ANNOUNCED
        )
        self.meeting.told = standing(self.meeting)
        facts.session.add(self.meeting)
        facts.session.flush()

    def tick(self, now: datetime) -> None:
        if self.whole:
            touches.everything(self.facts.session, self.facts.forum)
        while deciding.tick(self.facts.session, self.facts.forum, now=now, policy=self.policy):
            pass
        self.facts.session.flush()

    def duties(self) -> list[Obligation]:
        found = self.facts.session.scalars(select(Obligation).where(Obligation.forum == self.facts.forum)).all()
        return sorted(found, key=lambda one: (self.round_at(one.round_id), self.measure_at(one), self.body_at(one)))

    def round_at(self, number: int) -> int:
        return [one.id for one in self.rounds].index(number)

    def measure_at(self, one: Obligation) -> int:
        return [each.id for each in self.measures].index(one.measure_id)

    def body_at(self, one: Obligation) -> int:
        return [each.id for each in self.bodies].index(one.institution_id)

    def story(self) -> dict[str, Any]:
        """All that was decided, in words in which both twins must agree."""
        session, forum = self.facts.session, self.facts.forum
        names = {person.id: person.name for person in self.people} | {occurrences.NOBODY: "", None: ""}
        keys = {f"{kind}/{one.id}": f"{kind}/{one.key}" for one in self.rounds for kind in ("round", "report")}
        turns = session.scalars(select(Occurrence).where(Occurrence.forum == forum))
        messages = session.scalars(
            select(OutgoingMessage).where(OutgoingMessage.forum == forum).order_by(OutgoingMessage.id)
        )
        return {
            "duties": [
                (self.round_at(one.round_id), self.measure_at(one), self.body_at(one), one.void_at)
                for one in self.duties()
            ],
            "turns": sorted(
                (keys.get(one.schedule, "meeting"), one.local_date, one.turn, names[one.member], one.taken_at)
                for one in turns
            ),
            "messages": sorted(
                (names[one.person_id], one.kind, one.state.value, one.decided_at, one.send_from, self.told(one))
                for one in messages
            ),
        }

    def told(self, message: OutgoingMessage) -> str:
        values = message.values
        shares = [(self.round_at(number), due) for number, due in values.get("shares", ())]
        return f"{values.get('rung')} {[self.round_at(one) for one in values.get('rounds', ())]} {shares}"
