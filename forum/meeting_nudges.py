"""Nudges before a meeting: whoever has not answered hears of it again a week and a day before, whoever comes the day
before; once each, and never of one that is off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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


def rungs_for(answer: Presence | None) -> tuple[Rung, ...]:
    """By what somebody answered (None: nothing yet): whoever said that they come needs no asking, and is reminded."""
    if answer in NOT_COMING:
        return ()
    return RUNGS if answer is None else RUNGS[-1:]


def reached(
    meets_on: date, rungs: tuple[Rung, ...] = RUNGS, *, told_on: date, today: date, workdays: Workdays
) -> tuple[str, date] | None:
    """The name and day of the latest rung whose day has come; None before the first, and for whom it is too soon.

    Days are local dates, so that no change of the clocks moves one. After a long silence only the latest counts.
    """
    last: tuple[Rung, date] | None = None
    for rung in rungs:
        day = _day(rung, meets_on, workdays)
        if day <= today:
            last = rung, day
    if last is None or _too_soon(*last, told_on):
        return None
    return last[0].name, last[1]


def days(meets_on: date, rungs: tuple[Rung, ...], *, told_on: date, workdays: Workdays) -> list[date]:
    """The days of these rungs, for whoever was told of the meeting on that day."""
    found = [(rung, _day(rung, meets_on, workdays)) for rung in rungs]
    return [day for rung, day in found if not _too_soon(rung, day, told_on)]


def leaves(eves: Iterable[date], *, today: date) -> int:
    """For how many of these reminders of the day before one of the week before leaves room in its month: of a month's
    few messages they are the most use."""
    return sum(day > today and (day.year, day.month) == (today.year, today.month) for day in eves)


def _eves(session: Session, told: Iterable[Meeting], *, now: datetime, policy: Policy) -> dict[int, list[date]]:
    """By person, the days of the last reminders of what they were invited to and have not answered."""
    found: dict[int, list[date]] = defaultdict(list)
    for meeting in told:
        meets_on = policy.day(meeting.starts_at or now)
        for row in meetings.attendances(session, meeting):
            if row.answer is None:
                told_on = policy.day(row.told_at or now)
                found[row.person_id] += days(meets_on, RUNGS[-1:], told_on=told_on, workdays=policy.workdays)
    return found


def _day(rung: Rung, meets_on: date, workdays: Workdays) -> date:
    return workdays.shift(meets_on - timedelta(days=rung.days - 1), -1)


def _too_soon(rung: Rung, day: date, told_on: date) -> bool:
    return told_on + timedelta(days=rung.rest) > day


def tick(session: Session, forum: str, *, now: datetime, policy: Policy, all_heard: bool = False) -> None:
    """Invite who came late, nudge who is due, and ask the coordinators about what was made or changed on the site.
    ``all_heard``: on this day all are invited and nudged already, and nobody has come since."""
    rows = session.scalars(
        select(Meeting).where(Meeting.forum == forum, Meeting.state != MeetingState.HELD).order_by(Meeting.id)
    ).all()
    told = [] if all_heard else [one for one in rows if one.told == meetings.standing(one) and one.ahead(now)]
    for meeting in told:
        announcing.invite(session, meeting, now=now, policy=policy)
    eves = _eves(session, told, now=now, policy=policy)
    for meeting in told:
        _nudge_all(session, meeting, eves, now=now, policy=policy)
    for meeting in rows:
        if meeting.told != meetings.standing(meeting) and asks(meeting, now=now):
            _ask(session, meeting, now=now, policy=policy)


def asks(meeting: Meeting, *, now: datetime) -> bool:
    """Whether coordinators are to be asked to tell of how it stands: made on the site and still to come, or changed
    there, and not asked about before. What is over concerns nobody any more."""
    stands = meetings.standing(meeting)
    if meeting.draft or stands in (meeting.told, meeting.asked):
        return False
    began = meeting.told.get("starts_at")
    return meeting.ahead(now) or (began is not None and datetime.fromisoformat(began) > now and not meeting.told["off"])


def _nudge_all(
    session: Session, meeting: Meeting, eves: Mapping[int, Sequence[date]], *, now: datetime, policy: Policy
) -> None:
    ways = enrolment.ways(session, meeting.forum)
    today, meets_on = policy.day(now), policy.day(meeting.starts_at or now)
    schedule = f"meeting/{meeting.id}"
    taken = occurrences.taken(session, meeting.forum, [schedule])
    for row in meetings.attendances(session, meeting):
        if row.told_at is None or row.person_id not in ways:
            continue
        told_on = policy.day(row.told_at)
        rung = reached(meets_on, rungs_for(row.answer), told_on=told_on, today=today, workdays=policy.workdays)
        turn = rung and Turn(schedule, rung[1], rung[0], row.person_id)
        if turn and turn not in taken and session.get_one(Person, row.person_id).serves_on(today):
            weight = {} if turn.turn == RUNGS[-1].name else {"leaves": leaves(eves[row.person_id], today=today)}
            _nudge(session, row, turn, {"own": True} if row.answer else weight, now=now, policy=policy)


def _nudge(session: Session, row: Attendance, turn: Turn, weight: Values, *, now: datetime, policy: Policy) -> None:
    """``weight``: as ``accounts.Wanted`` has it; to be reminded is what whoever comes has said yes to."""
    if not occurrences.take(session, row.forum, turn, now=now):
        return
    outbox.put(
        session,
        row.forum,
        to=To(person_id=row.person_id),
        kind=NUDGE,
        values={"attendance": row.id, "told": row.told_sequence, **weight},
        dedupe=f"{NUDGE}/{row.meeting_id}/{turn.local_date}/{turn.turn}/{row.person_id}",
        now=now,
        send_from=policy.hours.next_open(now, policy.workdays),
    )


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
