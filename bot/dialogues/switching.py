"""Switching: a coordinator looks at what was found, lets the forum write to its members, pauses and resumes."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.coordinating import by_coordinators, for_coordinators
from bot.dialogues.scene import Commanding, Pressing, Scene, Toast
from bot.heard import Commanded, Pressed
from forum import deciding, forums, pausing, switching_on


def _overview(scene: Scene, heard: Commanded) -> None:
    scene.say("first-minutes")


def _ogp(scene: Scene, heard: Commanded) -> None:
    scene.say("ogp")


def _pausing(scene: Scene, heard: Commanded) -> None:
    if forums.of(scene.session, scene.forum).paused_at is None:
        scene.say("pause-ask")
    else:
        scene.say("paused")


def _pause(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """Everything stops; the other coordinators hear of it."""
    if not pausing.pause(scene.session, scene.forum, by=scene.coordinators[0], at=scene.at):
        return scene.toast("already-done")
    scene.say("paused", edits=heard.ref)
    switching_on.tell_others(scene.session, scene.coordinators[0], kind="paused-by", at=scene.at)
    return None


def _kept(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    scene.say("pause-not", edits=heard.ref)
    return None


def _resume(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """What follows is decided at once, so that it can be said."""
    by = scene.coordinators[0]
    waiting = deciding.resume(scene.session, scene.forum, by=by, at=scene.at, policy=scene.policy)
    if waiting is None:
        return scene.toast("already-done")
    first = waiting.first.isoformat() if waiting.first else None
    scene.say("resumed", edits=heard.ref, messages=waiting.messages, people=waiting.people, first=first)
    switching_on.tell_others(scene.session, by, kind="resumed-by", at=scene.at)
    return None


def _foreseen(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    scene.say("forecast")
    return None


def _later(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    scene.say("switch-later", edits=heard.ref)
    return None


PRESSED: dict[str, Pressing] = {
    "forum-pause": for_coordinators(_pause),
    "forum-keep": for_coordinators(_kept),
    "forum-resume": for_coordinators(_resume),
    "forum-forecast": for_coordinators(_foreseen),
    "forum-later": for_coordinators(_later),
}
COMMANDS: dict[str, Commanding] = {
    "sakums": by_coordinators(_overview),
    "overview": by_coordinators(_overview),
    "ogp": by_coordinators(_ogp),
    "pauze": by_coordinators(_pausing),
    "pause": by_coordinators(_pausing),
}
