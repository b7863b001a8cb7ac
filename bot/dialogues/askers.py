"""Askers: which of a chat's people is asked about an obligation, and whether an answer comes too late."""

from __future__ import annotations

from bot.dialogues.scene import Scene
from forum import awaited, replies
from forum.people import Person
from forum.rounds import Obligation


def asker(scene: Scene, duty: Obligation) -> Person | None:
    """Which of the people of this chat answers for this obligation; None: none of them."""
    if duty.forum != scene.forum or duty.void_at is not None:
        return None
    asked = awaited.Asking(scene.session, scene.forum, day=scene.at.day)
    askers = {person.id for person in asked.about(duty.measure_id, duty.institution_id)}
    own = [person for person in scene.people if person.id in askers]
    colleagues = [person for person in scene.people if person.institution_id == duty.institution_id]
    return next(iter(own or colleagues), None)


def closed(scene: Scene, duty: Obligation) -> bool:
    return replies.closed(scene.session, duty, scene.at.day)
