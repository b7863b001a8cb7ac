"""Calendars: what somebody's calendar answers to an invitation is their answer about the meeting."""

from __future__ import annotations

from sqlalchemy import select

from bot.email.parsing import Incoming
from bot.email.wire import NAME
from bot.reading import Reading
from forum import attending, enrolment, meetings
from forum.meetings import Attendance, Meeting, Presence
from forum.outbox import To
from words.calendar import answer


def answered(reading: Reading, mail: Incoming) -> bool:
    """Whether a mail is a calendar's answer about a meeting of ours, by a person who is invited; it is kept then.
    «Maybe» is no answer yet."""
    found = answer(mail.calendar)
    row = _part(reading, found.uid, mail.sender) if found else None
    if found is None or row is None:
        return False
    meeting = reading.session.get_one(Meeting, row.meeting_id)
    word = _presence(meeting, found.participation)
    if word is not None and meeting.ahead(reading.at.now):
        echo = To(person_id=row.person_id, channel=NAME, address=mail.sender)
        attending.record(reading.session, row, word, at=reading.at, echo=echo)
    return True


def _part(reading: Reading, uid: str, sender: str) -> Attendance | None:
    """The sender's own part in the meeting: what a calendar names as attendee is only its word."""
    here = enrolment.people_at(reading.session, reading.forum, channel=NAME, address=sender, day=reading.at.day)
    return reading.session.scalar(
        select(Attendance)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .where(
            Meeting.forum == reading.forum,
            Meeting.uid == uid,
            Attendance.person_id.in_([person.id for person in here]),
        )
        .limit(1)
    )


def _presence(meeting: Meeting, participation: str) -> Presence | None:
    if participation == "DECLINED":
        return Presence.ABSENT
    return meetings.offered(meeting)[0] if participation == "ACCEPTED" else None
