"""Stepping: whoever answers for a measure says that one of its milestones is done, or takes back what they said."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.scene import Pressing, Scene, Toast
from bot.heard import Pressed
from forum import milestones, stepping
from forum.milestones import Milestone
from forum.people import Person
from forum.plan import Completion
from forum.stepping import Step


def _done(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    row, person = _whose(scene, int(press.subject))
    if row is None or person is None:
        return scene.toast("button-old")
    steps = stepping.news([Step(row, Completion.COMPLETE)])
    if not steps:
        return scene.toast("already-done")
    stepping.record(scene.session, steps, by=person, at=scene.at, echo=scene.here)
    return None


def _back(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """What stood before stands again, unless something else does meanwhile."""
    number, _, word = press.subject.partition("-")
    row, person = _whose(scene, int(number))
    if row is None or person is None:
        return scene.toast("button-old")
    before, said = stepping.long(word)
    if row.completion is not said:
        return scene.toast("already-done")
    stepping.record(scene.session, [Step(row, before)], by=person, at=scene.at, echo=scene.here, edits=heard.ref)
    return None


def _whose(scene: Scene, number: int) -> tuple[Milestone | None, Person | None]:
    """The milestone, where it is there still, and who of this chat answers for it."""
    row = scene.session.get(Milestone, number)
    if row is None or row.forum != scene.forum or row.gone_at is not None:
        return None, None
    return row, milestones.asked(scene.session, row, scene.people, day=scene.at.day)


PRESSED: dict[str, Pressing] = {"milestone-done": _done, "milestone-back": _back}
