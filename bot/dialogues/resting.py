"""Resting: a member asks to be reminded later, says what help is needed, or asks why a message came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.buttons import Press
from bot.dialogues import askers
from bot.dialogues.coordinating import for_coordinators
from bot.dialogues.scene import Answering, Pressing, Scene, Toast
from bot.heard import Pressed, Said
from forum import answering, awaited, conversations, helping, missed, nudges, replies, snoozes
from forum.answering import LETTER, Answer
from forum.awaited import Owed
from forum.conversations import Conversation
from forum.helping import HelpRequest, Trouble
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.replies import ReplyVersion
from forum.rounds import Obligation

HELP, LETTER_TOPIC = "help", "letter"


def still_open(scene: Scene, nudge_id: int) -> list[Owed]:
    """What this chat is still asked about of the rounds that a nudge named."""
    nudge = scene.session.get(OutgoingMessage, nudge_id)
    named = set(nudge.values.get("rounds", ())) if nudge is not None else set()
    mine = awaited.of_people(scene.session, scene.forum, scene.person_ids, day=scene.at.day)
    return [one for one in mine if one.round.id in named]


def person_of(scene: Scene, one: Owed) -> Person:
    """Which of this chat's people is asked about it."""
    return next(person for person in one.askers if person.id in scene.person_ids)


