"""Absence: «prom līdz 5. janvārim» is no answer; reminders wait until then, or go to whoever stands in."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.scene import Pressing, Scene, Toast
from bot.heard import Pressed, Said
from forum import absences
from words import absence
from words.moments import Problem


def said(scene: Scene, heard: Said) -> bool:
    """Whether the text tells of an absence; then it is kept, or asked for again where its day is not clear."""
    found = absence.last_day(heard.text.strip(), today=scene.at.day)
    if found is None:
        return False
    if isinstance(found, Problem):
        scene.say("absence-unclear", problem=found.kind, told=found.values)
    elif found - scene.at.day > absences.LONGEST:
        scene.say("absence-far", most=absences.LONGEST.days)
    else:
        for person in scene.people:
            absences.go(scene.session, person, found, side=scene.heard.channel, at=scene.at)
        scene.say("absence", until=found.isoformat())
    return True


def _back(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    here = [absences.back(scene.session, person, side=scene.heard.channel, at=scene.at) for person in scene.people]
    if not any(here):
        return scene.toast("already-done")
    scene.say("absence-over", edits=heard.ref)
    return None


PRESSED: dict[str, Pressing] = {"absence-back": _back}
