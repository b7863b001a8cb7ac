"""Asking which: a text of which nobody can say what it is about is kept, and the member is asked."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.askers import asker
from bot.dialogues.scene import Scene, Toast
from bot.heard import Pressed
from forum import awaited, drafts
from forum.awaited import Owed
from forum.drafts import Awaits, Draft
from forum.rounds import Obligation

# So many measures can be offered as buttons in three rows.
MOST_OFFERED = 12


def ask_measure(scene: Scene, text: str, offered: list[Obligation]) -> None:
    """Keep the text, and ask which of these it is about."""
    if not offered:
        scene.say("nothing-asked")
        return
    person = asker(scene, offered[0]) or scene.people[0]
    draft = drafts.begin(
        scene.session,
        scene.forum,
        person_id=person.id,
        obligation_id=None,
        awaits=Awaits.MEASURE,
        now=scene.at.now,
    )
    draft.text, draft.heard_id = text, scene.heard_id
    obligations = [duty.id for duty in offered[:MOST_OFFERED]]
    scene.say("ask-measure", draft=draft.id, obligations=obligations, text=text)


def offered(scene: Scene, named: list[Obligation], texts: list[Draft], mine: list[Owed]) -> list[Obligation]:
    """What a text may be about: what was named, else the questions that are open, else what is awaited, else what is
    answered."""
    if named:
        return named
    if texts:
        return [scene.session.get_one(Obligation, row.obligation_id) for row in texts if row.obligation_id]
    if mine:
        return [one.obligation for one in mine]
    done = awaited.of_people(scene.session, scene.forum, scene.person_ids, day=scene.at.day, answered=True)
    return [one.obligation for one in done]


def dropped(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """The kept text is about no measure."""
    draft = scene.session.get(Draft, int(press.subject))
    if draft is None or draft.person_id not in scene.person_ids:
        return scene.toast("already-done")
    scene.session.delete(draft)
    scene.say("text-dropped", edits=heard.ref)
    return None
