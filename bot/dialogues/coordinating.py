"""Coordinating: what those who run the forum ask of it in chat."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.scene import Scene, Toast
from bot.heard import Commanded
from forum import awaited, enrolment, rounds
from forum.people import Person, Role

ACTIONS = ("invite", "invite-missing")


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
    if press.action == "invite-missing":
        return _invite_missing(scene, int(press.subject))
    person = scene.session.get(Person, int(press.subject))
    if person is None or person.forum != scene.forum or not person.serves_on(scene.at.day):
        return scene.toast("button-old")
    _invite(scene, person)
    return None


def _invite(scene: Scene, person: Person) -> None:
    token = enrolment.invite(scene.session, person, now=scene.at.now)
    scene.say("invitation", name=person.name, token=token)


def _invite_missing(scene: Scene, round_id: int) -> Toast | None:
    """A link for each person of this round who cannot be reached, a message each, to be forwarded one by one."""
    owed = [one for one in awaited.owed(scene.session, scene.forum, day=scene.at.day) if one.round.id == round_id]
    missing = [one for one in awaited.unreached(scene.session, owed) if isinstance(one, Person)]
    for person in missing:
        _invite(scene, person)
    return None if missing else scene.toast("already-done")


def _awaited(scene: Scene) -> None:
    running = rounds.running(scene.session, scene.forum, day=scene.at.day)
    for one in running:
        scene.say("awaited", round=one.id)
    if not running:
        scene.say("no-round")


def _is_coordinator(scene: Scene) -> bool:
    return any(person.role is Role.COORDINATOR for person in scene.people)
