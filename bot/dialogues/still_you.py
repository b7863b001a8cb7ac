"""Still you?: a member says before a round that they still answer there, or who does now; that is a proposal to those
who run the forum, and changes nothing by itself."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.scene import Answering, Pressing, Scene, Toast
from bot.heard import Pressed, Said
from forum import conversations, still_you
from forum.conversations import Conversation
from forum.outbox import OutgoingMessage
from forum.people import Person

TOPIC = "still-you"


def _yes(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    scene.say("still-you-yes", edits=heard.ref)
    return None


def _other(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    conversations.ask(
        scene.session,
        scene.forum,
        person_id=scene.people[0].id,
        topic=TOPIC,
        step="who",
        values={"person": _asked(scene, press).id},
        now=scene.at.now,
    )
    scene.say("still-you-who")
    return None


def _asked(scene: Scene, press: Press) -> Person:
    """Who of this chat's people the message was to."""
    message = scene.session.get_one(OutgoingMessage, press.message_id)
    return next((one for one in scene.people if one.id == message.person_id), scene.people[0])


def _said(scene: Scene, asked: Conversation, heard: Said) -> None:
    """A name and an e-mail address, in any order; else it is asked for again."""
    text = " ".join(heard.text.split())
    address = still_you.ADDRESS.search(text)
    name = (text[: address.start()] + text[address.end() :]).strip(" ,;:()<>–-") if address else ""
    if address is None or not name or len(text) > still_you.LONGEST:
        scene.say("still-you-unclear")
        return
    person = next((one for one in scene.people if one.id == asked.values["person"]), scene.people[0])
    conversations.end(scene.session, asked)
    still_you.propose(scene.session, person, name=name, email=address[0], at=scene.at)
    scene.say("still-you-kept", name=name, email=address[0])


PRESSED: dict[str, Pressing] = {"still-yes": _yes, "still-other": _other}
ANSWERED: dict[str, Answering] = {TOPIC: _said}
ASKED: dict[str, str] = dict.fromkeys(("still-you-who", "still-you-unclear"), TOPIC)
