"""Planning: the questions by which a meeting takes shape, one at a time, and what is made of the answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from bot.dialogues.coordinating import await_text
from bot.dialogues.scene import Scene
from bot.heard import Said
from forum import conversations, meetings
from forum.conversations import Conversation
from forum.meetings import Meeting
from forum.store.base import Values
from words import moments
from words.moments import Problem

TOPIC = "meeting"
ASKED = dict.fromkeys(("meeting-subject", "meeting-ask"), TOPIC)
# What is said once a question is answered.
NEXT = (*ASKED, "meeting-draft", "meeting-confirm-move")
# In this order a new meeting is asked about.
STEPS = ("title", "when", "until", "where", "agenda")
# A line of text on a SharePoint list has at most 255 signs.
LONGEST = 255
LINK = re.compile(r"https?://[^\s<>\"]+")
AROUND = " \t\n,;–-"


def begin(scene: Scene, subject: str) -> None:
    """A new meeting: its subject may stand beside the command."""
    if subject.strip():
        _titled(scene, subject)
        return
    await_text(scene, TOPIC, "title", {})
    scene.say("meeting-subject")


def ask(scene: Scene, meeting: Meeting, step: str, *, fixing: bool = False) -> None:
    """Ask about one thing; ``fixing``: nothing else is asked after it."""
    await_text(scene, TOPIC, step, {"meeting": meeting.id, "fixing": fixing})
    scene.say("meeting-ask", meeting=meeting.id, step=step)


def skip(scene: Scene, meeting: Meeting, step: str) -> None:
    """It has none."""
    if step == "where":
        meeting.place = meeting.link = ""
    else:
        meeting.agenda = ""
    _onward(scene, meeting, step, fixing=_fixing(scene))


def lasts(scene: Scene, meeting: Meeting, length: timedelta) -> None:
    """So long, by a button."""
    if meeting.starts_at is not None:
        meeting.ends_at = meeting.starts_at + length
        _onward(scene, meeting, "until", fixing=_fixing(scene))


def answered(scene: Scene, asked: Conversation, heard: Said) -> None:
    """A text that answers the question asked last; one that cannot be understood leaves it open."""
    if not scene.coordinators:
        conversations.end(scene.session, asked)
        return
    meeting = meetings.of(scene.session, scene.forum, asked.values.get("meeting", 0))
    if meeting is None:
        _titled(scene, heard.text)
        return
    given = READ[asked.step](scene, meeting, heard.text)
    if given is None:
        return
    if meeting.draft:
        for name, value in given.items():
            setattr(meeting, name, value)
        _onward(scene, meeting, asked.step, fixing=asked.values["fixing"])
    else:
        _change(scene, meeting, given)


def _titled(scene: Scene, text: str) -> None:
    title = " ".join(text.split())
    if len(title) > LONGEST:
        await_text(scene, TOPIC, "title", {})
        scene.say("meeting-subject-long", most=LONGEST)
        return
    ask(scene, meetings.begin(scene.session, scene.forum, title), "when")


def _onward(scene: Scene, meeting: Meeting, step: str, *, fixing: bool) -> None:
    """The next question, or how the notice would read."""
    later = [] if fixing else STEPS[STEPS.index(step) + 1 :]
    for one in later:
        if not (one == "until" and meeting.end):
            ask(scene, meeting, one)
            return
    conversations.leave(scene.session, scene.forum, scene.person_ids)
    scene.say("meeting-draft", meeting=meeting.id)


def _change(scene: Scene, meeting: Meeting, given: Values) -> None:
    """Of what was announced nothing is changed before the coordinator has seen who hears of it."""
    conversations.leave(scene.session, scene.forum, scene.person_ids)
    stands = meetings.standing(meeting)
    becomes = stands | {
        name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in given.items()
    }
    scene.say("meeting-confirm-move", meeting=meeting.id, becomes=becomes, stood=meetings.fingerprint(meeting))


def _title(scene: Scene, meeting: Meeting, text: str) -> Values | None:
    title = " ".join(text.split())
    if len(title) > LONGEST:
        scene.say("meeting-subject-long", most=LONGEST)
        return None
    return {"title": title}


def _when(scene: Scene, meeting: Meeting, text: str) -> Values | None:
    """A new time keeps the length that the meeting had."""
    found = moments.parse_moment(text, now=scene.at.now, zone=scene.policy.hours.zone)
    if isinstance(found, Problem):
        _unclear(scene, found)
        return None
    lasted = meeting.end - meeting.starts_at if meeting.end and meeting.starts_at else None
    return {"starts_at": found.starts, "ends_at": found.ends or (found.starts + lasted if lasted else None)}


def _until(scene: Scene, meeting: Meeting, text: str) -> Values | None:
    """An hour on the day of the beginning."""
    begins = (meeting.starts_at or scene.at.now).astimezone(scene.policy.hours.zone)
    found = moments.parse_moment(f"{begins:%d.%m.%Y.} {text}", now=scene.at.now, zone=scene.policy.hours.zone)
    if isinstance(found, Problem):
        _unclear(scene, found)
        return None
    ends = found.ends or found.starts
    if ends <= begins:
        _unclear(scene, Problem("end-first", {"text": text, "example": begins.isoformat()}))
        return None
    return {"ends_at": ends}


def _where(scene: Scene, meeting: Meeting, text: str) -> Values | None:
    """A link, a place, or both in one text."""
    link = LINK.search(text)
    place = " ".join(LINK.sub(" ", text).split()).strip(AROUND)
    return {"place": place[:LONGEST], "link": link[0].rstrip(".,;)")[:LONGEST] if link else ""}


def _agenda(scene: Scene, meeting: Meeting, text: str) -> Values | None:
    return {"agenda": text.strip()}


def _unclear(scene: Scene, problem: Problem) -> None:
    scene.say("meeting-unclear", problem=problem.kind, told=problem.values)


def _fixing(scene: Scene) -> bool:
    open_one = conversations.open_one(scene.session, scene.forum, scene.person_ids, now=scene.at.now)
    return bool(open_one and open_one.topic == TOPIC and open_one.values.get("fixing"))


READ: dict[str, Callable[[Scene, Meeting, str], Values | None]] = {
    "title": _title,
    "when": _when,
    "until": _until,
    "where": _where,
    "agenda": _agenda,
}
