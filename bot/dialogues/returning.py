"""Returning: a coordinator asks a body to complete its answer; the body completes it, or leaves it as it is."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.askers import theirs
from bot.dialogues.coordinating import await_text, for_coordinators
from bot.dialogues.scene import Answering, Pressing, Scene, Toast
from bot.heard import Pressed, Said
from forum import conversations, returning
from forum.conversations import Conversation
from forum.returning import Refused
from forum.rounds import Obligation

TOPIC = "return"


def _begin(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    duty = scene.session.get(Obligation, int(press.subject))
    if duty is None or duty.forum != scene.forum:
        return scene.toast("button-old")
    hindrance = returning.hindered(scene.session, duty, at=scene.at)
    if hindrance is not None:
        _refused(scene, duty, hindrance)
        return None
    await_text(scene, TOPIC, "words", {"obligation": duty.id})
    scene.say("return-ask", obligation=duty.id)
    return None


def _said(scene: Scene, asked: Conversation, heard: Said) -> None:
    conversations.end(scene.session, asked)
    duty = scene.session.get_one(Obligation, asked.values["obligation"])
    if not scene.coordinators:
        scene.say("excuse-settled")
        return
    words, by = heard.text.strip(), scene.coordinators[0]
    told = returning.send_back(scene.session, duty, words, by=by, at=scene.at, policy=scene.policy)
    if isinstance(told, Refused):
        _refused(scene, duty, told)
    else:
        scene.say("return-sent", obligation=duty.id, people=[one.id for one in told])


def _refused(scene: Scene, duty: Obligation, hindrance: Refused) -> None:
    scene.say("return-refused", obligation=duty.id, why=hindrance.value)


def _kept(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """The body leaves its answer as it is."""
    found = theirs(scene, press.subject, late=True)
    if isinstance(found, Toast):
        return found
    duty, person = found
    if not returning.keep(scene.session, duty, person, at=scene.at):
        return scene.toast("already-done")
    scene.say("return-stays", edits=heard.ref, obligation=duty.id)
    return None


PRESSED: dict[str, Pressing] = {"return": for_coordinators(_begin), "return-keep": _kept}
ANSWERED: dict[str, Answering] = {TOPIC: _said}
ASKED = {"return-ask": TOPIC}
