"""Completing: what is asked after the text of an answer, which is kept already: obstacles, the next step, and why there
is nothing to report."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.buttons import Press
from bot.dialogues.askers import asker, closed, theirs
from bot.dialogues.scene import Answering, Pressing, Scene, Toast
from bot.heard import Pressed, Said
from forum import answering, colleagues, conversations, replies, standing
from forum.answering import Answer
from forum.conversations import Conversation
from forum.people import Person
from forum.plan import Completion
from forum.replies import Manner, ReplyVersion
from forum.rounds import Obligation
from words.completions import LITTLE

TOPIC = "completing"
# So long (forum time) the echo waits for what is asked after the text; whoever turns away gets it then.
PATIENCE = timedelta(minutes=10)


def record(scene: Scene, duty: Obligation, person: Person, given: Answer) -> None:
    """Keep an answer; where it says that little was done and not why, ask that before it is echoed. A colleague's
    earlier answer is told of."""
    edited = isinstance(scene.heard, Said) and scene.heard.edited
    asks = given.completion in LITTLE and bool(given.done) and given.obstacles is None and not edited
    echo_from = scene.at.now + PATIENCE if asks else None
    version = colleagues.record(
        scene.session,
        duty,
        person,
        given,
        at=scene.at,
        own=scene.person_ids,
        here=scene.here,
        echo=scene.here,
        echo_from=echo_from,
    )
    if asks:
        _ask(scene, duty, person, "obstacles", version=version.id)
        scene.say("ask-obstacles", obligation=duty.id, must=given.completion is Completion.NOT_STARTED)


def correct(scene: Scene, version: ReplyVersion, field: str, text: str) -> None:
    """The message that told the obstacles or the next step was edited: a new version says so."""
    duty = replies.obligation_of(scene.session, version.id)
    person = asker(scene, duty)
    if person is None or closed(scene, duty):
        scene.say("round-closed" if person else "not-yours-text")
    elif version.manner is Manner.NOTHING:
        _nothing(scene, duty, person, text)
    elif version.manner is Manner.UNCHANGED and field == "obstacles":
        keep(scene, duty, person, why=text)
    else:
        _add(scene, duty, person, field, text)


def _add(scene: Scene, duty: Obligation, person: Person, field: str, text: str) -> None:
    given = _answer(scene, field, text)
    answering.record(scene.session, duty, person, given, echo=scene.here, at=scene.at)


def _answer(scene: Scene, field: str, text: str) -> Answer:
    channel, heard_id = scene.heard.channel, scene.heard_id
    if field == "obstacles":
        return Answer(channel=channel, obstacles=text, obstacles_heard_id=heard_id)
    return Answer(channel=channel, next_step=text, next_step_heard_id=heard_id)


def _ask(scene: Scene, duty: Obligation, person: Person, step: str, *, version: int | None = None) -> None:
    conversations.ask(
        scene.session,
        scene.forum,
        person_id=person.id,
        topic=TOPIC,
        step=step,
        values={"obligation": duty.id, "version": version},
        now=scene.at.now,
    )


def keep(scene: Scene, duty: Obligation, person: Person, *, why: str | None = None) -> None:
    """What is on record is the answer; ``why``: of what has not been started, what stands in its way."""
    found = standing.on_record(scene.session, duty)
    if found is None:
        return
    kept = answering.unchanged(found, channel=scene.heard.channel, why=why)
    number = scene.heard_id
    answer = replace(kept, obstacles_heard_id=number) if why else replace(kept, heard_id=number)
    answering.record(scene.session, duty, person, answer, at=scene.at, echo=scene.here)


def ask_why(scene: Scene, duty: Obligation, person: Person) -> None:
    """Of what has not been started a reader wants to know why: the next text says it."""
    _ask(scene, duty, person, "why")
    scene.say("ask-why", obligation=duty.id)


def _said(scene: Scene, asked: Conversation, heard: Said) -> None:
    """A text that answers what was asked."""
    text = heard.text.strip()
    duty = scene.session.get_one(Obligation, asked.values["obligation"])
    person = asker(scene, duty)
    conversations.end(scene.session, asked)
    if person is None or closed(scene, duty):
        scene.say("round-closed" if person else "not-yours-text")
    elif asked.step == "nothing":
        _nothing(scene, duty, person, text)
    elif asked.step == "why":
        keep(scene, duty, person, why=text)
    else:
        _complete(scene, duty, person, step=asked.step, version_id=asked.values["version"], text=text)


def _complete(
    scene: Scene, duty: Obligation, person: Person, *, step: str, version_id: int | None, text: str | None
) -> None:
    """What was said goes to the version that waits for it, and to a new one where that has been echoed already."""
    given = Answer(channel=scene.heard.channel) if text is None else _answer(scene, step, text)
    more = step == "obstacles"
    version = scene.session.get(ReplyVersion, version_id) if version_id else None
    echo_from = scene.at.now + PATIENCE if more else None
    added = version is not None and answering.complete(scene.session, version, given, at=scene.at, echo_from=echo_from)
    if not added and text is not None:
        _add(scene, duty, person, step, text)
    if more and version is not None:
        _ask(scene, duty, person, "next_step", version=version.id)
        scene.say("ask-next-step", obligation=duty.id)


def _skipped(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """There are none, or there is none."""
    asked = conversations.open_one(scene.session, scene.forum, scene.person_ids, now=scene.at.now)
    number, _, what = str(press.subject).partition("-")
    step = {"no-obstacles": "obstacles", "no-next-step": "next_step"}[what]
    if asked is None or (asked.topic, asked.step, str(asked.values["obligation"])) != (TOPIC, step, number):
        return scene.toast("already-done")
    duty = scene.session.get_one(Obligation, int(number))
    person = asker(scene, duty)
    version = asked.values["version"]
    conversations.end(scene.session, asked)
    if person is None:
        return scene.toast("not-yours")
    _complete(scene, duty, person, step=step, version_id=version, text=None)
    return None


def _nothing_to_report(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    found = theirs(scene, press.subject)
    if isinstance(found, Toast):
        return found
    duty, person = found
    _ask(scene, duty, person, "nothing")
    scene.say("ask-nothing", edits=heard.ref, obligation=duty.id)
    return None


def _next_step(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """A next step, added to an answer that was echoed already."""
    found = theirs(scene, press.subject)
    if isinstance(found, Toast):
        return found
    duty, person = found
    _ask(scene, duty, person, "next_step")
    scene.say("ask-next-step", obligation=duty.id)
    return None


def _nothing(scene: Scene, duty: Obligation, person: Person, why: str) -> None:
    """What is on record stays; the reason is kept for the report. *No evidence* says less than that."""
    found = standing.on_record(scene.session, duty)
    given = replace(answering.nothing(found, channel=scene.heard.channel, why=why), obstacles_heard_id=scene.heard_id)
    answering.record(scene.session, duty, person, given, echo=scene.here, at=scene.at)


PRESSED: dict[str, Pressing] = {
    "nothing": _nothing_to_report,
    "nothing-more": _skipped,
    "next-step": _next_step,
}
ANSWERED: dict[str, Answering] = {TOPIC: _said}
ASKED = dict.fromkeys(("ask-obstacles", "ask-next-step", "ask-nothing", "ask-why"), TOPIC)
