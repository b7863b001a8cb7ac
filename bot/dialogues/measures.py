"""Measures: the worksheet of one measure in chat: what is on record, who answers for it, what each body said last."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.scene import Commanding, Pressing, Scene, Toast
from bot.heard import Commanded, Pressed
from forum import awaited, histories, plan
from forum.people import Person
from forum.plan import Duty, Measure
from forum.store.keyed import load

# So many answers stand in the first message, beside the facts, and in each that follows.
FIRST, FOLLOWING = 2, 3


def _asked(scene: Scene, heard: Commanded) -> None:
    """The measure of this number, in each plan that has one; without a number, those that one may choose from."""
    if not heard.rest:
        scene.say("about-which", measures=_own(scene))
        return
    found = histories.named(scene.session, scene.forum, heard.rest)
    for measure in found:
        _show(scene, measure)
    if not found:
        scene.say("about-none", text=heard.rest, measures=_own(scene))


def _own(scene: Scene) -> list[int]:
    """The measures that this chat answers for in the rounds that run."""
    found = [
        one.measure.id
        for answered in (False, True)
        for one in awaited.of_people(scene.session, scene.forum, scene.person_ids, day=scene.at.day, answered=answered)
    ]
    return list(dict.fromkeys(found))


def _pressed(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    measure = scene.session.get(Measure, int(press.subject))
    if measure is None or measure.forum != scene.forum or measure.gone_at is not None:
        return scene.toast("button-old")
    if press.action == "about-measure":
        _show(scene, measure)
    elif sees(scene, measure):
        scene.say("about-paper", measure=measure.id)
    else:
        return scene.toast("not-yours")
    return None


def _show(scene: Scene, measure: Measure) -> None:
    """As many messages as its answers need; they are told to those whom they concern."""
    told = sees(scene, measure)
    scene.say("about-measure", measure=measure.id, told=told, start=0, most=FIRST, people=sorted(scene.person_ids))
    if told:
        history = histories.of(scene.session, measure, day=scene.at.day)
        for start in range(FIRST, len(histories.last_said(history)), FOLLOWING):
            scene.say("about-more", measure=measure.id, told=told, start=start, most=FOLLOWING)


def sees(scene: Scene, measure: Measure) -> bool:
    """Whether the answers about a measure are this chat's to read: of those who answer for it, and coordinators."""
    if scene.coordinators:
        return True
    parties = plan.parties(scene.session, scene.forum, [measure.id])[measure.id]
    contacts = load(scene.session, Person, parties[Duty.CONTACT])
    bodies = {*parties[Duty.LEAD], *parties[Duty.CO_LEAD], *(one.institution_id for one in contacts)}
    return any(person.institution_id in bodies for person in scene.people if person.institution_id is not None)


PRESSED: dict[str, Pressing] = dict.fromkeys(("about-measure", "about-paper"), _pressed)
COMMANDS: dict[str, Commanding] = dict.fromkeys(("pasakums", "measure"), _asked)
