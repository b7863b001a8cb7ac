"""Disputing: which of two values stays is chosen in chat; so is whether many edits by one hand are answers."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.askers import asker
from bot.dialogues.coordinating import for_coordinators
from bot.dialogues.scene import Pressing, Scene, Toast
from bot.heard import Pressed
from forum import disputes, milestones, replies, settling_edits
from forum.disputes import Choice, Dispute
from forum.milestones import Milestone
from forum.people import Person

CHOICES = {"dispute-ours": Choice.OURS, "dispute-theirs": Choice.THEIRS}


def _chosen(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    dispute, by = _of(scene, press)
    if dispute is None or by is None:
        return scene.toast("not-yours" if dispute else "button-old")
    if not disputes.settle(scene.session, dispute, CHOICES[press.action], by=by, at=scene.at):
        return scene.toast("already-done")
    scene.say("conflict-settled", edits=heard.ref, dispute=dispute.id)
    return None


def _compared(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    dispute, by = _of(scene, press)
    if dispute is None or by is None:
        return scene.toast("not-yours" if dispute else "button-old")
    if not disputes.stands(scene.session, dispute):
        return scene.toast("already-done")
    scene.say("conflict-compare", dispute=dispute.id)
    return None


def _of(scene: Scene, press: Press) -> tuple[Dispute | None, Person | None]:
    """The dispute, and who of this chat may settle it: a coordinator, or whoever answers for what it is about."""
    dispute = scene.session.get(Dispute, int(press.subject))
    if dispute is None or dispute.forum != scene.forum:
        return None, None
    if scene.coordinators:
        return dispute, scene.coordinators[0]
    if dispute.noun == milestones.NOUN:
        row = scene.session.get_one(Milestone, dispute.noun_id)
        return dispute, milestones.asked(scene.session, row, scene.people, day=scene.at.day)
    if dispute.version_id is None:
        return dispute, None
    return dispute, asker(scene, replies.obligation_of(scene.session, dispute.version_id))


def _decided(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    batch, answers = int(press.subject), press.action == "edits-yes"
    count = len(settling_edits.of_batch(scene.session, scene.forum, batch))
    if not settling_edits.decide(scene.session, scene.forum, batch, answers=answers, at=scene.at, policy=scene.policy):
        return scene.toast("already-done")
    scene.say("edits-decided", edits=heard.ref, answers=answers, count=count)
    return None


PRESSED: dict[str, Pressing] = {
    **dict.fromkeys(CHOICES, _chosen),
    "dispute-compare": _compared,
    "edits-yes": for_coordinators(_decided),
    "edits-no": for_coordinators(_decided),
}
