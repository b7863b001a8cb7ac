"""Agreeing: where a round asks for words alone one press says that all is right, of one measure or of all."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues import askers, completing, resting
from bot.dialogues.scene import Pressing, Scene, Toast
from bot.heard import Pressed
from forum import agreeing, answering, drafts


def _one(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    found = askers.theirs(scene, press.subject)
    if isinstance(found, Toast):
        return found
    duty, person = found
    if duty.discharged_at is not None or askers.tells_progress(scene, duty):
        return scene.toast("already-done")
    drafts.leave(scene.session, scene.forum, scene.person_ids, duty.id)
    completing.record(scene, duty, person, agreeing.agreed(channel=scene.heard.channel))
    return None


def _all(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """Of all that a reminder named and nobody has answered yet; one message says so."""
    mine = [one for one in resting.still_open(scene, press.message_id) if not one.round.kind.tells_progress]
    if not mine:
        return scene.toast("already-done")
    answer = agreeing.agreed(channel=scene.heard.channel)
    for one in mine:
        drafts.leave(scene.session, scene.forum, scene.person_ids, one.obligation.id)
        answering.record(scene.session, one.obligation, resting.person_of(scene, one), answer, at=scene.at)
    scene.say("agreed", obligations=[one.obligation.id for one in mine])
    return None


PRESSED: dict[str, Pressing] = {"agree": _one, "agree-all": _all}
