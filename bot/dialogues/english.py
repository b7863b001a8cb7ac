"""In English: whoever answered gives the same words in English, which stand beside the answer; nobody has to."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from bot.buttons import Press
from bot.dialogues.askers import asker, closed, theirs
from bot.dialogues.scene import Answering, Pressing, Scene, Toast
from bot.heard import Pressed, Said
from forum import conversations, publication_texts, replies
from forum.conversations import Conversation
from forum.people import Person
from forum.publication_texts import PublicationText
from forum.replies import Reply
from forum.rounds import Obligation

TOPIC = "english"


def _pressed(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    found = theirs(scene, press.subject)
    if isinstance(found, Toast):
        return found
    duty, person = found
    if publication_texts.in_english(scene.session, duty) is None:
        return scene.toast("already-done")
    conversations.ask(
        scene.session,
        scene.forum,
        person_id=person.id,
        topic=TOPIC,
        step="words",
        values={"obligation": duty.id},
        now=scene.at.now,
    )
    scene.say("ask-english", obligation=duty.id)
    return None


def _said(scene: Scene, asked: Conversation, heard: Said) -> None:
    conversations.end(scene.session, asked)
    keep(scene, scene.session.get_one(Obligation, asked.values["obligation"]), heard.text.strip())


def keep(scene: Scene, duty: Obligation, words: str, *, heard_id: int | None = None) -> None:
    """These are the answer's words in English, and what was kept is said. ``heard_id``: the message that said them,
    where that is not the one just heard."""
    person = asker(scene, duty)
    if person is None or closed(scene, duty):
        scene.say("round-closed" if person else "not-yours-text")
        return
    version = replies.of_obligation(scene.session, duty)
    if beside(scene, duty, person, words, heard_id=heard_id) and version is not None:
        scene.say("english-kept", obligation=duty.id, version=version.id)


def beside(scene: Scene, duty: Obligation, person: Person, words: str, *, heard_id: int | None = None) -> bool:
    """Keep them beside an answer whose echo tells of them. False where they may not be kept, which is said."""
    given = publication_texts.say_in_english(
        scene.session, duty, words, by=person, at=scene.at, heard_id=heard_id or scene.heard_id
    )
    if not given:
        scene.say("english-not", obligation=duty.id)
    return given


def reworded(scene: Scene, heard_ids: Sequence[int], text: str) -> bool:
    """A message that gave words in English was edited. False: it was none."""
    found = scene.session.scalar(
        select(Reply)
        .join(PublicationText, PublicationText.reply_id == Reply.id)
        .where(PublicationText.forum == scene.forum, PublicationText.heard_id.in_(heard_ids))
    )
    if found is not None:
        keep(scene, scene.session.get_one(Obligation, found.obligation_id), text)
    return found is not None


PRESSED: dict[str, Pressing] = {"english": _pressed}
ANSWERED: dict[str, Answering] = {TOPIC: _said}
ASKED: dict[str, str] = {"ask-english": TOPIC}
