"""Setting aside: a coordinator sees what could not be read, and has it read again or lets it go."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.coordinating import by_coordinators, for_coordinators
from bot.dialogues.one_by_one import Waiting
from bot.dialogues.scene import Commanding, Pressing, Scene, Toast
from bot.heard import Commanded, Pressed
from forum import unread
from forum.unread import Word

ASIDE = Waiting(
    kind="unread-one",
    up_to=lambda scene, number: unread.standing(scene.session, scene.forum, up_to=number),
    alone=lambda scene, number: unread.alone(scene.session, scene.forum, number),
)


def _listed(scene: Scene, heard: Commanded) -> None:
    scene.say(unread.CARD if unread.standing(scene.session, scene.forum) else "unread-none")


def _settle(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    word, rows = Word(press.action.removeprefix("unread-")), ASIDE.rows(scene, press)
    if not rows:
        return scene.toast("already-done")
    by = f"person:{scene.coordinators[0].id}"
    unread.settle(scene.session, rows, word, by=by, side="chat", now=scene.at.now, real=scene.at.real)
    scene.say("unread-settled", edits=heard.ref, word=word.value, count=len(rows))
    return None


PRESSED: dict[str, Pressing] = {
    **dict.fromkeys((f"unread-{word.value}" for word in Word), for_coordinators(_settle)),
    "unread-each": for_coordinators(ASIDE.each),
}
COMMANDS: dict[str, Commanding] = dict.fromkeys(("neizlasitas", "unread"), by_coordinators(_listed))
