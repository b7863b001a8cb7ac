"""Asking which: a text of which nobody can say what it is about is kept, and the member is asked."""

from __future__ import annotations

from bot.dialogues.askers import asker
from bot.dialogues.scene import Scene
from forum import drafts
from forum.drafts import Awaits
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
