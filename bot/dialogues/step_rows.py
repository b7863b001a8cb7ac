"""Step rows: what several answers that came at once, in a worksheet or in one text, say of milestones."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from bot.dialogues import reading_back
from bot.dialogues.scene import Scene
from forum import milestones, worksheets
from forum.milestones import Milestone
from forum.people import Person
from forum.plan import Completion
from forum.rounds import Obligation, Round
from forum.store.base import Values
from words.several import Part
from words.worksheets import laying
from words.worksheets.reading import Row


def mine(scene: Scene) -> dict[str, list[Milestone]]:
    """The milestones that this chat answers for, by their numbers."""
    found: dict[str, list[Milestone]] = {}
    for row in milestones.of_people(scene.session, scene.forum, scene.people, day=scene.at.day):
        found.setdefault(row.number, []).append(row)
    return found


def row(scene: Scene, told: Row, step: Milestone, duty: Obligation | None, *, doubled: bool) -> Iterator[Values]:
    """What becomes of a row about a milestone: it says one of the states, and no more."""
    place: Values = {"row": told.place, "table": not told.letters}
    words = [str(step.id), *told.words]
    if not any(told.words):
        return
    person = _who(scene, step, duty)
    if isinstance(person, str) or doubled:
        why = person if isinstance(person, str) else "twice"
        year = scene.session.get_one(Round, duty.round_id).year if duty is not None else 0
        yield _wrong(scene, step, why, **place, year=year)
    elif any(told.words[1:]):
        yield _wrong(scene, step, "step-words", **place)
    elif duty is not None and worksheets.came_before(scene.session, duty, words):
        yield {"outcome": "same", **_about(step), **place}
    else:
        entry = {**_state(scene, step, person, told), **place}
        if duty is not None and entry["outcome"] != "wrong":
            worksheets.remember(scene.session, duty, words, now=scene.at.now)
        yield entry


def part(scene: Scene, told: Part, meant: list[Milestone]) -> Values:
    """What becomes of a part of a text that names a milestone, and a state."""
    step = meant[0]
    person = _who(scene, step, None)
    if len(meant) > 1:
        return _wrong(scene, step, "step-twice")
    if isinstance(person, str) or told.completion not in milestones.SAID:
        return _wrong(scene, step, person if isinstance(person, str) else "step-state")
    return _said(scene, step, person, told.completion)


def _who(scene: Scene, step: Milestone, duty: Obligation | None) -> Person | str:
    """In whose name this chat says how far it is; or why it does not."""
    if duty is not None and isinstance(why := reading_back.who(scene, duty), str):
        return why
    return milestones.asked(scene.session, step, scene.people, day=scene.at.day) or "other"


def _state(scene: Scene, step: Milestone, person: Person, told: Row) -> Values:
    cell = told.cells.get("choice", "")
    choice = laying.chosen(cell)
    if choice == worksheets.UNCHANGED:
        return {"outcome": "same", **_about(step)}
    if choice not in milestones.SAID:
        why = "step-state" if choice else "choice-unknown"
        return _wrong(scene, step, why, field="choice", letter=told.letters.get("choice", ""), said=cell[:60])
    return _said(scene, step, person, Completion(choice))


def _said(scene: Scene, step: Milestone, person: Person, completion: Completion) -> Values:
    if step.completion is completion:
        return {"outcome": "same", **_about(step)}
    key = f"step/{uuid.uuid4()}"
    milestones.say(scene.session, step, completion, by=person, at=scene.at, announces=key)
    return {"outcome": "kept", **_about(step), "announces": key}


def _about(step: Milestone) -> Values:
    return {"obligation": 0, "milestone": step.id, "number": step.number}


def _wrong(scene: Scene, step: Milestone, why: str, **more: object) -> Values:
    return {**reading_back.wrong(scene, None, {}, why), **_about(step), **more}
