"""Step words: what is said beside a milestone. A link shows it, and stands with it; words become part of its measure's
answer, below its number, for nowhere else would anybody read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.dialogues import reading_back
from bot.dialogues.reading_back import Told
from bot.dialogues.scene import Scene
from forum import answering, awaited, evidence, replies
from forum.answering import Answer
from forum.milestones import Milestone
from forum.replies import LONGEST, ReplyVersion
from forum.rounds import Obligation
from forum.store.base import Values

# An entry's own note of what was said beside its milestone; no message is told it.
MORE = "more"


def parted(texts: Iterable[str]) -> tuple[str, str]:
    """The first link among these texts, and their words without it; a link that is too long stays among the words."""
    words = "\n".join(filter(None, texts))
    found = evidence.LINK.search(words)
    link = found[0].rstrip(".,;)") if found else ""
    if not link or len(link) > evidence.LONGEST_LINK:
        return "", words
    return link, words.replace(link, "", 1).strip(" \n.,;:–-")


def more(step: Milestone, words: str) -> Values:
    """To be placed once all of the message is recorded."""
    return {MORE: {"measure": step.measure_id, "number": step.number, "words": words}} if words else {}


def placed(scene: Scene, entries: Sequence[Values]) -> list[Values]:
    """The entries, with what became of the words beside milestones."""
    kept = [{name: word for name, word in one.items() if name != MORE} for one in entries]
    for one in entries:
        if MORE in one:
            _place(scene, kept, one)
    return kept


def _place(scene: Scene, kept: list[Values], one: Values) -> None:
    said: Values = one[MORE]
    place: Values = {name: word for name, word in one.items() if name in ("row", "table")}
    about: Values = {"milestone": one["milestone"], **place}
    line = f"{said['number']}. {said['words']}"
    duty = _duty(scene, said["measure"])
    person = reading_back.who(scene, duty) if duty is not None else "other"
    version = replies.of_obligation(scene.session, duty) if duty is not None else None
    if duty is None or isinstance(person, str) or version is None or version.manner not in answering.KEPT:
        kept.append({**about, **_wrong(scene, duty, "step-words", said)})
    elif len(version.done) + len(line) >= LONGEST:
        kept.append({**about, **_wrong(scene, duty, "long", said)})
    elif line in version.done.split("\n"):
        return
    elif version.heard_id == scene.heard_id:
        answering.add(scene.session, version, line, at=scene.at)
    else:
        kept.append(reading_back.record(scene, Told(duty, person, place), _answer(scene, version, line)))


def _answer(scene: Scene, version: ReplyVersion, line: str) -> Answer:
    done = f"{version.done}\n{line}".strip()
    return Answer(channel=scene.heard.channel, done=done, heard_id=scene.heard_id)


def _wrong(scene: Scene, duty: Obligation | None, why: str, said: Values) -> Values:
    told = {"number": said["number"], "field": "done", "said": said["words"][:60]}
    return {**reading_back.wrong(scene, duty, {}, why), **told}


def _duty(scene: Scene, measure: int) -> Obligation | None:
    """What this chat answers about the measure, where that is one thing."""
    found = {
        one.obligation.id: one.obligation
        for answered in (False, True)
        for one in awaited.of_people(scene.session, scene.forum, scene.person_ids, day=scene.at.day, answered=answered)
        if one.measure.id == measure
    }
    return next(iter(found.values())) if len(found) == 1 else None
