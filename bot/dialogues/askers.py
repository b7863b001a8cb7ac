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
    askers = {person.id for person in awaited.askers(scene.session, duty, day=scene.at.day)}
    own = [person for person in scene.people if person.id in askers]
    colleagues = [person for person in scene.people if person.institution_id == duty.institution_id]
    return next(iter(own or colleagues), None)


def closed(scene: Scene, duty: Obligation) -> bool:
    return replies.closed(scene.session, duty, scene.at.day)
