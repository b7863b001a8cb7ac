"""Attending: whoever is invited to a meeting says how they come, or who comes in their place."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.scene import Answering, Pressing, Scene, Toast
from bot.heard import Pressed, Said
from forum import attending, conversations
from forum.conversations import Conversation
from forum.meetings import Attendance, Meeting, Presence
from forum.outbox import OutgoingMessage

TOPIC = "deputy"


def _attend(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    number, _, word = press.subject.partition("-")
    row = scene.session.get(Attendance, int(number))
    if row is None or row.person_id not in scene.person_ids:
        return scene.toast("not-yours")
    if not scene.session.get_one(Meeting, row.meeting_id).ahead(scene.at.now):
        return scene.toast("meeting-over")
    if word == "keep":
        return _kept(scene, heard)
    filed = _filed(scene, press)
    if word == "change":
        scene.say(attending.KIND, edits=heard.ref, attendance=row.id, asks=True, filed=filed)
    elif word == Presence.DEPUTY:
        _ask_deputy(scene, row)
    else:
        values = {"filed": filed}
        attending.record(
            scene.session, row, Presence(word), at=scene.at, echo=scene.here, edits=heard.ref, values=values
        )
        return scene.toast("meeting-noted")
    return None


def _filed(scene: Scene, press: Press) -> bool:
    """Whether the message that was pressed carries the calendar file, which it keeps when its words change."""
    message = scene.session.get_one(OutgoingMessage, press.message_id)
    told = ("meeting-notice", "meeting-moved", "meeting-cancelled")
    return message.kind in told or bool(message.values.get("filed"))


def _ask_deputy(scene: Scene, row: Attendance) -> None:
    conversations.ask(
        scene.session,
        scene.forum,
        person_id=row.person_id,
        topic=TOPIC,
        step="name",
        values={"attendance": row.id},
        now=scene.at.now,
    )
    scene.say("meeting-ask-deputy", attendance=row.id)


def _kept(scene: Scene, heard: Pressed) -> Toast | None:
    """Nobody is sent instead: what was answered before stands."""
    conversations.leave(scene.session, scene.forum, scene.person_ids)
    scene.say("meeting-nothing", edits=heard.ref)
    return None


def _named(scene: Scene, asked: Conversation, heard: Said) -> None:
    row = scene.session.get_one(Attendance, asked.values["attendance"])
    conversations.end(scene.session, asked)
    name = " ".join(heard.text.split())[: attending.LONGEST_NAME]
    attending.record(scene.session, row, Presence.DEPUTY, at=scene.at, echo=scene.here, deputy=name)


PRESSED: dict[str, Pressing] = {"attend": _attend}
ANSWERED: dict[str, Answering] = {TOPIC: _named}
ASKED: dict[str, str] = {"meeting-ask-deputy": TOPIC}
