"""Step rows: what several answers that came at once, in a worksheet or in one text, say of milestones."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from bot.dialogues import reading_back, step_words
from bot.dialogues.scene import Scene
from forum import milestones, stepping, worksheets
from forum.milestones import Milestone
from forum.people import Person
from forum.plan import Completion
from forum.rounds import Obligation, Round
from forum.stepping import Step
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
    """What becomes of a row about a milestone: it says one of the states, gives a link that shows it, or both; words
    beside that are placed later (``step_words``)."""
    place: Values = {"row": told.place, "table": not told.letters}
    words = [str(step.id), *told.words]
    if not any(told.words):
        return
    person = _who(scene, step, duty)
    if isinstance(person, str) or doubled:
        why = person if isinstance(person, str) else "twice"
        year = scene.session.get_one(Round, duty.round_id).year if duty is not None else 0
        yield _wrong(scene, step, why, **place, year=year)
    elif duty is not None and worksheets.came_before(scene.session, duty, words):
        yield {"outcome": "same", **_about(step), **place}
    else:
        entry = {**_state(scene, step, person, told), **place}
        if duty is not None and entry["outcome"] != "wrong":
            worksheets.remember(scene.session, duty, words, now=scene.at.now)
        yield entry


def part(scene: Scene, told: Part, meant: list[Milestone]) -> Values:
    """What becomes of a part of a text that names a milestone, and a state, or a link that shows it."""
    step = meant[0]
    person = _who(scene, step, None)
    link, words = step_words.parted(told.texts.values())
    state = told.completion or (step.completion if link else None)
    if len(meant) > 1:
        return _wrong(scene, step, "step-twice")
    if isinstance(person, str) or ((told.completion or not link) and state not in milestones.SAID):
        return _wrong(scene, step, person if isinstance(person, str) else "step-state")
    return {**_said(scene, Step(step, state, evidence=link), person), **step_words.more(step, words)}


def _who(scene: Scene, step: Milestone, duty: Obligation | None) -> Person | str:
    """In whose name this chat says how far it is; or why it does not."""
    if duty is not None and isinstance(why := reading_back.who(scene, duty), str):
        return why
    return milestones.asked(scene.session, step, scene.people, day=scene.at.day) or "other"


def _state(scene: Scene, step: Milestone, person: Person, told: Row) -> Values:
    cell = told.cells.get("choice", "")
    choice = laying.chosen(cell)
    link, words = step_words.parted(word for name, word in told.cells.items() if name != "choice")
    state = step.completion
    if choice in milestones.SAID:
        state = Completion(choice)
    elif choice != worksheets.UNCHANGED and (cell or not link):
        why = "step-state" if choice else "choice-unknown"
        return _wrong(scene, step, why, field="choice", letter=told.letters.get("choice", ""), said=cell[:60])
    return {**_said(scene, Step(step, state, evidence=link), person), **step_words.more(step, words)}


def _said(scene: Scene, said: Step, person: Person) -> Values:
    about = {**_about(said.milestone), **({"evidence": True} if said.evidence else {})}
    if not said.is_new:
        return {"outcome": "same", **about}
    key = f"step/{uuid.uuid4()}"
    stepping.keep(scene.session, [said], by=person, at=scene.at, announces=key)
    return {"outcome": "kept", **about, "announces": key}


def _about(step: Milestone) -> Values:
    return {"obligation": 0, "milestone": step.id, "number": step.number}


def _wrong(scene: Scene, step: Milestone, why: str, **more: object) -> Values:
    return {**reading_back.wrong(scene, None, {}, why), **_about(step), **more}
