"""Announcing: everyone is told of a meeting once, and once of each change, by a coordinator's word."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from forum import attending, audience, journal, meetings, outbox
from forum.meetings import Attendance, Meeting, MeetingState, Presence
from forum.outbox import To
from forum.people import Person
from forum.policies import Policy
from forum.store.base import Values

NOTICE, MOVED, CANCELLED, SENT = "meeting-notice", "meeting-moved", "meeting-cancelled", "meeting-sent"

# What the coordinator is told afterwards waits for the messages themselves.
REPORT_AFTER = timedelta(minutes=15)


def announce(session: Session, meeting: Meeting, *, by: Person, now: datetime, policy: Policy) -> None:
    """A coordinator said yes to how the meeting stands: everyone is told of it; of a change, those who were told
    before. Where nothing has changed, nobody is."""
    was, meeting.told = meeting.told, meetings.standing(meeting)
    meeting.asked = meeting.told
    if was == meeting.told:
        return
    if not meeting.off:
        meeting.state = MeetingState.ANNOUNCED
    if was:
        meeting.sequence += 1
        _tell_change(session, meeting, was, now=now, policy=policy)
    meetings.write(session, meeting, now=now)
    invite(session, meeting, now=now, policy=policy)
    _report(session, meeting, by, now=now, policy=policy)
    _note(session, meeting, "meeting.announced", by, before=was, now=now)


def keep_quiet(session: Session, meeting: Meeting, *, by: Person, now: datetime) -> None:
    """A coordinator said that nobody is to be told: of a new meeting nothing is said ever; a change of one that was
    told of counts from now on as if it had always been so."""
    was, meeting.asked = meeting.told, meetings.standing(meeting)
    if was:
        meeting.told = meeting.asked
    _note(session, meeting, "meeting.kept_quiet", by, before=was, now=now)


def cancel(session: Session, meeting: Meeting, *, by: Person, now: datetime, policy: Policy) -> None:
    """It will not take place, and everyone who was told of it hears so; a draft is simply put away."""
    if meeting.draft:
        meeting.gone_at = now
        return
    meeting.state = MeetingState.CANCELLED
    announce(session, meeting, by=by, now=now, policy=policy)


def invite(session: Session, meeting: Meeting, *, now: datetime, policy: Policy) -> list[Attendance]:
    """A notice to each person of the audience who has none yet, whenever they came to the forum."""
    if not meeting.ahead(now) or meeting.told != meetings.standing(meeting):
        return []
    known = {row.person_id for row in meetings.attendances(session, meeting)}
    reached = audience.of(session, meeting, now=now, policy=policy).reached
    invited = [_attendance(session, meeting, person) for person in reached if person.id not in known]
    for row in invited:
        _tell(session, meeting, row, NOTICE, {}, now=now, policy=policy)
    return invited


def owed_again(meeting: Meeting, was: Values) -> bool:
    """Whether people must be asked anew, because their answer was to something else."""
    return (was["starts_at"], was["ends_at"]) != (
        meeting.told["starts_at"],
        meeting.told["ends_at"],
    ) or was["off"]


def _attendance(session: Session, meeting: Meeting, person: Person) -> Attendance:
    row = Attendance(forum=meeting.forum, meeting_id=meeting.id, person_id=person.id, key=str(uuid.uuid4()))
    session.add(row)
    session.flush()
    return row


def _tell_change(session: Session, meeting: Meeting, was: Values, *, now: datetime, policy: Policy) -> None:
    rows = meetings.attendances(session, meeting)
    if not meeting.off:
        _ask_anew(session, meeting, rows, was, now=now)
    for row in rows:
        if session.get_one(Person, row.person_id).serves_on(policy.day(now)):
            _tell(session, meeting, row, CANCELLED if meeting.off else MOVED, {"was": was}, now=now, policy=policy)


def _ask_anew(session: Session, meeting: Meeting, rows: Iterable[Attendance], was: Values, *, now: datetime) -> None:
    """Answers that were to something else count no more, here and on the workspace; what they were is remembered."""
    everyone = owed_again(meeting, was)
    if everyone:
        meeting.asks_from = meeting.sequence
    ways: set[Presence] = set(meetings.offered(meeting)) | {Presence.ABSENT, Presence.DEPUTY}
    for row in rows:
        if row.answer is not None and (everyone or row.answer not in ways):
            row.earlier, row.answer, row.deputy = row.answer, None, ""
            attending.write(session, row, now=now)


def _tell(
    session: Session, meeting: Meeting, row: Attendance, kind: str, values: Values, *, now: datetime, policy: Policy
) -> None:
    outbox.put(
        session,
        meeting.forum,
        to=To(person_id=row.person_id),
        kind=kind,
        values={**values, "attendance": row.id},
        dedupe=f"{kind}/{meeting.id}/{meeting.sequence}/{row.person_id}",
        now=now,
        send_from=policy.hours.next_open(now, policy.workdays),
    )


def _report(session: Session, meeting: Meeting, by: Person, *, now: datetime, policy: Policy) -> None:
    """To the coordinator who said yes: how many it went to, and who could not be reached."""
    outbox.put(
        session,
        meeting.forum,
        to=To(person_id=by.id),
        kind=SENT,
        values={"meeting": meeting.id, "sequence": meeting.sequence},
        dedupe=f"{SENT}/{meeting.id}/{meeting.sequence}",
        now=now,
        send_from=policy.hours.next_open(now, policy.workdays) + REPORT_AFTER,
    )


def _note(session: Session, meeting: Meeting, action: str, by: Person, *, before: Values, now: datetime) -> None:
    journal.note(
        session,
        meeting.forum,
        at=now,
        actor=f"person:{by.id}",
        side="forum",
        action=action,
        noun="meeting",
        noun_id=meeting.id,
        before=before,
        after=meeting.asked,
    )
