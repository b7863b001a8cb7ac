"""The council: a coordinator takes the memorandum council's pack along, and records what it said, word for word."""

from __future__ import annotations

from datetime import date

from bot.buttons import Press
from bot.dialogues.coordinating import await_text, by_coordinators, for_coordinators
from bot.dialogues.scene import Answering, Commanding, Pressing, Scene, Toast
from bot.heard import Commanded, Pressed, Said
from forum import conversations, council, reports
from forum.conversations import Conversation
from forum.council import LONGEST_NUMBER, Opinion
from forum.rounds import Round
from forum.store.base import Values
from words.letters import reading

TOPIC = "council"


def _packed(scene: Scene, heard: Commanded) -> None:
    one = reports.latest(scene.session, scene.forum, day=scene.at.day)
    if one is None:
        scene.say("council-none")
    else:
        scene.say("council", round=one.id)


def _write(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    one = scene.session.get(Round, int(press.subject))
    if one is None or one.forum != scene.forum:
        return scene.toast("button-old")
    await_text(scene, TOPIC, "minutes", {"round": one.id})
    scene.say("council-ask-minutes", round=one.id)
    return None


def _said(scene: Scene, asked: Conversation, heard: Said) -> None:
    text, values = heard.text.strip(), dict(asked.values)
    if not scene.coordinators:
        conversations.end(scene.session, asked)
        scene.say("excuse-settled")
    elif asked.step == "minutes":
        _minutes(scene, values, text)
    else:
        conversations.end(scene.session, asked)
        said = council.Said(given_on=date.fromisoformat(values["on"]), minutes=values["number"], words=text)
        one = scene.session.get_one(Round, values["round"])
        row = council.record(scene.session, one, said, by=scene.coordinators[0], at=scene.at)
        scene.say("council-kept", opinion=row.id)


def _minutes(scene: Scene, values: Values, text: str) -> None:
    """The day and the number, in one message, as of a letter."""
    named = reading.read(text, today=scene.at.day)
    if named.on is None or not named.number or len(named.number) > LONGEST_NUMBER or named.on > scene.at.day:
        scene.say("council-ask-minutes-again")
        return
    known = {**values, "on": named.on.isoformat(), "number": named.number}
    await_text(scene, TOPIC, "words", known)
    scene.say("council-ask-words", **known)


def _undo(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    row = scene.session.get(Opinion, int(press.subject))
    if row is None or row.forum != scene.forum:
        return scene.toast("button-old")
    if not council.take_back(scene.session, row, by=scene.coordinators[0], at=scene.at):
        return scene.toast("already-done")
    scene.say("council-undone", edits=heard.ref, opinion=row.id)
    return None


PRESSED: dict[str, Pressing] = {
    "council-write": for_coordinators(_write),
    "council-undo": for_coordinators(_undo),
}
COMMANDS: dict[str, Commanding] = dict.fromkeys(("padome", "council"), by_coordinators(_packed))
ANSWERED: dict[str, Answering] = {TOPIC: _said}
ASKED: dict[str, str] = dict.fromkeys(("council-ask-minutes", "council-ask-minutes-again", "council-ask-words"), TOPIC)
