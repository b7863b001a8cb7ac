"""Ruling: a coordinator decides in chat how a round hears partners, and has revealed what they said unseen."""

from __future__ import annotations

from datetime import date

from bot.buttons import Press
from bot.dialogues.coordinating import by_coordinators, for_coordinators
from bot.dialogues.scene import Answering, Commanding, Pressing, Scene, Toast
from bot.heard import Commanded, Pressed, Said
from forum import conversations, ruling, voices
from forum.conversations import Conversation
from forum.rounds import Round
from forum.ruling import Hand, Refused
from words import moments
from words.moments import Problem

TOPIC = "reveal"


def _hand(scene: Scene) -> Hand:
    return Hand(scene.coordinators[0], scene.at, scene.policy)


def _listed(scene: Scene, heard: Commanded) -> None:
    found = voices.heard_now(scene.session, scene.forum, day=scene.at.day)
    found += voices.left_sealed(scene.session, scene.forum, day=scene.at.day)
    for one in found:
        scene.say("voicing", round=one.id)
    if not found:
        scene.say("voicing-none")


def _round(scene: Scene, press: Press) -> Round | None:
    one = scene.session.get(Round, int(str(press.subject).partition("-")[0]))
    return one if one is not None and one.forum == scene.forum and one.gone_at is None else None


def _heard(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """Unseen (``round-1``), or in turn (``round-0``)."""
    one = _round(scene, press)
    if one is None:
        return scene.toast("button-old")
    refused = ruling.hear(scene.session, one, blind=str(press.subject).endswith("-1"), hand=_hand(scene))
    return _shown(scene, heard, one, refused)


def _shown(scene: Scene, heard: Pressed, one: Round, refused: Refused | None) -> Toast | None:
    if refused is not None:
        scene.say("voicing-refused", why=refused.value, round=one.id)
        return None
    scene.say("voicing", edits=heard.ref, round=one.id)
    return None


def _ask_day(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    one = _round(scene, press)
    if one is None:
        return scene.toast("button-old")
    _await(scene, one)
    scene.say("reveal-day-ask", round=one.id)
    return None


def _await(scene: Scene, one: Round) -> None:
    conversations.ask(
        scene.session,
        scene.forum,
        person_id=scene.coordinators[0].id,
        topic=TOPIC,
        step="day",
        values={"round": one.id},
        now=scene.at.now,
    )


def _day(scene: Scene, asked: Conversation, heard: Said) -> None:
    one, found = scene.session.get_one(Round, asked.values["round"]), _parsed(heard.text, scene.at.day)
    if not scene.coordinators:
        conversations.end(scene.session, asked)
        scene.say("excuse-settled")
        return
    if isinstance(found, Problem):
        scene.say("meeting-unclear", problem=found.kind, told=found.values)
        return
    conversations.end(scene.session, asked)
    refused = ruling.reveal_on(scene.session, one, found, hand=_hand(scene))
    if refused is not None:
        scene.say("voicing-refused", why=refused.value, round=one.id)
    else:
        scene.say("voicing", round=one.id)


def _parsed(text: str, today: date) -> date | Problem:
    return moments.parse_day(text.strip(), today=today)


def _reveal_ask(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    one = _round(scene, press)
    if one is None or not voices.blind(scene.session, one):
        return scene.toast("already-done")
    scene.say("reveal-ask", round=one.id)
    return None


def _reveal(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    one = _round(scene, press)
    if one is None:
        return scene.toast("button-old")
    done = ruling.reveal(scene.session, one, hand=_hand(scene))
    return _shown(scene, heard, one, done if isinstance(done, Refused) else None)


PRESSED: dict[str, Pressing] = {
    "hear": for_coordinators(_heard),
    "reveal-day": for_coordinators(_ask_day),
    "reveal-ask": for_coordinators(_reveal_ask),
    "reveal-yes": for_coordinators(_reveal),
}
COMMANDS: dict[str, Commanding] = dict.fromkeys(("balsis", "voices"), by_coordinators(_listed))
ANSWERED: dict[str, Answering] = {TOPIC: _day}
ASKED: dict[str, str] = {"reveal-day-ask": TOPIC}
