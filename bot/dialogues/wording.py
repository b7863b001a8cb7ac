"""Wording: from a measure's worksheet a coordinator writes what the public is to read of an answer, in English too."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.coordinating import await_text, for_coordinators
from bot.dialogues.scene import Answering, Pressing, Scene, Toast
from bot.heard import Pressed, Said
from forum import conversations, publication_texts
from forum.conversations import Conversation
from forum.replies import Reply

TOPIC = "wording"
# What a text that is awaited will be, by the button that asked for it.
STEPS = {"wording": "publish_text", "wording-english": "text_en"}


def _begin(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    reply, version = _reply(scene, str(press.subject))
    if reply is None:
        return scene.toast("button-old")
    _ask(scene, reply, version, STEPS[press.action])
    return None


def _reply(scene: Scene, subject: str) -> tuple[Reply | None, int]:
    """The answer that a button is about (``reply-version``), and which version of it was shown."""
    number, _, version = subject.partition("-")
    reply = scene.session.get(Reply, int(number))
    return (reply if reply is not None and reply.forum == scene.forum else None), int(version)


def _ask(scene: Scene, reply: Reply, version: int, step: str, *, since: bool = False) -> None:
    turn = publication_texts.turn(scene.session, reply)
    await_text(scene, TOPIC, step, {"reply": reply.id, "version": version, "turn": turn})
    scene.say("wording-ask", reply=reply.id, version=version, english=step == "text_en", since=since)


def _said(scene: Scene, asked: Conversation, heard: Said) -> None:
    """Nobody's wording is written over unseen: one that came since is shown, and the question asked again."""
    reply, version = _reply(scene, f"{asked.values['reply']}-{asked.values['version']}")
    if reply is None or not scene.coordinators:
        conversations.end(scene.session, asked)
        scene.say("excuse-settled")
    elif asked.values["turn"] != publication_texts.turn(scene.session, reply):
        _ask(scene, reply, version, asked.step, since=True)
    else:
        conversations.end(scene.session, asked)
        said = {asked.step: heard.text.strip(), "version": version}
        publication_texts.write(scene.session, reply, said, by=scene.coordinators[0], at=scene.at)
        scene.say("wording-kept", reply=reply.id, version=version)


def _removed(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """The words as given are for the public again."""
    reply, version = _reply(scene, str(press.subject))
    if reply is None:
        return scene.toast("button-old")
    nothing = {"publish_text": "", "text_en": ""}
    if publication_texts.write(scene.session, reply, nothing, by=scene.coordinators[0], at=scene.at) is None:
        return scene.toast("already-done")
    scene.say("wording-removed", edits=heard.ref, reply=reply.id, version=version)
    return None


PRESSED: dict[str, Pressing] = {
    **dict.fromkeys(STEPS, for_coordinators(_begin)),
    "wording-remove": for_coordinators(_removed),
}
ANSWERED: dict[str, Answering] = {TOPIC: _said}
ASKED: dict[str, str] = {"wording-ask": TOPIC}
