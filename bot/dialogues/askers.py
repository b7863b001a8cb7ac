"""Askers: which of a chat's people is asked about an obligation, and whether what they say or press comes too late."""

from __future__ import annotations

from bot.dialogues.scene import Scene, Toast
from forum import awaited, replies
from forum.people import Person
from forum.rounds import Obligation, Round


def asker(scene: Scene, duty: Obligation) -> Person | None:
    """Which of the people of this chat answers for this obligation; None: none of them."""
    return awaited.answerer(scene.session, duty, scene.people, day=scene.at.day) if duty.forum == scene.forum else None


def theirs(scene: Scene, number: str, *, late: bool = False) -> tuple[Obligation, Person] | Toast:
    """The obligation of this number, which a button names, and in whose name whoever pressed it answers; else what
    they are told: that it is not theirs, or unless it may be ``late``, that its round is closed."""
    duty = scene.session.get(Obligation, int(number)) if number.isdecimal() else None
    person = asker(scene, duty) if duty else None
    if duty is None or person is None:
        return scene.toast("not-yours")
    return scene.toast("round-closed") if closed(scene, duty) and not late else (duty, person)


def tells_progress(scene: Scene, duty: Obligation) -> bool:
    """Whether its round asks how far the measure has come."""
    return scene.session.get_one(Round, duty.round_id).kind.tells_progress


def closed(scene: Scene, duty: Obligation) -> bool:
    return replies.closed(scene.session, duty, scene.at.day)