def _later(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    if not still_open(scene, press.message_id):
        return scene.toast("already-done")
    scene.say("snooze-ask", nudge=press.message_id)
    return None


def _until(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """The day is checked anew: a button may be pressed days after it was offered."""
    asked = scene.session.get_one(OutgoingMessage, press.message_id)
    found, until = still_open(scene, asked.values["nudge"]), date.fromisoformat(str(press.subject))
    if not found:
        return scene.toast("already-done")
    mine = snoozes.ahead(found, day=scene.at.day)
    if not mine or not scene.at.day < until <= min(one.due_on for one in mine):
        return scene.toast("button-old")
    for one in mine:
        snoozes.snooze(
            scene.session,
            scene.forum,
            person_id=person_of(scene, one).id,
            round_id=one.round.id,
            until_on=until,
            now=scene.at.now,
        )
    scene.say("snoozed", edits=heard.ref, until=until.isoformat())
    return None


def _why(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """Of a reminder, of a meeting, or of what followed from something that somebody did."""
    message = scene.session.get_one(OutgoingMessage, press.message_id)
    if message.kind == nudges.KIND:
        scene.say("why", nudge=message.id)
    elif "attendance" in message.values:
        scene.say("why-meeting", attendance=message.values["attendance"])
    else:
        scene.say("why-told", about=message.id)
    return None


def _help(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """Of several measures it is asked first which one is meant."""
    mine = still_open(scene, press.message_id)
    if not mine:
        return scene.toast("already-done")
    if len(mine) == 1:
        scene.say("help-ask", obligation=mine[0].obligation.id)
    else:
        scene.say("help-which", nudge=press.message_id)
    return None


def _of(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    duty = _duty(scene, str(press.subject))
    if duty is None:
        return scene.toast("already-done")
    scene.say("help-ask", edits=heard.ref, obligation=duty.id)
    return None


def _reason(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    number, _, word = str(press.subject).partition("-")
    duty = _duty(scene, number)
    if duty is None:
        return scene.toast("already-done")
    if word == Trouble.OTHER:
        _await(scene, HELP, "words", {"obligation": duty.id})
        scene.say("help-words", edits=heard.ref, obligation=duty.id)
    else:
        _called(scene, duty, Trouble(word), edits=heard.ref)
    return None


def _not_mine(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """On a late note: nobody there is in charge of it."""
    mine = still_open(scene, press.message_id)
    for one in mine:
        _called(scene, one.obligation, Trouble.NOT_MINE)
    return None if mine else scene.toast("already-done")


def _duty(scene: Scene, number: str) -> Obligation | None:
    """The obligation, while it is open and this chat is asked about it."""
    duty = scene.session.get(Obligation, int(number))
    if duty is None or duty.discharged_at is not None or askers.asker(scene, duty) is None:
        return None
    return duty


def _said(scene: Scene, asked: Conversation, heard: Said) -> None:
    conversations.end(scene.session, asked)
    duty = _duty(scene, str(asked.values["obligation"]))
    if duty is not None:
        _called(scene, duty, Trouble.OTHER, words=heard.text.strip())


def _called(scene: Scene, duty: Obligation, trouble: Trouble, *, words: str = "", edits: str | None = None) -> None:
    """The call is kept, those who can help hear of it, and the member hears that they do."""
    person = askers.asker(scene, duty) or scene.people[0]
    row = helping.call(scene.session, duty, person, trouble, words=words, at=scene.at, policy=scene.policy)
    scene.say("help-kept", edits=edits, help=row.id)


def _settled(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    row = scene.session.get(HelpRequest, int(press.subject))
    if row is None or row.forum != scene.forum or not helping.settle(scene.session, row, now=scene.at.now):
        return scene.toast("already-done")
    scene.say("help-settled", edits=heard.ref, help=row.id)
    return None


def _letter(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    if not (still_open(scene, press.message_id) or _missed(scene, press.message_id)):
        return scene.toast("already-done")
    _await(scene, LETTER_TOPIC, "words", {"nudge": press.message_id})
    scene.say("letter-ask")
    return None


def _lettered(scene: Scene, asked: Conversation, heard: Said) -> None:
    """A letter answers all that the late note asked about; its words are read elsewhere, here it is named."""
    conversations.end(scene.session, asked)
    mine = [(one.obligation, person_of(scene, one)) for one in still_open(scene, asked.values["nudge"])]
    after = not mine
    mine = mine or _missed(scene, asked.values["nudge"])
    for duty, person in mine:
        answer = Answer(channel=LETTER, done=heard.text.strip(), heard_id=scene.heard_id)
        answering.record(scene.session, duty, person, answer, at=scene.at)
    if mine:
        scene.say("letter-kept", text=heard.text.strip(), obligations=[duty.id for duty, _ in mine], after=after)
    else:
        scene.say("question-over")


def by_letter(scene: Scene, duties: Sequence[Obligation], text: str) -> bool:
    """What is still open of these came in a letter that is named elsewhere. False: nothing of it is."""
    mine = [(duty, askers.asker(scene, duty)) for duty in duties if duty.discharged_at is None]
    told = [(duty, person) for duty, person in mine if person is not None and not askers.closed(scene, duty)]
    for duty, person in told:
        answer = Answer(channel=LETTER, done=text, heard_id=scene.heard_id)
        answering.record(scene.session, duty, person, answer, at=scene.at)
    if told:
        scene.say("letter-kept", text=text, obligations=[duty.id for duty, _ in told], after=False)
    return bool(told)


def _missed(scene: Scene, nudge_id: int) -> list[tuple[Obligation, Person]]:
    """What of the rounds that a nudge named was not answered when they were locked."""
    nudge = scene.session.get(OutgoingMessage, nudge_id)
    named = nudge.values.get("rounds", ()) if nudge is not None else ()
    return missed.by_people(scene.session, scene.forum, scene.person_ids, named, day=scene.at.day)


def reword(scene: Scene, version: ReplyVersion, text: str) -> None:
    """The message that named a letter was edited: it is still a letter."""
    duty = replies.obligation_of(scene.session, version.id)
    person = askers.asker(scene, duty)
    if person is None or askers.closed(scene, duty):
        scene.say("round-closed" if person else "not-yours-text")
        return
    answer = Answer(channel=LETTER, done=text, heard_id=scene.heard_id)
    answering.record(scene.session, duty, person, answer, at=scene.at)
    scene.say("letter-kept", text=text, obligations=[duty.id], after=False)


def _await(scene: Scene, topic: str, step: str, values: dict[str, int]) -> None:
    conversations.ask(
        scene.session,
        scene.forum,
        person_id=scene.people[0].id,
        topic=topic,
        step=step,
        values=dict(values),
        now=scene.at.now,
    )


PRESSED: dict[str, Pressing] = {
    "later": _later,
    "later-to": _until,
    "why": _why,
    "help": _help,
    "help-of": _of,
    "help-why": _reason,
    "help-settled": for_coordinators(_settled),
    "letter": _letter,
    "not-mine": _not_mine,
}
ANSWERED: dict[str, Answering] = {HELP: _said, LETTER_TOPIC: _lettered}
ASKED: dict[str, str] = {"help-words": HELP, "letter-ask": LETTER_TOPIC}
