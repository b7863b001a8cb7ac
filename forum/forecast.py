"""Forecast: whom the forum would write to unasked, and when, if nobody answered. Only looked at, never kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import asking_partners, enrolment, nudges, occurrences, outbox, own_dates, preferences, resting, rounds
from forum.awaited import Asking, Owed
from forum.enrolment import Address
from forum.foreseen import Foreseen, body_code, in_order
from forum.meeting_forecast import MeetingWalk
from forum.nudges import Nudge
from forum.occurrences import Turn
from forum.outbox import OutgoingMessage
from forum.own_dates import DatesWalk
from forum.people import Institution, Person
from forum.plan import Measure
from forum.policies import Policy
from forum.rounds import Obligation, Round


@dataclass
class _Waiting:
    """A nudge decided and not sent yet: of these shares (round and due day), from this day on."""

    shares: set[tuple[int, date]]
    rung: str
    opens: date


def foresee(session: Session, forum: str, *, first: date, last: date, now: datetime, policy: Policy) -> list[Foreseen]:
    """What would be sent from ``first`` to ``last`` (local dates, both included) if all had joined and nobody answered
    from today on, by day and name: nudges of rounds, the plan's own dates, notices and nudges of meetings. Days gone by
    are rehearsed as if the forum had been switched on at their beginning. What coordinators are told of the forum
    itself is no part of it.
    """
    today = policy.day(now)
    begins = min(first, today)
    ahead = first >= today
    since = now if ahead else datetime.combine(first, time.min, policy.hours.zone)
    walk = _Walk(session, forum, now=since, policy=policy)
    if ahead:
        walk.goes_on()
    found: list[Foreseen] = []
    for days in range((last - begins).days + 1):
        day = begins + timedelta(days=days)
        found += [one for one in walk.sent(day) if first <= one.on <= last]
    meetings = MeetingWalk(session, forum, since=since, ahead=ahead, policy=policy)
    partners = asking_partners.foresee(session, forum, first=first, last=last, since=since, policy=policy)
    return in_order([*found, *meetings.sent(first, last), *partners])


@dataclass
class _Walk:
    """Goes through the days one by one, as the ticks do."""

    session: Session
    forum: str
    now: datetime
    policy: Policy
    ways: dict[int, Address] = field(init=False)
    taken: set[Turn] = field(default_factory=set)
    waiting: dict[int, _Waiting] = field(default_factory=dict)
    dates: DatesWalk = field(init=False)

    def __post_init__(self) -> None:
        self.ways = enrolment.ways(self.session, self.forum)
        self.dates = DatesWalk(self.session, self.forum, self.now, self.policy, set())

    def goes_on(self) -> None:
        """Begin with what the forum has decided so far."""
        everything = [f"round/{one}" for one in self.session.scalars(select(Round.id).where(Round.forum == self.forum))]
        self.taken |= occurrences.taken(self.session, self.forum, everything)
        self.dates.had |= own_dates.taken(self.session, self.forum)
        for row in self.session.scalars(
            select(OutgoingMessage).where(
                OutgoingMessage.forum == self.forum,
                OutgoingMessage.kind == nudges.KIND,
                OutgoingMessage.state == outbox.State.PENDING,
            )
        ):
            if row.person_id is not None:
                shares = {(number, date.fromisoformat(due)) for number, due in row.values["shares"]}
                opens = self._opens(max(self.now, row.send_from))
                self.waiting[row.person_id] = _Waiting(shares, row.values["rung"], opens)

    def sent(self, day: date) -> list[Foreseen]:
        """What would go out on this day."""
        owed = owed_on(self.session, self.forum, day=day, since=self.now)
        return [*self._nudged(owed, day), *self._dated(owed, day)]

    def _dated(self, owed: list[Owed], day: date) -> list[Foreseen]:
        """Of the plan's own dates."""
        return [
            Foreseen(
                on=on,
                person=person.id,
                name=person.name,
                institution=body_code(self.session, person),
                rung=own_dates.KIND,
                numbers=tuple(one.number for one in near.measures),
                own=True,
                reached=person.id in self.ways,
            )
            for on, person, near in self.dates.sent(day, owed)
        ]

    def _nudged(self, owed: list[Owed], day: date) -> list[Foreseen]:
        if not owed:
            return []
        self._decide(owed, day)
        due = [person for person, one in self.waiting.items() if one.opens <= day]
        found = [self._foreseen(person, self.waiting.pop(person), owed, day) for person in due]
        return self._together([one for one in found if one])

    def _together(self, found: list[Foreseen]) -> list[Foreseen]:
        """One message a chat, whomever of the roster it speaks for; counted as that of the first of them."""
        chats: dict[tuple[str, str], int] = {}
        for number, way in sorted(self.ways.items()):
            chats.setdefault((way.channel, way.address), number)
        told: dict[int, Foreseen] = {}
        for one in found:
            mine = self.ways.get(one.person)
            whose = chats[mine.channel, mine.address] if mine else one.person
            told[whose] = replace(one, person=whose) if whose not in told else told[whose].along_with(one)
        return list(told.values())

    def _decide(self, owed: list[Owed], day: date) -> None:
        everyone = {person.id for one in owed for person in one.askers}
        decided = nudges.decide(
            nudges.facts(
                owed,
                reachable=everyone,
                rests=resting.rests(self.session, self.forum, day=day),
                wishes=preferences.wishes(self.session, self.forum, everyone),
                many=nudges.large(self.session, owed, self.policy),
            ),
            today=day,
            ladders=self.policy.ladders,
            workdays=self.policy.workdays,
            taken=self.taken,
        )
        opens = self._opens(max(self.now, datetime.combine(day, time.min, self.policy.hours.zone)))
        for nudge in decided:
            self._keep(nudge, opens)

    def _keep(self, nudge: Nudge, opens: date) -> None:
        older = self.waiting.get(nudge.person)
        shares = {(fact.round, fact.due_on) for fact in nudge.facts} | (older.shares if older else set())
        self.taken |= set(nudge.turns)
        self.waiting[nudge.person] = _Waiting(shares, nudge.turns[-1].turn, opens)

    def _opens(self, moment: datetime) -> date:
        return self.policy.day(self.policy.hours.next_open(moment, self.policy.workdays))

    def _foreseen(self, person: int, waiting: _Waiting, owed: list[Owed], day: date) -> Foreseen | None:
        """As its brief will be: only what is still open then."""
        mine = [one for one in owed if one.asks(person) and (one.round.id, one.due_on) in waiting.shares]
        if not mine:
            return None
        who = self.session.get_one(Person, person)
        return Foreseen(
            on=day,
            person=person,
            name=who.name,
            institution=body_code(self.session, who),
            rung=waiting.rung,
            numbers=tuple(dict.fromkeys(one.measure.number for one in mine)),
            reached=person in self.ways,
        )


