"""Withdrawing: a member takes an answer back, or has its words erased, after being asked once."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.askers import closed, theirs
from bot.dialogues.scene import Pressing, Scene, Toast
from bot.heard import Pressed
from forum import colleagues, erasing, replies
from forum.people import Person
from forum.rounds import Obligation

CLOSED = "round-closed"


def _asked(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """Where the answer can be taken back no more, its words may still be erased."""
    found = _answered(scene, press)
    if not isinstance(found, Toast):
        scene.say("withdraw-ask", obligation=found[0].id)
        return None
    worded = _worded(scene, press)
    if found.kind != CLOSED or isinstance(worded, Toast):
        return found
    scene.say("erase-ask", obligation=worded[0].id)
    return None


def _withdrawn(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    found = _answered(scene, press)
    if isinstance(found, Toast):
        return found
    duty, person = found
    channel, own = scene.heard.channel, scene.person_ids
    colleagues.withdraw(scene.session, duty, person, channel=channel, at=scene.at, own=own, echo=scene.here)
    return None


def _erase_asked(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    found = _worded(scene, press)
    if isinstance(found, Toast):
        return found
    scene.say("erase-ask", edits=heard.ref, obligation=found[0].id)
    return None


def _erased(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    found = _worded(scene, press)
    if isinstance(found, Toast):
        return found
    duty, person = found
    channel, own = scene.heard.channel, scene.person_ids
    heard_id = scene.heard_id
    erasing.erase(
        scene.session, duty, person, channel=channel, at=scene.at, own=own, echo=scene.here, heard_id=heard_id
    )
    scene.say("text-erased", edits=heard.ref, obligation=duty.id)
    return None


def _kept(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    scene.say("withdraw-kept", edits=heard.ref)
    return None


def _answered(scene: Scene, press: Press) -> tuple[Obligation, Person] | Toast:
    """The obligation and who asks, while there is something that can be taken back."""
    found = theirs(scene, press.subject, late=True)
    if isinstance(found, Toast):
        return found
    if closed(scene, found[0]):
        return scene.toast(CLOSED)
    return found if replies.of_obligation(scene.session, found[0]) is not None else scene.toast("already-done")


def _worded(scene: Scene, press: Press) -> tuple[Obligation, Person] | Toast:
    """The obligation and who asks, while its answer has words, at any time."""
    found = theirs(scene, press.subject, late=True)
    if isinstance(found, Toast) or erasing.worded(scene.session, found[0]):
        return found
    return scene.toast("already-done")


PRESSED: dict[str, Pressing] = {
    "withdraw": _asked,
    "withdraw-yes": _withdrawn,
    "withdraw-no": _kept,
    "erase": _erase_asked,
    "erase-yes": _erased,
}
