"""Excusing: from a body's card a coordinator gives more time, asks no more, enters an answer, or drafts a letter."""

from __future__ import annotations

from datetime import date

from bot.buttons import Press
from bot.dialogues import askers
from bot.dialogues.chasing import body_of
from bot.dialogues.coordinating import await_text, for_coordinators
from bot.dialogues.scene import Answering, Pressing, Scene, Toast
from bot.heard import Pressed, Said
from forum import answering, awaited, conversations, excusing, replies
from forum.answering import Answer
from forum.conversations import Conversation
from forum.people import Institution
from forum.plan import Completion
from forum.rounds import Obligation, Round
from forum.store.base import Values
from words import moments
from words.moments import Problem

TOPIC = "excuse"
COORDINATOR = "coordinator"


def _begin(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """More time, no more asking, or an answer: for one measure of the body, which is asked where there are several."""
    found = body_of(scene, str(press.subject))
    if found is None or not found[1].awaited:
        return scene.toast("round-closed")
    duties = [one.obligation.id for one in found[1].awaited]
    what = press.action.removeprefix("body-")
    if len(duties) == 1:
        ask(scene, what, scene.session.get_one(Obligation, duties[0]))
    else:
        scene.say("excuse-which", what=what, duties=duties, round=found[0].id, institution=found[1].institution.id)
    return None


def _of(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    what, _, number = str(press.subject).partition("-")
    duty = undecided(scene, int(number))
    if duty is None:
        return scene.toast("already-done")
    ask(scene, what, duty)
    return None


def undecided(scene: Scene, number: int) -> Obligation | None:
    """The obligation, while it is neither answered nor void."""
    duty = scene.session.get(Obligation, number)
    settled = duty is None or duty.forum != scene.forum or duty.discharged_at is not None or duty.void_at is not None
    return None if settled else duty


def ask(scene: Scene, what: str, duty: Obligation) -> None:
    """The first question of more time (``extend``), no more asking (``skip``), or an answer (``enter``)."""
    if what == "enter" and not askers.tells_progress(scene, duty):
        await_text(scene, TOPIC, "text", {"what": what, "obligation": duty.id, "completion": ""})
        scene.say("enter-text", obligation=duty.id, completion="")
    elif what == "enter":
        scene.say("enter-status", obligation=duty.id)
    elif what == "extend":
        await_text(scene, TOPIC, "until", {"what": what, "obligation": duty.id})
        scene.say("extend-until", obligation=duty.id)
    else:
        await_text(scene, TOPIC, "reason", {"what": what, "obligation": duty.id})
        scene.say("skip-reason", obligation=duty.id)


def _status(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    number, _, word = str(press.subject).partition("-")
    duty = undecided(scene, int(number))
    if duty is None:
        return scene.toast("already-done")
    await_text(scene, TOPIC, "text", {"what": "enter", "obligation": duty.id, "completion": word})
    scene.say("enter-text", edits=heard.ref, obligation=duty.id, completion=word)
    return None


def _said(scene: Scene, asked: Conversation, heard: Said) -> None:
    text, values = heard.text.strip(), dict(asked.values)
    duty = undecided(scene, values["obligation"])
    if duty is None or not scene.coordinators:
        conversations.end(scene.session, asked)
        scene.say("excuse-settled")
    elif len(text) > replies.LONGEST:
        scene.say("text-too-long", most=replies.LONGEST)
    elif asked.step == "until":
        _until(scene, duty, values, text)
    else:
        conversations.end(scene.session, asked)
        _done(scene, duty, values, text)


def _until(scene: Scene, duty: Obligation, values: Values, text: str) -> None:
    """A day that can be understood, and lies after the one that stands, by half a year at most."""
    found = moments.parse_day(text, today=scene.at.day)
    due = duty.due_in(scene.session.get_one(Round, duty.round_id))
    if isinstance(found, Problem):
        scene.say("meeting-unclear", problem=found.kind, told=found.values)
    elif found <= due:
        scene.say("extend-early", obligation=duty.id)
    elif found > due + excusing.LONGEST:
        scene.say("extend-far", obligation=duty.id, until=found.isoformat())
    else:
        await_text(scene, TOPIC, "reason", {**values, "until": found.isoformat()})
        scene.say("extend-reason", obligation=duty.id, until=found.isoformat())


def _done(scene: Scene, duty: Obligation, values: Values, text: str) -> None:
    by = scene.coordinators[0]
    if values["what"] == "extend":
        until = date.fromisoformat(values["until"])
        excusing.extend(scene.session, [duty], until=until, reason=text, by=by, at=scene.at, policy=scene.policy)
        scene.say("excused", obligation=duty.id)
    elif values["what"] == "skip":
        excusing.skip(scene.session, duty, reason=text, by=by, at=scene.at)
        scene.say("excused", obligation=duty.id)
    else:
        _enter(scene, duty, values["completion"], text)


def _enter(scene: Scene, duty: Obligation, completion: str, text: str) -> None:
    """An answer by telephone or on paper: the body's, entered by the coordinator, who gets the echo."""
    person = next(iter(awaited.askers(scene.session, duty, day=scene.at.day)), None)
    body = scene.session.get_one(Institution, duty.institution_id)
    answer = Answer(
        channel=COORDINATOR,
        completion=Completion(completion) if completion else None,
        done=text,
        submitted_by="" if person else body.name,
        heard_id=scene.heard_id,
    )
    answering.record(
        scene.session, duty, person, answer, at=scene.at, echo=scene.here, entered_by=scene.coordinators[0]
    )


def _undo(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    duty = scene.session.get(Obligation, int(press.subject))
    if duty is None or duty.forum != scene.forum:
        return scene.toast("button-old")
    if not excusing.undo(scene.session, duty, by=scene.coordinators[0], at=scene.at):
        return scene.toast("already-done")
    scene.say("excuse-undone", edits=heard.ref, obligation=duty.id)
    return None


def _letter(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """A draft for the coordinator's own hand; nobody else is written to."""
    found = body_of(scene, str(press.subject))
    if found is None or not found[1].awaited:
        return scene.toast("round-closed")
    scene.say("letter-draft", round=found[0].id, institution=found[1].institution.id)
    return None


PRESSED: dict[str, Pressing] = {
    **dict.fromkeys(("body-extend", "body-skip", "body-enter"), for_coordinators(_begin)),
    "excuse-of": for_coordinators(_of),
    "enter-status": for_coordinators(_status),
    "excuse-undo": for_coordinators(_undo),
    "body-letter": for_coordinators(_letter),
}
ANSWERED: dict[str, Answering] = {TOPIC: _said}
ASKED = dict.fromkeys(
    ("extend-until", "extend-early", "extend-far", "extend-reason", "skip-reason", "enter-text"), TOPIC
)
