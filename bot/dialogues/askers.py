"""Askers: which of a chat's people is asked about an obligation, and whether an answer comes too late."""

from __future__ import annotations

from bot.dialogues.scene import Scene
from forum import awaited, replies
from forum.people import Person
from forum.rounds import Obligation, Round


def asker(scene: Scene, duty: Obligation) -> Person | None:
    """Which of the people of this chat answers for this obligation; None: none of them."""
    return awaited.answerer(scene.session, duty, scene.people, day=scene.at.day) if duty.forum == scene.forum else None


def tells_progress(scene: Scene, duty: Obligation) -> bool:
    """Whether its round asks how far the measure has come."""
    return scene.session.get_one(Round, duty.round_id).kind.tells_progress


def closed(scene: Scene, duty: Obligation) -> bool:
    return replies.closed(scene.session, duty, scene.at.day)
