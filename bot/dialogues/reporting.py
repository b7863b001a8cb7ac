"""Reporting: a coordinator asks for the draft of the report, at any time."""

from __future__ import annotations

from bot.dialogues.coordinating import by_coordinators
from bot.dialogues.scene import Commanding, Scene
from bot.heard import Commanded
from forum import reports


def _drafted(scene: Scene, heard: Commanded) -> None:
    one = reports.latest(scene.session, scene.forum, day=scene.at.day)
    if one is None:
        scene.say("report-no-round")
    else:
        scene.say("report", round=one.id)


COMMANDS: dict[str, Commanding] = {"zinojums": by_coordinators(_drafted), "report": by_coordinators(_drafted)}
