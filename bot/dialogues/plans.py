"""The plan: anyone may ask how it stands."""

from __future__ import annotations

from bot.dialogues.scene import Commanding, Scene
from bot.heard import Commanded
from forum import plan


def _shown(scene: Scene, heard: Commanded) -> None:
    """A picture of each plan that is alive: two may be."""
    alive = plan.alive(scene.session, scene.forum, day=scene.at.day)
    for one in alive:
        scene.say("board", plan=one.id)
    if not alive:
        scene.say("no-plan")


COMMANDS: dict[str, Commanding] = {"plans": _shown, "plan": _shown}
