"""Convening: a coordinator calls a meeting step by step, announces, moves or cancels it, and sees who comes."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.buttons import Press
from bot.dialogues import planning
from bot.dialogues.coordinating import by_coordinators, for_coordinators
from bot.dialogues.scene import Answering, Commanding, Pressing, Scene, Toast
from bot.heard import Commanded, Pressed
from forum import announcing, conversations, in_chat, meetings
from forum.meetings import Meeting
from forum.outbox import OutgoingMessage
from forum.people import Person


def _begin(scene: Scene, heard: Commanded) -> None:
    planning.begin(scene, heard.rest)


def _list(scene: Scene, heard: Commanded) -> None:
    scene.say("meeting-list")


def _new(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    planning.begin(scene, "")
    return None


def _stop(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    conversations.leave(scene.session, scene.forum, scene.person_ids)
    scene.say("meeting-nothing", edits=heard.ref)
    return None


def _meeting(scene: Scene, press: Press) -> tuple[Meeting | None, str]:
    """The meeting that a button is about, and what else it says."""
    number, _, more = press.subject.partition("-")
    return meetings.of(scene.session, scene.forum, int(number)), more


def _show(kind: str) -> Pressing:
    """A button that shows the meeting in another way, in place."""

    def show(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
        meeting, _ = _meeting(scene, press)
        if meeting is None:
            return scene.toast("button-old")
        scene.say(kind, edits=heard.ref, meeting=meeting.id)
        return None

    return for_coordinators(show)


def _ask(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    meeting, step = _meeting(scene, press)
    if meeting is None or not (meeting.draft or meeting.ahead(scene.at.now)):
        return scene.toast("meeting-over")
    planning.ask(scene, meeting, step, fixing=True)
    return None


def _skip(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    meeting, step = _meeting(scene, press)
    if meeting is None or not meeting.draft:
        return scene.toast("button-old")
    planning.skip(scene, meeting, step)
    return None


def _length(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    meeting, minutes = _meeting(scene, press)
    if meeting is None or meeting.starts_at is None:
        return scene.toast("button-old")
    planning.lasts(scene, meeting, timedelta(minutes=int(minutes)))
    return None


def _drop(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    meeting, _ = _meeting(scene, press)
    if meeting is None or not meeting.draft or meeting.off:
        return scene.toast("already-done")
    conversations.leave(scene.session, scene.forum, scene.person_ids)
    announcing.cancel(scene.session, meeting, by=_by(scene), now=scene.at.now, policy=scene.policy)
    scene.say("meeting-card", edits=heard.ref, meeting=meeting.id)
    return None


def _announce(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """Only what the coordinator has seen is announced: where the meeting stands otherwise by now, it is shown anew."""
    meeting, stands = _meeting(scene, press)
    if meeting is None:
        return scene.toast("button-old")
    if meeting.told == meetings.standing(meeting):
        return scene.toast("already-done")
    if stands != meetings.fingerprint(meeting) or (not meeting.told and not meeting.ahead(scene.at.now)):
        return _anew(scene, heard, meeting)
    decision = "cancelled" if meeting.off else "changed" if meeting.told else "announced"
    announcing.announce(scene.session, meeting, by=_by(scene), now=scene.at.now, policy=scene.policy)
    _decided(scene, heard, meeting, decision)
    return None


def _quiet(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    meeting, stands = _meeting(scene, press)
    if meeting is None or stands != meetings.fingerprint(meeting):
        return scene.toast("button-old") if meeting is None else _anew(scene, heard, meeting)
    announcing.keep_quiet(scene.session, meeting, by=_by(scene), now=scene.at.now)
    _decided(scene, heard, meeting, "quiet")
    return None


def _cancel(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    meeting, stands = _meeting(scene, press)
    if meeting is None or meeting.off:
        return scene.toast("already-done")
    if stands != meetings.fingerprint(meeting):
        return _anew(scene, heard, meeting)
    announcing.cancel(scene.session, meeting, by=_by(scene), now=scene.at.now, policy=scene.policy)
    _decided(scene, heard, meeting, "cancelled")
    return None


def _move(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """The change that was asked about is made, and everyone who was told of the meeting hears of it."""
    meeting, _ = _meeting(scene, press)
    message = scene.session.get_one(OutgoingMessage, press.message_id)
    if meeting is None or "becomes" not in message.values or meeting.off:
        return scene.toast("button-old")
    if message.values["stood"] != meetings.fingerprint(meeting):
        return _anew(scene, heard, meeting)
    _set(meeting, message.values["becomes"])
    announcing.announce(scene.session, meeting, by=_by(scene), now=scene.at.now, policy=scene.policy)
    _decided(scene, heard, meeting, "changed")
    return None


def _set(meeting: Meeting, to: dict[str, str]) -> None:
    meeting.starts_at = datetime.fromisoformat(to["starts_at"])
    meeting.ends_at = datetime.fromisoformat(to["ends_at"]) if to["ends_at"] else None
    meeting.place, meeting.link = to["place"], to["link"]


def _anew(scene: Scene, heard: Pressed, meeting: Meeting) -> Toast:
    scene.say("meeting-card", edits=heard.ref, meeting=meeting.id)
    return scene.toast("meeting-changed")


def _decided(scene: Scene, heard: Pressed, meeting: Meeting, decision: str) -> None:
    scene.say("meeting-decided", edits=heard.ref, meeting=meeting.id, decision=decision)


def _by(scene: Scene) -> Person:
    return scene.coordinators[0]


def _while_asked(pressing: Pressing) -> Pressing:
    """A question that was followed by the next one is answered: its buttons change nothing any more."""

    def answer(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
        question = scene.session.get_one(OutgoingMessage, press.message_id)
        if question.kind in planning.ASKED and in_chat.followed(scene.session, question, planning.NEXT, by="meeting"):
            return scene.toast("meeting-answered")
        return pressing(scene, heard, press)

    return for_coordinators(answer)


PRESSED: dict[str, Pressing] = {
    "meet-new": for_coordinators(_new),
    "meet-stop": _while_asked(_stop),
    "meet-ask": for_coordinators(_ask),
    "meet-skip": _while_asked(_skip),
    "meet-length": _while_asked(_length),
    "meet-drop": _while_asked(_drop),
    "meet-tell": for_coordinators(_announce),
    "meet-quiet": for_coordinators(_quiet),
    "meet-cancel": for_coordinators(_cancel),
    "meet-move": for_coordinators(_move),
    "meet-card": _show("meeting-card"),
    "meet-fix": _show("meeting-fix"),
    "meet-off": _show("meeting-confirm-cancel"),
    "meet-who": _show("meeting-coming"),
}
COMMANDS: dict[str, Commanding] = {
    "sanaksme": by_coordinators(_begin),
    "meeting": by_coordinators(_begin),
    "sanaksmes": by_coordinators(_list),
    "meetings": by_coordinators(_list),
}
ANSWERED: dict[str, Answering] = {planning.TOPIC: planning.answered}
