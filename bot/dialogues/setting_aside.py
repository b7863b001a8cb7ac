"""Setting aside: a coordinator sees what could not be read, and has it read again or lets it go."""

from __future__ import annotations

from collections.abc import Sequence

from bot.buttons import Press
from bot.dialogues.coordinating import by_coordinators, for_coordinators
from bot.dialogues.scene import Commanding, Pressing, Scene, Toast
from bot.heard import Commanded, Pressed
from forum import unread
from forum.inbox import IncomingMessage
from forum.unread import Word

# So many are asked about one by one at once.
MOST = 10


def _listed(scene: Scene, heard: Commanded) -> None:
    scene.say(unread.CARD if unread.standing(scene.session, scene.forum) else "unread-none")


def _settle(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    word, rows = Word(press.action.removeprefix("unread-")), _rows(scene, press)
    if not rows:
        return scene.toast("already-done")
    by = f"person:{scene.coordinators[0].id}"
    unread.settle(scene.session, rows, word, by=by, side="chat", now=scene.at.now, real=scene.at.real)
    scene.say("unread-settled", edits=heard.ref, word=word.value, count=len(rows))
    return None


def _each(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    rows = _rows(scene, press)
    for row in rows[:MOST]:
        scene.say("unread-one", message=row.id)
    return None if rows else scene.toast("already-done")


def _rows(scene: Scene, press: Press) -> Sequence[IncomingMessage]:
    """Those that are aside still: of a card (``all-5``: none that came after the fifth), or one alone (``one-5``)."""
    which, _, number = str(press.subject).partition("-")
    if which == "one":
        return unread.alone(scene.session, scene.forum, int(number))
    return unread.standing(scene.session, scene.forum, up_to=int(number))


PRESSED: dict[str, Pressing] = {
    **dict.fromkeys((f"unread-{word.value}" for word in Word), for_coordinators(_settle)),
    "unread-each": for_coordinators(_each),
}
COMMANDS: dict[str, Commanding] = dict.fromkeys(("neizlasitas", "unread"), by_coordinators(_listed))
