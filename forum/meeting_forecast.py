"""Meeting forecast: the notices and nudges that would go out for the meetings that are known. Only looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import audience, enrolment, journal, meetings, occurrences, people
from forum.foreseen import Coming, Foreseen, body_code
from forum.meeting_nudges import NOT_COMING, RUNGS, leaves, reached, rungs_for
from forum.meetings import Attendance, Meeting
from forum.people import Person
from forum.policies import Policy

# The rung of a notice, beside those of ``forum.meeting_nudges``.
NOTICE = "notice"


@dataclass
class MeetingWalk:
    """Foresees from a moment on: what has not been sent by then. Of a moment gone by it is foreseen as if nobody had
    been nudged since."""

    session: Session
    forum: str
    since: datetime
    ahead: bool
    policy: Policy
    ways: set[int] = field(init=False)

    def __post_init__(self) -> None:
        self.ways = set(enrolment.ways(self.session, self.forum))

    def coming(self) -> list[Coming]:
        """What would be decided, by meeting and person."""
        rows = self.session.scalars(
            select(Meeting).where(Meeting.forum == self.forum, Meeting.gone_at.is_(None)).order_by(Meeting.id)
        )
        found = [one for meeting in rows if self._counts(meeting) for one in self._of(meeting)]
        eves: dict[int, list[date]] = defaultdict(list)
        for one in found:
            if one.message.rung == RUNGS[-1].name and not one.message.asked:
                eves[one.message.person].append(one.day)
        return [self._leaving(one, eves[one.message.person]) for one in found]

    def _leaving(self, one: Coming, eves: list[date]) -> Coming:
        """A reminder that leaves room for others, those of the day before."""
        if one.message.asked or one.message.rung in (NOTICE, RUNGS[-1].name):
            return one
        return replace(one, leaves=leaves(eves, today=one.day))

    def _counts(self, meeting: Meeting) -> bool:
        """Announced, or made on the site and neither called off nor kept quiet; a draft in a chat may never be."""
        if meeting.off or meeting.draft or meeting.starts_at is None or meeting.starts_at <= self.since:
            return False
        return bool(meeting.told) or not journal.has(self.session, meeting, "meeting.kept_quiet", noun="meeting")

    def _of(self, meeting: Meeting) -> Iterator[Coming]:
        invited = {row.person_id: row for row in meetings.attendances(self.session, meeting)}
        taken = occurrences.taken(self.session, self.forum, [f"meeting/{meeting.id}"]) if self.ahead else set()
        for person, begins in self._asked(meeting, invited):
            row = invited.get(person.id)
            if row is None or row.answer not in NOT_COMING:
                had = {turn.turn for turn in taken if turn.member == person.id}
                for day, on, rung in self._days(meeting, row, begins, had):
                    comes = rung != NOTICE and row is not None and row.answer is not None
                    message = replace(self._foreseen(meeting, person, on, rung), asked=comes)
                    if person.serves_on(day):
                        yield Coming(day, message, first=rung == NOTICE)

    def _asked(self, meeting: Meeting, invited: Collection[int]) -> list[tuple[Person, datetime]]:
        """Whom it concerns, each from the moment on at which they are invited: those who begin later, on that day."""
        found = {number: (self.session.get_one(Person, number), self.since) for number in invited}
        meets_on = self.policy.day(meeting.starts_at or self.since)
        later = [self._morning(day) for day in people.turning(self.session, self.forum) if day <= meets_on]
        for moment in (self.since, *(moment for moment in later if moment > self.since)):
            here = audience.of(self.session, meeting, now=moment, policy=self.policy)
            for person in (*here.reached, *here.missing):
                found.setdefault(person.id, (person, moment))
        return list(found.values())

    def _days(
        self, meeting: Meeting, row: Attendance | None, begins: datetime, had: set[str]
    ) -> Iterator[tuple[date, date, str]]:
        """The notice, where it has not gone out by then, and the nudges after it, until the meeting's day: each the day
        on which it is decided, and the one on which it comes."""
        today = self.policy.day(begins)
        told_on = self.policy.day(row.told_at) if row is not None and row.told_at is not None else None
        rungs = rungs_for(row.answer if row is not None else None)
        if told_on is None or not self.ahead:
            told_on = told_on or self._opens(begins)
            yield min(today, told_on), told_on, NOTICE
        meets_on = self.policy.day(meeting.starts_at or begins)
        for days in range((meets_on - today).days + 1):
            day = today + timedelta(days=days)
            rung = reached(meets_on, rungs, told_on=told_on, today=day, workdays=self.policy.workdays)
            if rung and day >= told_on and rung[0] not in had:
                had.add(rung[0])
                yield day, self._opens(max(begins, self._morning(day))), rung[0]

    def _morning(self, day: date) -> datetime:
        return datetime.combine(day, time.min, self.policy.hours.zone)

    def _opens(self, moment: datetime) -> date:
        return self.policy.day(self.policy.hours.next_open(moment, self.policy.workdays))

    def _foreseen(self, meeting: Meeting, person: Person, on: date, rung: str) -> Foreseen:
        return Foreseen(
            on=on,
            person=person.id,
            name=person.name,
            institution=body_code(self.session, person),
            rung=rung,
            meeting=meeting.title,
            on_a_yes=not meeting.told,
            reached=person.id in self.ways,
        )
