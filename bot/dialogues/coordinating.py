"""Coordinating: what those who run the forum ask of it in chat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.buttons import Press
from bot.dialogues.scene import Commanding, Pressing, Scene, Toast
from bot.heard import Commanded, Pressed
from forum import awaited, conversations, enrolment, voices
from forum.people import Person
from forum.store.base import Values


def for_coordinators(act: Pressing) -> Pressing:
    """A button that does nothing in the chat of anybody else."""

    def guarded(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
        return act(scene, heard, press) if scene.coordinators else scene.toast("not-yours")

    return guarded


def await_text(scene: Scene, topic: str, step: str, values: Values) -> None:
    """The coordinator's next text answers this question."""
    conversations.ask(
        scene.session,
        scene.forum,
        person_id=scene.coordinators[0].id,
        topic=topic,
        step=step,
        values=values,
        now=scene.at.now,
    )


# What serves those alone who join a chat.
JOINING = ("uzaicinat", "invite")


@dataclass(frozen=True)
class ForCoordinators:
    """A command that anybody else gets the help for, and does not find there."""

    act: Commanding

    def __call__(self, scene: Scene, heard: Commanded) -> None:
        (self.act if scene.coordinators else helped)(scene, heard)


def by_coordinators(act: Commanding) -> Commanding:
    """A command that anybody else gets the help for."""
    return ForCoordinators(act)


@dataclass(frozen=True)
class ForPartners:
    """A command that is no use to anybody else, and is named to partners alone."""

    act: Commanding

    def __call__(self, scene: Scene, heard: Commanded) -> None:
        self.act(scene, heard)


def offered(commands: Mapping[str, Commanding], *, coordinator: bool, partner: bool = False) -> list[str]:
    """The words of the commands that do something for a member, or for a coordinator, or for a partner."""
    left_out = (*(() if coordinator else (ForCoordinators,)), *(() if partner else (ForPartners,)))
    return [word for word, act in commands.items() if not isinstance(act, left_out)]


def helped(scene: Scene, heard: Commanded) -> None:
    """Which commands there are, for this chat."""
    partner = bool(voices.bodies(scene.session, scene.forum, scene.people, day=scene.at.day))
    words = offered(scene.commands, coordinator=bool(scene.coordinators), partner=partner)
    scene.say("help", commands=[word for word in words if scene.policy.chats or word not in JOINING])


def _invite(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    person = scene.session.get(Person, int(press.subject))
    if person is None or person.forum != scene.forum or not person.serves_on(scene.at.day):
        return scene.toast("button-old")
    send_link(scene, person)
    return None


def _invite_missing(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """A link for each person of this round who cannot be reached, a message each, to be forwarded one by one."""
    round_id = int(press.subject)
    owed = [one for one in awaited.owed(scene.session, scene.forum, day=scene.at.day) if one.round.id == round_id]
    missing = [one for one in awaited.unreached(scene.session, owed) if isinstance(one, Person)]
    for person in missing:
        send_link(scene, person)
    return None if missing else scene.toast("already-done")


def send_link(scene: Scene, person: Person) -> None:
    """A fresh personal link, to be forwarded to this person."""
    token = enrolment.invite(scene.session, person, now=scene.at.now)
    scene.say("invitation", name=person.name, token=token)


PRESSED: dict[str, Pressing] = {
    "invite": for_coordinators(_invite),
    "invite-missing": for_coordinators(_invite_missing),
}
