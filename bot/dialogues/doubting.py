"""Doubting: a coordinator says of messages in doubt whether they go out again, have arrived, or are dropped."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.coordinating import for_coordinators
from bot.dialogues.one_by_one import Waiting
from bot.dialogues.scene import Pressing, Scene, Toast
from bot.heard import Pressed
from forum import doubts
from forum.doubts import Word

DOUBTS = Waiting(
    kind="doubt",
    up_to=lambda scene, number: doubts.standing(scene.session, scene.forum, number),
    alone=lambda scene, number: doubts.alone(scene.session, scene.forum, number),
)


def _settle(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    word, rows = Word(press.action.removeprefix("doubt-")), DOUBTS.rows(scene, press)
    if not rows:
        return scene.toast("already-done")
    doubts.settle(scene.session, rows, word, by=scene.coordinators[0], at=scene.at)
    scene.say("doubts-settled", edits=heard.ref, word=word.value, count=len(rows))
    return None


PRESSED: dict[str, Pressing] = {
    **dict.fromkeys((f"doubt-{word.value}" for word in Word), for_coordinators(_settle)),
    "doubt-each": for_coordinators(DOUBTS.each),
}
