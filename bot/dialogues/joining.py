"""Joining: a member opens a personal link, sees what the roster says of them, and confirms it."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.scene import Pressing, Scene, Toast
from bot.heard import Opened, Pressed
from forum import enrolment, forums, preferences
from forum.enrolment import Address, AddressState
from forum.outbox import To
from forum.people import Person, Role


def opened(scene: Scene, heard: Opened) -> None:
    """A link was opened, or the chat was started without one."""
    if not heard.token:
        scene.say("welcome-back" if scene.people else "stranger")
        return
    found = enrolment.open_link(
        scene.session,
        scene.forum,
        heard.token,
        channel=heard.channel,
        address=heard.address,
        now=scene.at.now,
        day=scene.at.day,
    )
    if found.refusal is not None:
        _refuse(scene, found.person, found.refusal)
    elif found.person is not None and found.person.id in scene.person_ids:
        scene.say("welcome-back")
    elif found.person is not None:
        scene.say("join-ask", to=_to(scene, found.person), person=found.person.id)


def _to(scene: Scene, person: Person, language: str | None = None) -> To:
    wanted = language or person.language or scene.heard.language
    return To(
        person_id=person.id,
        channel=scene.heard.channel,
        address=scene.heard.address,
        language=scene.policy.language(wanted),
    )


def _refuse(scene: Scene, person: Person | None, refusal: enrolment.Refusal) -> None:
    """The visitor is told; the coordinators, who alone can help, are told whose link it was."""
    scene.say("link-refused", reason=refusal.value)
    if person is not None:
        scene.tell_coordinators("link-trouble", name=person.name, reason=refusal.value, person=person.id)


def _pressed(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """Yes, no, or the other language."""
    row = _asked(scene, press)
    if row is None:
        return scene.toast("button-old")
    person = scene.session.get_one(Person, row.person_id)
    if row.state is AddressState.CONFIRMED:
        return scene.toast("already-done")
    if press.action == "join-lang":
        language = press.subject.rpartition("-")[2]
        row.language = scene.policy.language(language)
        scene.say("join-ask", to=_to(scene, person, row.language), edits=heard.ref, person=person.id)
    elif press.action == "join-yes":
        enrolment.confirm(scene.session, row, now=scene.at.now)
        _chose_chat(scene, person)
        scene.say("joined", to=_to(scene, person, row.language), edits=heard.ref)
        if person.role is Role.COORDINATOR and forums.of(scene.session, scene.forum).never_on:
            scene.say("first-minutes", to=_to(scene, person, row.language))
    else:
        _differs(scene, heard, row, person)
    return None


def _chose_chat(scene: Scene, person: Person) -> None:
    """Whoever joins here wants to be written to here, whatever they chose before."""
    own = preferences.of(scene.session, scene.forum, person.id)
    if own is not None and own.channel is not None:
        own.channel = None


def _asked(scene: Scene, press: Press) -> Address | None:
    number = press.subject.partition("-")[0]
    person = scene.session.get(Person, int(number)) if number.isdigit() else None
    if person is None or person.forum != scene.forum or not person.serves_on(scene.at.day):
        return None
    row = enrolment.address_of(scene.session, person, channel=scene.heard.channel, address=scene.heard.address)
    return None if row is None or row.state is AddressState.REVOKED else row


def _differs(scene: Scene, heard: Pressed, row: Address, person: Person) -> None:
    enrolment.revoke(scene.session, row, now=scene.at.now)
    scene.say("join-differs", to=_to(scene, person, row.language), edits=heard.ref)
    scene.tell_coordinators("member-differs", name=person.name, person=person.id)


PRESSED: dict[str, Pressing] = dict.fromkeys(("join-yes", "join-no", "join-lang"), _pressed)
