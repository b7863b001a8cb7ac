"""Unchanged: what is on record is kept as the answer, in one tap; where it will be printed, its text is shown first."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues import askers, reply
from bot.dialogues.scene import Pressing, Scene, Toast
from bot.heard import Pressed
from forum import answering, drafts, standing
from forum.answering import Answer
from forum.drafts import Awaits
from forum.people import Person
from forum.plan import Completion
from forum.replies import Manner
from forum.rounds import Kind, Obligation, Round
from forum.standing import Standing


def _pressed(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    duty = scene.session.get(Obligation, int(press.subject))
    person = askers.asker(scene, duty) if duty else None
    if duty is None or person is None:
        return scene.toast("not-yours")
    if askers.closed(scene, duty):
        return scene.toast("round-closed")
    if duty.discharged_at is not None:
        return scene.toast("already-done")
    found = standing.on_record(scene.session, duty)
    if found is None:
        reply.ask_status(scene, duty, person, Awaits.STATUS)
    elif found.completion is Completion.NOT_STARTED and not found.obstacles:
        _ask_why(scene, duty, person)
    elif press.action == "unchanged" and scene.session.get_one(Round, duty.round_id).kind is Kind.MANDATORY:
        scene.say("unchanged-ask", obligation=duty.id)
    else:
        _keep(scene, duty, person, found)
    return None


def _ask_why(scene: Scene, duty: Obligation, person: Person) -> None:
    """Of what has not been started a reader wants to know why: the next text is the answer."""
    draft = drafts.begin(
        scene.session,
        scene.forum,
        person_id=person.id,
        obligation_id=duty.id,
        awaits=Awaits.TEXT,
        now=scene.at.now,
    )
    draft.completion = Completion.NOT_STARTED
    scene.say("ask-why", obligation=duty.id)


def _keep(scene: Scene, duty: Obligation, person: Person, found: Standing) -> None:
    answer = Answer(
        channel=scene.heard.channel,
        manner=Manner.UNCHANGED,
        completion=found.completion,
        done=found.done,
        next_step=found.next_step,
        obstacles=found.obstacles,
        heard_id=scene.heard_id,
    )
    answering.record(scene.session, duty, person, answer, at=scene.at, echo=scene.here)


def _cancelled(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """Nothing was kept; the question stays where it was."""
    return scene.toast("nothing-kept")


PRESSED: dict[str, Pressing] = {
    "unchanged": _pressed,
    "unchanged-yes": _pressed,
    "unchanged-no": _cancelled,
}