def owed_on(session: Session, forum: str, *, day: date, since: datetime) -> list[Owed]:
    """What will be open on a day by the plan as it is now, of what nobody had answered before ``since``."""
    running = rounds.running(session, forum, day=day)
    if not running:
        return []
    asked = Asking(session, forum, day=day)
    return [
        Owed(
            duty,
            one,
            session.get_one(Measure, duty.measure_id),
            session.get_one(Institution, duty.institution_id),
            asked.about(duty.measure_id, duty.institution_id),
        )
        for one in running
        for duty in _duties(session, one)
        if duty.skipped_at is None
        and (duty.discharged_at is None or duty.discharged_at >= since)
        and not duty.closed_in(one, day)
    ]


def _duties(session: Session, one: Round) -> Iterable[Obligation]:
    """The obligations of a round as they are, or (not kept) as they will be made when it runs."""
    kept = {
        (row.measure_id, row.institution_id): row
        for row in session.scalars(
            select(Obligation).where(
                Obligation.forum == one.forum,
                Obligation.round_id == one.id,
                Obligation.voice == rounds.Voice.INSTITUTION,
            )
        )
    }
    for measure, institution in rounds.owing(session, one):
        yield kept.get((measure, institution)) or Obligation(
            forum=one.forum, round_id=one.id, measure_id=measure, institution_id=institution
        )
