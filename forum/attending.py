"""Attending: what an invited person answers about a meeting, and who comes by now."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from sqlalchemy.orm import Session

from forum import echoing, journal, meetings, operations, outbox
from forum.meetings import Attendance, Meeting, Presence
from forum.outbox import To
from forum.people import Person
from forum.store.base import Values
from forum.times import At

KIND = "meeting-answered"

# What an answer is called in the list of who comes, apart from the way of coming.
WORDS = {
    Presence.ONLINE: "coming",
    Presence.ON_SITE: "coming",
    Presence.ABSENT: "absent",
    Presence.DEPUTY: "deputy",
}
# A line of text on a SharePoint list has at most 255 signs.
LONGEST_NAME = 255


def record(
    session: Session,
    attendance: Attendance,
    answer: Presence,
    *,
    at: At,
    echo: To,
    edits: str | None = None,
    values: Values | None = None,
    deputy: str = "",
) -> None:
    """Keep what a person answered; it is written to the workspace, and echoed (``edits``: in place of that message of
    ours; ``values``: further ones of the echo)."""
    attendance.answer, attendance.deputy, attendance.answered_at = answer, deputy, at.now
    attendance.version += 1
    session.flush()
    write(session, attendance, now=at.now, announces=echo_key(attendance))
    _echo(session, attendance, to=echo, values=values or {}, edits=edits, at=at)
    journal.note(
        session,
        attendance.forum,
        at=at.now,
        actor=f"person:{attendance.person_id}",
        side=echo.channel or "forum",
        action="attendance.answered",
        noun="attendance",
        noun_id=attendance.id,
        after={"answer": answer.value},
    )


def _echo(session: Session, attendance: Attendance, *, to: To, values: Values, edits: str | None, at: At) -> None:
    written = meetings.kept_there(session, attendance.forum, "attendance")
    outbox.put(
        session,
        attendance.forum,
        to=to,
        kind=KIND,
        values={**values, "attendance": attendance.id, "echoes": attendance.version},
        dedupe=echo_key(attendance),
        now=at.now,
        asked=True,
        edits=edits,
        hold_until=at.real + echoing.PATIENCE if written else None,
    )


def echo_key(attendance: Attendance, version: int | None = None) -> str:
    """The dedupe key of an answer's echo, which its workspace operation announces."""
    return f"meeting-answer/{attendance.id}/{attendance.version if version is None else version}"


def write(session: Session, attendance: Attendance, *, now: datetime, announces: str = "") -> None:
    """Let the person's row in the list of who comes say what they answered, where there is such a list."""
    if not meetings.kept_there(session, attendance.forum, "attendance"):
        return
    person = session.get_one(Person, attendance.person_id)
    meeting = session.get_one(Meeting, attendance.meeting_id)
    answer = attendance.answer
    operations.put(
        session,
        attendance.forum,
        noun="attendance",
        noun_id=attendance.id,
        row_key=attendance.key,
        values={
            "title": meeting.title,
            "meeting": meeting.id,
            "person": person.id,
            "institution": person.institution_id,
            "answer": WORDS[answer] if answer else None,
            "mode": answer.value if answer in (Presence.ONLINE, Presence.ON_SITE) else None,
            "substitute": attendance.deputy,
        },
        announces=announces,
        now=now,
    )


def counts(session: Session, meeting: Meeting) -> dict[str, int]:
    """How many come in which way, how many do not, and how many have not said (``silent``)."""
    found = Counter(row.answer.value if row.answer else "silent" for row in meetings.attendances(session, meeting))
    return {word: found[word] for word in (*Presence, "silent")}
