"""Forecast: whom the forum would write to unasked, and when, if nobody answered. Only looked at, never kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import (
    accounts,
    ahead,
    asking_partners,
    enrolment,
    gathering,
    handover,
    held,
    nudges,
    occurrences,
    outbox,
    own_dates,
    preferences,
    resting,
    still_you,
)
from forum.accounts import Accounts, Reader, Wanted
from forum.awaited import Owed
from forum.enrolment import Address
from forum.foreseen import Coming, Foreseen, body_code, in_order
from forum.handover_forecast import HandoverWalk
from forum.meeting_forecast import MeetingWalk
from forum.nudges import Nudge
from forum.occurrences import Turn
from forum.outbox import OutgoingMessage
from forum.own_dates import DatesWalk
from forum.people import Person
from forum.policies import Policy
from forum.rounds import Round
from forum.store.base import Values


@dataclass
class _Waiting:
    """A nudge decided and not sent yet: of these shares (round and due day), from this day on; ``weight``: of
    ``nudges.weight``; ``held``: it is held back."""

    shares: set[tuple[int, date]]
    rung: str
    opens: date
    weight: Values
    held: bool = False


def foresee(session: Session, forum: str, *, first: date, last: date, now: datetime, policy: Policy) -> list[Foreseen]:
    """What would be sent from ``first`` to ``last`` (local dates, both included) if all had joined and nobody answered
    from today on, by day and name: nudges of rounds, the plan's own dates, notices and nudges of meetings; and what the
    budget would hold back. Days gone by are rehearsed as if the forum had been switched on at their beginning. What
    coordinators are told of the forum itself is no part of it.
    """
    today = policy.day(now)
    begins = min(first, today)
    goes_on = first >= today
    since = now if goes_on else datetime.combine(first, time.min, policy.hours.zone)
    walk = _Walk(session, forum, now=since, policy=policy, goes_on=goes_on)
    meetings = MeetingWalk(session, forum, since=since, ahead=goes_on, policy=policy)
    partners = asking_partners.coming(session, forum, first=begins, last=last, since=since, policy=policy)
    letters = gathering.coming(session, forum, first=begins, last=last, since=since, policy=policy)
    for one in (*meetings.coming(), *partners, *letters):
        walk.coming[one.day].append(one)
    found: list[Foreseen] = []
    for days in range((last - begins).days + 1):
        found += walk.sent(begins + timedelta(days=days))
    return in_order(one for one in found if first <= one.on <= last)


@dataclass
class _Walk:
    """Goes through the days one by one, as the ticks do; ``goes_on``: from what the forum has decided so far."""

    session: Session
    forum: str
    now: datetime
    policy: Policy
    goes_on: bool
    ways: dict[int, Address] = field(init=False)
    readers: dict[int, Reader] = field(init=False)
    book: Accounts = field(init=False)
    heard: dict[int, date] = field(init=False)
    taken: set[Turn] = field(default_factory=set)
    waiting: dict[int, _Waiting] = field(default_factory=dict)
    coming: dict[date, list[Coming]] = field(default_factory=lambda: defaultdict(list))
    dates: DatesWalk = field(init=False)
    handing: HandoverWalk = field(init=False)

    def __post_init__(self) -> None:
        self.ways = enrolment.ways(self.session, self.forum)
        self.heard = still_you.heard(self.session, self.forum)
        self.readers = accounts.readers(self.session, self.forum)
        before = None if self.goes_on else self.now
        self.book = accounts.of(self.session, self.forum, self.readers, now=self.now, policy=self.policy, before=before)
        self.dates = DatesWalk(self.session, self.forum, self.now, self.policy, set())
        # Of days gone by nobody knows any more who had been told by then.
        successors = handover.untold(self.session, self.forum) if self.goes_on else {}
        self.handing = HandoverWalk(self.session, successors, self.ways.keys())
        if self.goes_on:
            self._take_over()

    def _take_over(self) -> None:
        """Begin with what the forum has decided so far."""
        everything = [f"round/{one}" for one in self.session.scalars(select(Round.id).where(Round.forum == self.forum))]
        self.taken |= occurrences.taken(self.session, self.forum, [*everything, still_you.SCHEDULE])
        self.dates.had |= own_dates.taken(self.session, self.forum)
        pending = select(OutgoingMessage).where(
            OutgoingMessage.forum == self.forum,
            OutgoingMessage.kind == nudges.KIND,
            OutgoingMessage.state == outbox.State.PENDING,
        )
        for row in (*self.session.scalars(pending), *held.waiting(self.session, self.forum)):
            if row.person_id is not None:
                shares = {(number, date.fromisoformat(due)) for number, due in row.values["shares"]}
                opens = self._opens(max(self.now, row.send_from))
                kept = row.state is outbox.State.HELD
                self.waiting[row.person_id] = _Waiting(shares, row.values["rung"], opens, row.values, kept)

    def sent(self, day: date) -> list[Foreseen]:
        """What would go out on this day, or be decided for a later one, or held back."""
        owed = ahead.owed_on(self.session, self.forum, day=day, since=self.now)
        asked = [Coming(day, one) for one in (*self._still(owed, day), *self._dated(owed, day))]
        older = [person for person, one in self.waiting.items() if one.held]
        decided = self._decide(owed, day) if owed else []
        opens = self._opens(self._morning(day))
        reminded = {person for person, one in self.waiting.items() if not one.held}
        passed = self.handing.told(day, owed, on=opens, reminded=reminded)
        told = [*self.coming.pop(day, ()), *asked, *passed]
        again = [person for person in older if person not in decided]
        fresh = [self._wanted(one) for one in told] + [self._nudge(person, opens) for person in decided]
        held_back = [self._nudge(person, opens) for person in again]
        if self.book.tight([*fresh, *held_back]):
            self.book.calls = accounts.calls(owed, self.readers, day=day, policy=self.policy)
        whys = [why or "" for why in self.book.settle(fresh, held_back)]
        found = [replace(one.message, held=why) for one, why in zip(told, whys, strict=False)]
        kept: list[Foreseen] = []
        for person, why in zip((*decided, *again), whys[len(told) :], strict=True):
            one = self.waiting[person]
            if why and not one.held and (said := self._foreseen(person, one, owed, opens)):
                kept.append(replace(said, held=why))
            one.held, one.opens = bool(why), one.opens if person in decided else opens
        return [*found, *self._together(kept), *self._nudged(owed, day)]

    def _wanted(self, one: Coming) -> Wanted:
        said = one.message
        return Wanted(
            reader=self._reader(said.person),
            on=said.on,
            key=(said.person, said.rung, said.meeting, one.day),
            beside=said.beside,
            first=one.first,
            leaves=one.leaves,
            own=said.asked,
        )

    def _nudge(self, person: int, on: date) -> Wanted:
        weight = self.waiting[person].weight
        return Wanted(
            reader=self._reader(person),
            on=on,
            key=nudges.KIND,
            first=bool(weight.get("first")),
            own=bool(weight.get("own")),
        )

    def _reader(self, person: int) -> Reader:
        return self.readers.get(person, accounts.nowhere(person))

    def _still(self, owed: list[Owed], day: date) -> list[Foreseen]:
        """Who would be asked whether they still answer; whoever is not there yet cannot have been silent."""
        asked = still_you.decide(owed, day=day, heard=self.heard, taken=self.taken, policy=self.policy)
        told = [one for one in asked if one.person.id in self.ways]
        self.taken |= {turn for one in told for turn in one.turns}
        on = self._opens(self._morning(day))
        return [self._said(one.person, still_you.KIND, on, owed, one.rounds) for one in told]

    def _said(self, who: Person, rung: str, on: date, owed: list[Owed], rounds: Collection[int]) -> Foreseen:
        """What is said to somebody about what is open in these rounds."""
        mine = [one for one in owed if one.asks(who.id) and one.round.id in rounds]
        return Foreseen(
            on=on,
            person=who.id,
            name=who.name,
            institution=body_code(self.session, who),
            rung=rung,
            numbers=tuple(dict.fromkeys(one.measure.number for one in mine)),
            reached=who.id in self.ways,
        )

    def _dated(self, owed: list[Owed], day: date) -> list[Foreseen]:
        """Of the plan's own dates."""
        return [
            Foreseen(
                on=on,
                person=person.id,
                name=person.name,
                institution=body_code(self.session, person),
                rung=own_dates.KIND,
                numbers=tuple(one.number for one in near.rows),
                own=True,
                reached=person.id in self.ways,
            )
            for on, person, near in self.dates.sent(day, owed)
        ]

    def _nudged(self, owed: list[Owed], day: date) -> list[Foreseen]:
        due = [person for person, one in self.waiting.items() if one.opens <= day and not one.held] if owed else []
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

    def _decide(self, owed: list[Owed], day: date) -> list[int]:
        """Whom the ladders remind on this day; each waits from now on, together with what waited for them."""
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
        for nudge in decided:
            self._keep(nudge, self._morning(day))
        return [nudge.person for nudge in decided]

    def _keep(self, nudge: Nudge, moment: datetime) -> None:
        older = self.waiting.get(nudge.person)
        shares = {(fact.round, fact.due_on) for fact in nudge.facts} | (older.shares if older else set())
        weight = nudges.weight(nudge, policy=self.policy)
        if older and older.weight.get("first"):
            weight["first"] = True
        self.taken |= set(nudge.turns)
        self.waiting[nudge.person] = _Waiting(shares, nudge.turns[-1].turn, self._opens(moment), weight)

    def _morning(self, day: date) -> datetime:
        return max(self.now, datetime.combine(day, time.min, self.policy.hours.zone))

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
            asked=bool(waiting.weight.get("own")),
            numbers=tuple(dict.fromkeys(one.measure.number for one in mine)),
            reached=person in self.ways,
        )
