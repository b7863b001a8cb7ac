"""Briefs about meetings, for those who are invited: what stands now, and what they answered."""

from __future__ import annotations

from datetime import datetime

from forum import announcing, attending, meetings, operations
from forum.briefs.asked import Asked, Brief
from forum.meeting_nudges import NOT_COMING, NUDGE
from forum.meetings import Attendance, Meeting
from forum.store.base import Values


def facts(meeting: Meeting, asked: Asked) -> Values:
    """A meeting as messages and calendar files speak of it; ``days`` until then, in local dates."""
    starts_at = meeting.starts_at
    return {
        "meeting": meeting.id,
        "uid": meeting.uid,
        "sequence": meeting.sequence,
        "title": meeting.title,
        "starts_at": starts_at,
        "ends_at": meeting.end,
        "place": meeting.place,
        "link": meeting.link,
        "agenda": meeting.agenda,
        "off": meeting.off,
        "offered": [way.value for way in meetings.offered(meeting)],
        "days": (asked.policy.day(starts_at) - asked.at.day).days if starts_at else None,
        "at": asked.at.now,
        "filed": False,
    }


def was(kept: Values) -> Values:
    """How a meeting stood before, as it was kept."""
    moments = {name: kept[name] and datetime.fromisoformat(kept[name]) for name in ("starts_at", "ends_at")}
    return {**kept, **moments}


def _part(asked: Asked) -> tuple[Attendance, Meeting] | None:
    """Whose part in which meeting a message is about; None where the person serves no more."""
    row = asked.session.get(Attendance, asked.message.values["attendance"])
    if row is None or asked.person is None or not asked.person.serves_on(asked.at.day):
        return None
    return row, asked.session.get_one(Meeting, row.meeting_id)


def _tells(asked: Asked, row: Attendance, meeting: Meeting) -> bool:
    """Whether this message is the one that tells a person how the meeting stands; then it is remembered that it did.

    Whatever is sent first says all; what was to say the same, or less, has nothing left to say.
    """
    if row.told_sequence == meeting.sequence and asked.message.values.get("sequence") != meeting.sequence:
        return False
    row.told_sequence, row.told_at = meeting.sequence, asked.at.now
    asked.message.values = {**asked.message.values, "sequence": meeting.sequence}
    return True


def _own(row: Attendance) -> Values:
    return {
        "attendance": row.id,
        "answer": row.answer and row.answer.value,
        "earlier": row.earlier and row.earlier.value,
        "deputy": row.deputy,
    }


def _notice(asked: Asked) -> Values | None:
    """The first word of a meeting: how it stands by now."""
    part = _part(asked)
    if part is None or not part[1].ahead(asked.at.now) or not _tells(asked, *part):
        return None
    row, meeting = part
    return {**facts(meeting, asked), **_own(row), "filed": True}


def _moved(asked: Asked) -> Values | None:
    """A change, for those who were told before it."""
    part = _part(asked)
    if part is None or part[0].told_sequence is None:
        return None
    said = _notice(asked)
    return said and {**said, "was": was(asked.message.values["was"])}


def _cancelled(asked: Asked) -> Values | None:
    part = _part(asked)
    if part is None or part[0].told_sequence is None or not part[1].off or not _tells(asked, *part):
        return None
    row, meeting = part
    return {**facts(meeting, asked), **_own(row), "filed": True, "was": was(asked.message.values["was"])}


def _nudge(asked: Asked) -> Values | None:
    """Only of what is still ahead and stands as it was told; nothing to those who do not come."""
    part = _part(asked)
    if part is None or not part[1].ahead(asked.at.now) or part[0].answer in NOT_COMING:
        return None
    row, meeting = part
    if asked.message.values["told"] != meeting.sequence or meeting.told != meetings.standing(meeting):
        return None
    asked.message.values = {**asked.message.values, "sequence": meeting.sequence}
    return {**facts(meeting, asked), **_own(row)}


def _answered(asked: Asked) -> Values | None:
    """What was answered, or (``asks``) the question again, in place of the message that was pressed."""
    row = asked.session.get(Attendance, asked.message.values["attendance"])
    if row is None:
        return None
    meeting = asked.session.get_one(Meeting, row.meeting_id)
    key = attending.echo_key(row, asked.message.values.get("echoes", row.version))
    asked.message.values = {**asked.message.values, "sequence": meeting.sequence}
    return {
        **facts(meeting, asked),
        **_own(row),
        "filed": asked.message.values.get("filed", False),
        "asks": asked.message.values.get("asks", False),
        "answered_at": row.answered_at,
        "written": not operations.unfinished(asked.session, asked.forum, key),
    }


BRIEFS: dict[str, Brief] = {
    announcing.NOTICE: _notice,
    announcing.MOVED: _moved,
    announcing.CANCELLED: _cancelled,
    NUDGE: _nudge,
    attending.KIND: _answered,
}
