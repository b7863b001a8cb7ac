"""Coordinating: what those who run the forum ask of it in chat."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.scene import Scene, Toast
from bot.heard import Commanded
from forum import enrolment, rounds
from forum.people import Person, Role

ACTIONS = ("invite",)


def commanded(scene: Scene, heard: Commanded) -> None:
    """A command; those of the coordinators are open to them alone."""
    if heard.command == "gaidam" and _is_coordinator(scene):
        _awaited(scene)
    else:
        scene.say("help", coordinator=str(_is_coordinator(scene)).lower())


def pressed(scene: Scene, press: Press) -> Toast | None:
    """A coordinator's button."""
    if not _is_coordinator(scene):
        return scene.toast("not-yours")
    person = scene.session.get(Person, int(press.subject))
    if person is None or person.forum != scene.forum or not person.serves_on(scene.at.day):
        return scene.toast("button-old")
    token = enrolment.invite(scene.session, person, now=scene.at.now)
    scene.say("invitation", name=person.name, token=token)
    return None


def _awaited(scene: Scene) -> None:
    running = rounds.running(scene.session, scene.forum, day=scene.at.day)
    for one in running:
        scene.say("awaited", round=one.id)
    if not running:
        scene.say("no-round")


def _is_coordinator(scene: Scene) -> bool:
    return any(person.role is Role.COORDINATOR for person in scene.people)
