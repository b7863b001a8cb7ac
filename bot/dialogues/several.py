"""Several: one text that answers several measures by their numbers is recorded part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import select

from bot.dialogues import asking_which, reading_back, step_rows, step_words
from bot.dialogues.askers import tells_progress
from bot.dialogues.reading_back import Told
from bot.dialogues.scene import Scene
from forum import awaited, rounds
from forum.answering import Answer
from forum.plan import Measure
from forum.replies import LONGEST
from forum.rounds import Obligation
from forum.store.base import Values
from words import several
from words.chatter import idle
from words.several import Part


def said(scene: Scene, text: str, about: list[Obligation], *, elsewhere: bool = False) -> str | None:
    """Record a text of several parts, or of one that names its measure. Answers the text where that is not so (without
    its number where that says no more than what it answers), else None. ``about``: what the message replied to is
    about; ``elsewhere``: it asks nothing about a measure, so that only milestones are looked for."""
    if several.BEGINS.search(text) is None:
        return text  # without asking the memory whose the numbers are
    mine = {} if elsewhere else reading_back.numbers(scene, [*about, *_mine(scene)])
    steps = step_rows.mine(scene)
    before, parts = several.parts(text, mine, () if elsewhere else _others(scene), steps)
    before = "" if idle(before) else before
    if not parts or (len(parts) == 1 and before):
        return text
    if len(parts) == 1 and len(about) == 1 and _meant(scene, parts[0], mine, about) == about:
        return parts[0].text or text
    entries = list[Values]()
    for part in parts:
        if part.number in steps and part.number not in mine:
            entries.append(step_rows.part(scene, part, steps[part.number]))
        else:
            entries += _part(scene, part, _meant(scene, part, mine, about))
    reading_back.say(scene, "text", step_words.placed(scene, entries), beside=before)
    return None


def _meant(scene: Scene, part: Part, mine: dict[str, list[Obligation]], about: list[Obligation]) -> list[Obligation]:
    """Whose number it is: of two plans that have the same one, what the message replied to asked about; not where it
    asked for words alone, and a completion is said."""
    found = mine.get(part.number, [])
    asked = [duty for duty in found if duty in about]
    if len(asked) != 1 or (part.completion is not None and not tells_progress(scene, asked[0])):
        return found
    return asked


def _mine(scene: Scene) -> list[Obligation]:
    session, day, ids = scene.session, scene.at.day, scene.person_ids
    return [
        one.obligation
        for answered in (False, True)
        for one in awaited.of_people(session, scene.forum, ids, day=day, answered=answered)
    ]


def _others(scene: Scene) -> set[str]:
    """The numbers of all measures that somebody is asked about."""
    running = [one.id for one in rounds.running(scene.session, scene.forum, day=scene.at.day)]
    asked = select(Measure.number).join(Obligation, Obligation.measure_id == Measure.id)
    return set(scene.session.scalars(asked.where(Measure.forum == scene.forum, Obligation.round_id.in_(running))))


def _part(scene: Scene, part: Part, meant: list[Obligation]) -> Iterator[Values]:
    duty = meant[0] if len(meant) == 1 else None
    person = reading_back.who(scene, duty) if duty is not None else "other"
    if len(meant) > 1:
        asking_which.ask_measure(scene, part.text, meant)
        yield {**reading_back.wrong(scene, None, {}, "ambiguous"), "number": part.number}
    elif duty is None or isinstance(person, str):
        yield {**reading_back.wrong(scene, duty, {}, str(person)), "number": part.number, "said": part.text[:60]}
    elif not part.text:
        yield reading_back.wrong(scene, duty, {}, "empty")
    elif max((len(word) for word in part.texts.values()), default=0) > LONGEST:
        yield reading_back.wrong(scene, duty, {}, "long")
    else:
        yield _recorded(scene, Told(duty, person, {}, texts=part.texts), part)


def _recorded(scene: Scene, told: Told, part: Part) -> Values:
    channel, number = scene.heard.channel, scene.heard_id
    if not tells_progress(scene, told.duty):
        return reading_back.record(scene, told, Answer(channel=channel, done=part.text, heard_id=number))
    if part.unchanged:
        kept = reading_back.unchanged(scene, told)
        if isinstance(kept, str):
            return reading_back.wrong(scene, told.duty, {}, kept)
        return reading_back.record(scene, told, replace(kept, heard_id=number))
    texts = part.texts
    answer = Answer(
        channel=channel,
        completion=part.completion,
        done=texts.get("done", ""),
        obstacles=texts.get("obstacles"),
        next_step=texts.get("next_step"),
        heard_id=number,
        obstacles_heard_id=number if "obstacles" in texts else None,
        next_step_heard_id=number if "next_step" in texts else None,
    )
    return reading_back.record(scene, told, answer)
