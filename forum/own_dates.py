"""Own dates: whoever answers for a measure hears once a month which of its days, or its milestones', come near; where a
round reminds them in that month, its reminder says so instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from forum import awaited, enrolment, ladder_days, occurrences, outbox, plan, recommendations
from forum.awaited import Asking, Owed
from forum.milestones import Milestone
from forum.occurrences import Turn
from forum.people import Person
from forum.plan import Completion, Measure, number_order
from forum.policies import Policy
from forum.store.once import Once

KIND = "own-dates"
TURN = "month"
# What is done, or struck out of the plan, has no day ahead.
OVER = (Completion.COMPLETE, Completion.WITHDRAWN)
# A month's message looks as far as the middle of the next one, so that nothing comes due days after it is said first.
INTO_NEXT = 15


@dataclass
class Near:
    """What one person answers for, and a day of which comes near; ``body`` is theirs."""

    body: int
    rows: list[Measure | Milestone] = field(default_factory=list)


_NEAR = Once[dict[int, Near]](Measure, Milestone, plan.Responsibility, Person)


def near(session: Session, forum: str, *, day: date) -> dict[int, Near]:
    """By person, the measures and milestones whose own day comes between this day and the middle of the next month. A
    deadline that the plan words vaguely has no day, and none is guessed."""
    return _NEAR.of(session, (forum, day), lambda: _near(session, forum, day))


def _near(session: Session, forum: str, day: date) -> dict[int, Near]:
    until = (day.replace(day=1) + timedelta(days=32)).replace(day=INTO_NEXT)
    rows: list[Measure | Milestone] = [*_measures(session, forum, day, until), *_milestones(session, forum, day, until)]
    if not rows:
        return {}
    leads = plan.parties(session, forum, {_measure(row) for row in rows})
    bodies = {body for parties in leads.values() for body in parties[plan.Duty.LEAD]}
    asking = Asking(session, forum, day=day, bodies=bodies)
    found: dict[int, Near] = {}
    for row in sorted(rows, key=lambda row: (row.due_on or day, number_order(row.number))):
        for body in leads[_measure(row)][plan.Duty.LEAD]:
            for person in asking.about(_measure(row), body):
                found.setdefault(person.id, Near(body)).rows.append(row)
    return found


def _measure(row: Measure | Milestone) -> int:
    return row.measure_id if isinstance(row, Milestone) else row.id


def _measures(session: Session, forum: str, day: date, until: date) -> Sequence[Measure]:
    due = select(Measure).where(Measure.forum == forum, Measure.due_on.between(day, until))
    return session.scalars(due.where(_ahead(Measure), recommendations.asked_about(duty=True))).all()


def _milestones(session: Session, forum: str, day: date, until: date) -> Sequence[Milestone]:
    due = select(Milestone).where(Milestone.forum == forum, Milestone.due_on.between(day, until))
    living = due.join(Measure, Measure.id == Milestone.measure_id).where(_ahead(Milestone), _ahead(Measure))
    return session.scalars(living).all()


def _ahead(noun: type[Measure | Milestone]) -> ColumnElement[bool]:
    """It is there, and not over."""
    return and_(noun.gone_at.is_(None), or_(noun.completion.is_(None), noun.completion.not_in(OVER)))


@dataclass(frozen=True)
class Split:
    """Of some people, whom to ``tell`` apart, and who was told in this month within a round's reminder (``said``); the
    others are still to be reminded by a round, and wait for that."""

    tell: list[int]
    said: list[int]


def split(found: Mapping[int, Near], owed: Iterable[Owed], *, day: date, policy: Policy) -> Split:
    """By what the rounds remind of within this day's month."""
    days: dict[int, date] = {}
    for one in owed:
        for step in ladder_days.of(policy.ladders.get(one.round.kind, ()), one.term, workdays=policy.workdays):
            if (step.comes_on.year, step.comes_on.month) == (day.year, day.month):
                for person in one.askers:
                    days[person.id] = min(step.comes_on, days.get(person.id, step.comes_on))
    said = [number for number in found if number in days and days[number] <= day]
    return Split([number for number in found if number not in days], said)


def tick(session: Session, forum: str, *, now: datetime, policy: Policy) -> None:
    """Tell this month of what comes near; asked once a day is enough."""
    day = policy.day(now)
    found = near(session, forum, day=day)
    ways = enrolment.ways(session, forum, people=found.keys()) if found else {}
    mine = {number: one for number, one in found.items() if number in ways}
    if not mine:
        return
    owed = awaited.owed(session, forum, day=day, bodies={one.body for one in mine.values()})
    parts = split(mine, owed, day=day, policy=policy)
    occurrences.take_all(session, forum, [_turn(number, day) for number in parts.said], now=now)
    turns = occurrences.take_all(session, forum, [_turn(number, day) for number in parts.tell], now=now)
    for turn in sorted(turns, key=lambda turn: turn.member):
        outbox.put(
            session,
            forum,
            to=outbox.To(person_id=turn.member),
            kind=KIND,
            dedupe=f"{KIND}/{turn.member}/{turn.local_date}",
            now=now,
            send_from=policy.hours.next_open(now, policy.workdays),
        )


def taken(session: Session, forum: str) -> set[Turn]:
    """The turns of this schedule that were taken."""
    return occurrences.taken(session, forum, [KIND])


def _turn(person_id: int, day: date) -> Turn:
    return Turn(KIND, day.replace(day=1), TURN, person_id)


@dataclass
class DatesWalk:
    """Foresees from a moment on, day by day as the ticks go; ``had``: the turns taken by then."""

    session: Session
    forum: str
    since: datetime
    policy: Policy
    had: set[Turn]

    def sent(self, day: date, owed: Collection[Owed]) -> list[tuple[date, Person, Near]]:
        """Who would be told of what on which day, by what is decided on this one."""
        found = near(self.session, self.forum, day=day)
        parts = split(found, owed, day=day, policy=self.policy)
        told = [number for number in parts.tell if _turn(number, day) not in self.had]
        self.had |= {_turn(number, day) for number in (*told, *parts.said)}
        moment = max(self.since, datetime.combine(day, time.min, self.policy.hours.zone))
        opens = self.policy.day(self.policy.hours.next_open(moment, self.policy.workdays))
        return [(opens, self.session.get_one(Person, number), found[number]) for number in told]
