"""Colleagues: where one answers after another about the same measure, both hear of it; both versions are kept."""

from __future__ import annotations

from bot.dialogues.scene import Scene
from forum import enrolment
from forum.people import Person
from forum.replies import Manner, ReplyVersion


def told(scene: Scene, before: ReplyVersion | None, now: ReplyVersion) -> None:
    """``before`` was another person's answer: who answers now hears what it said, and that person what counts now."""
    if before is None or before.person_id is None or before.person_id in scene.person_ids:
        return
    if now.manner is not Manner.WITHDRAWN:
        scene.say("colleague-answered", before=before.id, version=now.id)
    colleague = scene.session.get_one(Person, before.person_id)
    if colleague.serves_on(scene.at.day) and enrolment.way_to(scene.session, colleague) is not None:
        scene.tell(colleague, "colleague-changed", before=before.id, version=now.id)
