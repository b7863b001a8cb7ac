"""Deciding only what was touched comes to the same as deciding everything, whatever happens in between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from forum import deciding, enrolment, helping, occurrences, outbox, snoozes, touches
from forum.enrolment import Address, AddressState
from forum.forums import Forum
from forum.meetings import Attendance, Meeting, MeetingState, standing
from forum.occurrences import Occurrence
from forum.outbox import OutgoingMessage
from forum.people import Institution, Person, Role
from forum.plan import Duty, Measure, set_responsibilities
from forum.rounds import Kind, Obligation, Round
from forum.store.engines import Engines
from forum.store.units import UnitSession
from forum.workdays import Workdays
from tests.facts import DUE, LATVIA, RIGA, TELEGRAM, Facts, policy

BEGIN = datetime(2020, 12, 16, 9, 0, tzinfo=RIGA)
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
        while deciding.tick(self.facts.session, self.facts.forum, now=now, policy=POLICY):
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


Change = Callable[[Twin, datetime], None]
Draw = st.DrawFn


def days(draw: Draw, now: datetime) -> date | None:
    ahead = draw(st.none() | st.integers(-20, 40))
    return None if ahead is None else now.date() + timedelta(days=ahead)


def reply(draw: Draw, now: datetime) -> Change:
    number, back = draw(st.integers(0, 99)), draw(st.booleans())

    def change(twin: Twin, at: datetime) -> None:
        if duties := twin.duties():
            duties[number % len(duties)].discharged_at = None if back else at

    return change


def excuse(draw: Draw, now: datetime) -> Change:
    number, until, skips = draw(st.integers(0, 99)), days(draw, now), draw(st.booleans())

    def change(twin: Twin, at: datetime) -> None:
        if duties := twin.duties():
            one = duties[number % len(duties)]
            one.due_on, one.skipped_at = until, at if skips else None

    return change


def snooze(draw: Draw, now: datetime) -> Change:
    person, one, until = draw(st.integers(0, PEOPLE - 1)), draw(st.integers(0, ROUNDS - 1)), days(draw, now)

    def change(twin: Twin, at: datetime) -> None:
        snoozes.snooze(
            twin.facts.session,
            twin.facts.forum,
            person_id=twin.people[person].id,
            round_id=twin.rounds[one].id,
            until_on=until or at.date(),
            now=at,
        )

    return change


def help_(draw: Draw, now: datetime) -> Change:
    number, person = draw(st.integers(0, 99)), draw(st.integers(0, PEOPLE - 1))

    def change(twin: Twin, at: datetime) -> None:
        if duties := twin.duties():
            one, by = duties[number % len(duties)], twin.people[person]
            helping.ask(twin.facts.session, one, by, helping.Trouble.DATA, now=at, policy=POLICY)

    return change


def roster(draw: Draw, now: datetime) -> Change:
    number, body = draw(st.integers(0, PEOPLE - 1)), draw(st.integers(0, BODIES - 1))
    role = draw(st.sampled_from([Role.CONTACT, Role.DEPUTY, Role.OBSERVER]))
    away, until, from_on, gone = days(draw, now), days(draw, now), days(draw, now), draw(st.integers(0, 4)) == 0

    def change(twin: Twin, at: datetime) -> None:
        person = twin.people[number]
        person.institution_id = twin.bodies[body].id
        person.role = Role.COORDINATOR if person.role is Role.COORDINATOR else role
        person.away_until, person.until_on, person.from_on = away, until, from_on
        person.gone_at = at if gone else None

    return change


def chat(draw: Draw, now: datetime) -> Change:
    number, opens = draw(st.integers(0, PEOPLE - 1)), draw(st.booleans())

    def change(twin: Twin, at: datetime) -> None:
        session, person = twin.facts.session, twin.people[number]
        way = enrolment.address_of(session, person, channel=TELEGRAM, address=str(100 + number))
        if way is None:
            way = Address(
                forum=person.forum, channel=TELEGRAM, address=str(100 + number), person_id=person.id, asked_at=at
            )
            session.add(way)
        way.state = AddressState.CONFIRMED if opens else AddressState.BLOCKED
        way.confirmed_at = at

    return change


def plan(draw: Draw, now: datetime) -> Change:
    number, lead = draw(st.integers(0, MEASURES - 1)), draw(st.none() | st.integers(0, BODIES - 1))
    contact, gone = draw(st.none() | st.integers(0, PEOPLE - 1)), draw(st.integers(0, 4)) == 0

    def change(twin: Twin, at: datetime) -> None:
        measure = twin.measures[number]
        measure.gone_at = at if gone else None
        parties = {
            Duty.LEAD: [] if lead is None else [twin.bodies[lead].id],
            Duty.CONTACT: [] if contact is None else [twin.people[contact].id],
        }
        set_responsibilities(twin.facts.session, measure, parties)

    return change


def rounds(draw: Draw, now: datetime) -> Change:
    number, due, lock = draw(st.integers(0, ROUNDS - 1)), days(draw, now), days(draw, now)
    gone = draw(st.integers(0, 4)) == 0

    def change(twin: Twin, at: datetime) -> None:
        one = twin.rounds[number]
        one.due_on, one.lock_on, one.gone_at = due or one.due_on, lock, at if gone else None

    return change


def pause(draw: Draw, now: datetime) -> Change:
    on = draw(st.booleans())

    def change(twin: Twin, at: datetime) -> None:
        twin.facts.session.get_one(Forum, twin.facts.forum).paused_at = at if on else None

    return change


def notice(draw: Draw, now: datetime) -> Change:
    answers = draw(st.booleans())

    def change(twin: Twin, at: datetime) -> None:
        """The notices of the meeting arrived."""
        for row in twin.facts.session.scalars(select(Attendance).where(Attendance.forum == twin.facts.forum)):
            row.told_at, row.told_sequence = row.told_at or at, 0
            if answers:
                row.answer = None

    return change


def sent(draw: Draw, now: datetime) -> Change:
    def change(twin: Twin, at: datetime) -> None:
        """All that waited was sent."""
        for row in twin.facts.session.scalars(
            select(OutgoingMessage).where(
                OutgoingMessage.forum == twin.facts.forum, OutgoingMessage.state == outbox.State.PENDING
            )
        ):
            row.state = outbox.State.SENT

    return change


CHANGES = (reply, excuse, snooze, help_, roster, chat, plan, rounds, pause, notice, sent)


History = list[tuple[datetime, list[Change]]]


@st.composite
def histories(draw: Draw) -> History:
    """Moments of ticks, mostly a day apart, now and then weeks, hours or back; and what is changed before some of
    them. Few changes, so that none hides what was missed of another."""
    moments = [BEGIN]
    for _ in range(draw(st.integers(8, 30))):
        days = draw(st.sampled_from([1, 1, 1, 1, 2, 2, 4, 0, 14, -1]))
        moments.append(moments[-1] + timedelta(days=days, hours=draw(st.sampled_from([0, 0, 0, 3]))))
    made: dict[int, list[Change]] = {}
    for _ in range(draw(st.integers(1, 5))):
        place = draw(st.integers(0, len(moments) - 1))
        made.setdefault(place, []).append(draw(st.sampled_from(CHANGES))(draw, moments[place]))
    return [(now, made.get(place, [])) for place, now in enumerate(moments)]


def lived(engines: Engines, history: History) -> tuple[Any, Any]:
    """What both twins decided by the end."""
    assert engines.write is not None
    with engines.write.connect() as connection, UnitSession(connection, expire_on_commit=False) as session:
        twins = [Twin(Facts(session, forum), whole) for forum, whole in (("parts", False), ("whole", True))]
        for now, changes in history:
            for twin in twins:
                for change in changes:
                    change(twin, now)
                session.flush()
                twin.tick(now)
        parts, whole = (twin.story() for twin in twins)
    return parts, whole


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(history=histories())
def test_what_was_touched_or_has_come_is_all_there_is_to_decide(engines: Engines, history: History) -> None:
    parts, whole = lived(engines, history)
    assert parts == whole
