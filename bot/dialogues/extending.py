"""Extending: a member asks for more time until a day, and a coordinator gives it, says no, or names another day."""

from __future__ import annotations

from datetime import date

from bot.buttons import Press
from bot.dialogues import excusing as by_coordinator
from bot.dialogues.coordinating import for_coordinators
from bot.dialogues.resting import person_of, still_open
from bot.dialogues.scene import Answering, Pressing, Scene, Toast
from bot.heard import Pressed, Said
from forum import conversations, excusing, helping
from forum.awaited import Owed
from forum.conversations import Conversation
from forum.helping import HelpRequest, Trouble
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.rounds import Obligation, Round
from words import moments
from words.moments import Problem

TOPIC = "extension"


def _begin(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    mine = still_open(scene, press.message_id)
    if not mine:
        return scene.toast("already-done")
    conversations.ask(
        scene.session,
        scene.forum,
        person_id=scene.people[0].id,
        topic=TOPIC,
        step="until",
        values={"nudge": press.message_id},
        now=scene.at.now,
    )
    scene.say("extension-ask", due=_due(mine).isoformat())
    return None


def _due(mine: list[Owed]) -> date:
    return max(one.due_on for one in mine)


def _said(scene: Scene, asked: Conversation, heard: Said) -> None:
    """A day that can be understood, and lies after the one that stands, by half a year at most; else it is asked for
    again, with the reason."""
    mine, text = still_open(scene, asked.values["nudge"]), heard.text.strip()
    found = moments.day_in(text, today=scene.at.day)
    if not mine:
        conversations.end(scene.session, asked)
        scene.say("excuse-settled")
    elif isinstance(found, Problem):
        scene.say("extension-unclear", problem=found.kind, told=found.values)
    elif found <= (due := _due(mine)):
        scene.say("extension-early", due=due.isoformat(), until=found.isoformat())
    elif found > due + excusing.LONGEST:
        scene.say("extension-far", due=due.isoformat(), until=found.isoformat())
    else:
        conversations.end(scene.session, asked)
        _pass_on(scene, mine, found, text)


def _pass_on(scene: Scene, mine: list[Owed], until: date, words: str) -> None:
    """What is asked for goes to those who decide."""
    wanted = [(one, person_of(scene, one)) for one in mine]
    rows = helping.ask_extension(scene.session, wanted, until=until, words=words, at=scene.at, policy=scene.policy)
    scene.say("extension-kept", calls=[row.id for row in rows], until=until.isoformat())


def _calls(scene: Scene, press: Press) -> list[HelpRequest]:
    """What the card of this press asks for, as far as nobody has decided on it, and it is not asked for otherwise by
    now."""
    kept = scene.session.get_one(OutgoingMessage, press.message_id).values
    rows = [scene.session.get_one(HelpRequest, number) for number in kept["calls"]]
    return [
        row
        for row in rows
        if row.settled_at is None
        and (row.trouble, row.words) == (Trouble.EXTENSION, kept["words"])
        and by_coordinator.undecided(scene, row.obligation_id) is not None
    ]


def _granted(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    rows, until = _calls(scene, press), date.fromisoformat(press.subject)
    duties = [scene.session.get_one(Obligation, row.obligation_id) for row in rows]
    # The card may be days old, and the day have been put off otherwise meanwhile.
    later = [one for one in duties if until > one.due_in(scene.session.get_one(Round, one.round_id))]
    if not later:
        return scene.toast("already-done")
    if until < scene.at.day:
        return scene.toast("button-old")
    by, words = scene.coordinators[0], rows[0].words
    excusing.extend(scene.session, later, until=until, reason=words, by=by, at=scene.at, policy=scene.policy)
    scene.say("extension-decided", edits=heard.ref, calls=[row.id for row in rows], until=until.isoformat())
    return None


def _refused(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """Whoever asked hears so once; reminders go on."""
    rows = _calls(scene, press)
    if not rows:
        return scene.toast("already-done")
    calls = [row.id for row in rows]
    for row in rows:
        helping.settle(scene.session, row, now=scene.at.now)
    scene.say("extension-decided", edits=heard.ref, calls=calls, until=None)
    scene.tell(scene.session.get_one(Person, rows[0].person_id), "extension-refused", calls=calls)
    return None


def _otherwise(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """Another day: asked for as from the body's card."""
    duties = [scene.session.get_one(Obligation, row.obligation_id) for row in _calls(scene, press)]
    if not duties:
        return scene.toast("already-done")
    if len(duties) == 1:
        by_coordinator.ask(scene, "extend", duties[0])
    else:
        numbers, body = [one.id for one in duties], duties[0].institution_id
        scene.say("excuse-which", what="extend", duties=numbers, round=duties[0].round_id, institution=body)
    return None


PRESSED: dict[str, Pressing] = {
    "extension": _begin,
    "extension-yes": for_coordinators(_granted),
    "extension-no": for_coordinators(_refused),
    "extension-other": for_coordinators(_otherwise),
}
ANSWERED: dict[str, Answering] = {TOPIC: _said}
ASKED: dict[str, str] = dict.fromkeys(("extension-ask", "extension-unclear", "extension-early", "extension-far"), TOPIC)
