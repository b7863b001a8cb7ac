"""Doubting: a coordinator says of messages in doubt whether they go out again, have arrived, or are dropped."""

from __future__ import annotations

from collections.abc import Sequence

from bot.buttons import Press
from bot.dialogues.coordinating import for_coordinators
from bot.dialogues.scene import Pressing, Scene, Toast
from bot.heard import Pressed
from forum import doubts
from forum.doubts import Word
from forum.outbox import OutgoingMessage

# So many are asked about one by one at once.
MOST = 10


def _settle(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    word = Word(press.action.removeprefix("doubt-"))
    rows = _rows(scene, press)
    if not rows:
        return scene.toast("already-done")
    doubts.settle(scene.session, rows, word, by=scene.coordinators[0], at=scene.at)
    scene.say("doubts-settled", edits=heard.ref, word=word.value, count=len(rows))
    return None


def _each(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    rows = _rows(scene, press)
    for row in rows[:MOST]:
        scene.say("doubt", message=row.id)
    return None if rows else scene.toast("already-done")


def _rows(scene: Scene, press: Press) -> Sequence[OutgoingMessage]:
    """Those that are in doubt still: of a card (``all-5``), or one alone (``one-5``)."""
    which, _, number = str(press.subject).partition("-")
    asked = doubts.alone if which == "one" else doubts.standing
    return asked(scene.session, scene.forum, int(number))


PRESSED: dict[str, Pressing] = {
    **dict.fromkeys((f"doubt-{word.value}" for word in Word), for_coordinators(_settle)),
    "doubt-each": for_coordinators(_each),
}
