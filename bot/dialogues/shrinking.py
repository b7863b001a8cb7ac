"""Shrinking: a coordinator says whether rows that vanished from the workspace at once are given up, or waited for."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.coordinating import for_coordinators
from bot.dialogues.scene import Pressing, Scene, Toast
from bot.heard import Pressed
from forum import shrinks


def _decided(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    shrink, by = int(press.subject), scene.coordinators[0].id
    believe = press.action == "shrink-believe"
    if not shrinks.decide(scene.session, scene.forum, shrink, believe=believe, person_id=by, now=scene.at.now):
        return scene.toast("already-done")
    scene.say("shrink-settled", edits=heard.ref, shrink=shrink)
    return None


PRESSED: dict[str, Pressing] = dict.fromkeys(("shrink-believe", "shrink-wait"), for_coordinators(_decided))
