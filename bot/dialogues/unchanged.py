"""Unchanged: what is on record is kept as the answer, in one tap; where it will be printed, its text is shown first."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues import askers, completing, reply
from bot.dialogues.scene import Pressing, Scene, Toast
from bot.heard import Pressed
from forum import standing
from forum.drafts import Awaits
from forum.plan import Completion
from forum.rounds import Round


def _pressed(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    found = askers.theirs(scene, press.subject)
    if isinstance(found, Toast):
        return found
    duty, person = found
    if duty.discharged_at is not None:
        return scene.toast("already-done")
    before = standing.on_record(scene.session, duty)
    if before is None:
        reply.ask_status(scene, duty, person, Awaits.STATUS)
    elif before.completion is Completion.NOT_STARTED and not before.obstacles:
        completing.ask_why(scene, duty, person)
    elif press.action == "unchanged" and scene.session.get_one(Round, duty.round_id).kind.duty:
        scene.say("unchanged-ask", obligation=duty.id)
    else:
        completing.keep(scene, duty, person)
    return None


def _cancelled(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """Nothing was kept; what else there is to do stands in place of the question."""
    scene.say("unchanged-not", edits=heard.ref, obligation=int(press.subject))
    return None


PRESSED: dict[str, Pressing] = {
    "unchanged": _pressed,
    "unchanged-yes": _pressed,
    "unchanged-no": _cancelled,
}
