"""Nudges before a meeting: who hears of it again a week and a day before, once each, and never of one that is off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import announcing, enrolment, meetings, occurrences, outbox
from forum.meetings import Attendance, Meeting, MeetingState, Presence
from forum.occurrences import Turn
from forum.outbox import To
from forum.people import Person
from forum.policies import Policy
from forum.store.base import Values
from forum.workdays import Workdays

NUDGE, ON_SITE = "meeting-nudge", "meeting-on-site"

# Whoever answered so is left alone.
NOT_COMING = (Presence.ABSENT, Presence.DEPUTY)


@dataclass(frozen=True)
class Rung:
    """So many days before the meeting (on the last working day by then), for those who were told of it at least
    ``rest`` days earlier: whoever has just read it needs no nudge."""

    name: str
    days: int
    rest: int


RUNGS = (Rung("week", days=7, rest=3), Rung("day", days=1, rest=1))


def reached(meets_on: date, *, told_on: date, today: date, workdays: Workdays) -> tuple[str, date] | None:
    """The name and day of the latest rung whose day has come; None before the first, and for whom it is too soon.

    Days are local dates, so that no change of the clocks moves one. After a long silence only the latest counts.
    """
    last: tuple[Rung, date] | None = None
    for rung in RUNGS:
        day = _day(rung, meets_on, workdays)
        if day <= today:
            last = rung, day
    if last is None or _too_soon(*last, told_on):
        return None
    return last[0].name, last[1]


def days(meets_on: date, *, told_on: date, workdays: Workdays) -> list[date]:
    """The days of all rungs, for whoever was told of the meeting on that day."""
    found = [(rung, _day(rung, meets_on, workdays)) for rung in RUNGS]
    return [day for rung, day in found if not _too_soon(rung, day, told_on)]


def leaves(meets_on: date, *, today: date, workdays: Workdays) -> int:
    """How many later rungs still come in this day's month: of a month's few messages the last one is the most use."""
    ahead = (_day(rung, meets_on, workdays) for rung in RUNGS)
    return sum(day > today and (day.year, day.month) == (today.year, today.month) for day in ahead)


def _day(rung: Rung, meets_on: date, workdays: Workdays) -> date:
    return workdays.shift(meets_on - timedelta(days=rung.days - 1), -1)


def _too_soon(rung: Rung, day: date, told_on: date) -> bool:
    return told_on + timedelta(days=rung.rest) > day


def tick(session: Session, forum: str, *, now: datetime, policy: Policy, all_heard: bool = False) -> None:
    """Invite who came late, nudge who is due, and ask the coordinators about what was made or changed on the site.
    ``all_heard``: on this day all are invited and nudged already, and nobody has come since."""
    for meeting in session.scalars(
        select(Meeting).where(Meeting.forum == forum, Meeting.state != MeetingState.HELD).order_by(Meeting.id)
    ):
        if meeting.told == meetings.standing(meeting):
            if meeting.ahead(now) and not all_heard:
                announcing.invite(session, meeting, now=now, policy=policy)
                _nudge_all(session, meeting, now=now, policy=policy)
        elif asks(meeting, now=now):
            _ask(session, meeting, now=now, policy=policy)


def asks(meeting: Meeting, *, now: datetime) -> bool:
    """Whether coordinators are to be asked to tell of how it stands: made on the site and still to come, or changed
    there, and not asked about before. What is over concerns nobody any more."""
    stands = meetings.standing(meeting)
    if meeting.draft or stands in (meeting.told, meeting.asked):
        return False
    began = meeting.told.get("starts_at")
    return meeting.ahead(now) or (began is not None and datetime.fromisoformat(began) > now and not meeting.told["off"])


def _nudge_all(session: Session, meeting: Meeting, *, now: datetime, policy: Policy) -> None:
    ways = enrolment.ways(session, meeting.forum)
    today, meets_on = policy.day(now), policy.day(meeting.starts_at or now)
    schedule = f"meeting/{meeting.id}"
    taken = occurrences.taken(session, meeting.forum, [schedule])
    for row in meetings.attendances(session, meeting):
        if row.told_at is None or row.answer in NOT_COMING or row.person_id not in ways:
            continue
        told_on = policy.day(row.told_at)
        rung = reached(meets_on, told_on=told_on, today=today, workdays=policy.workdays)
        turn = rung and Turn(schedule, rung[1], rung[0], row.person_id)
        if turn and turn not in taken and session.get_one(Person, row.person_id).serves_on(today):
            _nudge(session, meeting, row, turn, now=now, policy=policy)


def _nudge(session: Session, meeting: Meeting, row: Attendance, turn: Turn, *, now: datetime, policy: Policy) -> None:
    if not occurrences.take(session, meeting.forum, turn, now=now):
        return
    outbox.put(
        session,
        meeting.forum,
        to=To(person_id=row.person_id),
        kind=NUDGE,
        values={"attendance": row.id, "told": row.told_sequence, **_leaves(meeting, now=now, policy=policy)},
        dedupe=f"{NUDGE}/{meeting.id}/{turn.local_date}/{turn.turn}/{row.person_id}",
        now=now,
        send_from=policy.hours.next_open(now, policy.workdays),
    )


def _leaves(meeting: Meeting, *, now: datetime, policy: Policy) -> Values:
    meets_on = policy.day(meeting.starts_at or now)
    count = leaves(meets_on, today=policy.day(now), workdays=policy.workdays)
    return {"leaves": count} if count else {}


def _ask(session: Session, meeting: Meeting, *, now: datetime, policy: Policy) -> None:
    """A card to every coordinator who can be reached, once for how the meeting stands; with none it waits."""
    asked = enrolment.coordinators(session, meeting.forum, day=policy.day(now))
    if not asked:
        return
    meeting.asked = meetings.standing(meeting)
    for person in asked:
        outbox.put(
            session,
            meeting.forum,
            to=To(person_id=person.id),
            kind=ON_SITE,
            values={"meeting": meeting.id, "stands": meetings.fingerprint(meeting)},
            dedupe=f"{ON_SITE}/{meeting.id}/{meetings.fingerprint(meeting)}/{now.isoformat()}/{person.id}",
            now=now,
            send_from=policy.hours.next_open(now, policy.workdays),
        )
