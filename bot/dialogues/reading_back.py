"""Reading back: several answers that came at once, in a worksheet or in one text, are recorded row by row, and one
message says what was read in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.dialogues.askers import asker, closed
from bot.dialogues.scene import Scene
from forum import answering, colleagues, conversations, drafts, echoing, outbox, publication_texts, replies, standing
from forum.answering import Answer
from forum.people import Person
from forum.plan import Completion, Measure
from forum.rounds import Obligation, Round
from forum.store.base import Values

KIND = "read-back"


@dataclass(frozen=True)
class Told:
    """What one row or part says of an obligation; ``place`` (with ``letters``): where it stands in a worksheet."""

    duty: Obligation
    person: Person
    place: Values
    choice: str = ""
    texts: dict[str, str] = field(default_factory=dict)


def who(scene: Scene, duty: Obligation) -> Person | str:
    """In whose name this chat answers for an obligation now; or why it does not."""
    person = asker(scene, duty)
    if person is None:
        return "other"
    if closed(scene, duty):
        return "closed"
    return "skipped" if duty.skipped_at is not None else person


def wrong(scene: Scene, duty: Obligation | None, place: Values, why: str, **more: object) -> Values:
    """An entry of what was not recorded, and why."""
    year = scene.session.get_one(Round, duty.round_id).year if duty else 0
    number = scene.session.get_one(Measure, duty.measure_id).number if duty else ""
    told = {"outcome": "wrong", "obligation": duty.id if duty else 0, "number": number, "year": year, "why": why}
    return {"field": "", "said": "", **told, **place, **more}


def unchanged(scene: Scene, told: Told) -> Answer | str:
    """What is on record is the answer; or what is lacking for that."""
    found, why = standing.on_record(scene.session, told.duty), told.texts.get("obstacles")
    if found is None:
        return "no-record"
    if found.completion is Completion.NOT_STARTED and not (found.obstacles or why):
        return "reason-missing"
    return answering.unchanged(found, channel=scene.heard.channel, why=why or None)


def record(scene: Scene, told: Told, answer: Answer) -> Values:
    """Keep it, and answer its entry; where the very same stands there already, nothing is changed."""
    session, own = scene.session, scene.person_ids
    answering.hold(session, told.duty)
    before = replies.of_obligation(session, told.duty)
    entry = {"obligation": told.duty.id, **told.place}
    if before is not None and _same(before, answer):
        said = _in_english(scene, told)
        return {**entry, "outcome": "kept" if said else "same", "version": before.id}
    _over(scene, told.duty)
    version = colleagues.record(
        session, told.duty, told.person, answer, at=scene.at, own=own, here=scene.here, echo=None
    )
    _in_english(scene, told)
    return {**entry, "outcome": "kept", "version": version.id}


def _in_english(scene: Scene, told: Told) -> bool:
    """Keep what it says in English, if anything; False where that is nothing new."""
    words, known = told.texts.get("english", ""), publication_texts.in_english(scene.session, told.duty)
    return (
        bool(words)
        and words != known
        and publication_texts.say_in_english(
            scene.session, told.duty, words, by=told.person, at=scene.at, heard_id=scene.heard_id
        )
    )


def _same(before: replies.ReplyVersion, answer: Answer) -> bool:
    """Whether an answer says what the one before says, and nothing else."""
    if before.manner is not answer.manner or before.internal:
        return False
    done = answer.done if answer.whole else answer.done or before.done
    said = (answer.completion or before.completion, done)
    later = (_or(answer.obstacles, before.obstacles), _or(answer.next_step, before.next_step))
    return (*said, *later) == (before.completion, before.done, before.obstacles, before.next_step)


def _or(said: str | None, kept: str) -> str:
    return kept if said is None else said


def _over(scene: Scene, duty: Obligation) -> None:
    """What was begun about it in chat is over, or it would swallow the next text."""
    drafts.leave(scene.session, scene.forum, scene.person_ids, duty.id)
    asked = conversations.open_one(scene.session, scene.forum, scene.person_ids, now=scene.at.now)
    if asked is not None and asked.values.get("obligation") == duty.id:
        conversations.end(scene.session, asked)


def say(scene: Scene, source: str, entries: Sequence[Values], *, name: str = "", beside: str = "") -> None:
    """Say what was read; ``source``: ``sheet`` or ``text``; ``beside``: words that were no answer."""
    about = [scene.session.get_one(Obligation, one["obligation"]) for one in entries if one["obligation"]]
    values = {
        "source": source,
        "name": name[:120],
        "entries": list(entries),
        "beside": beside[:300],
        "versions": [one["version"] for one in entries if "version" in one],
        "rounds": list(dict.fromkeys(duty.round_id for duty in about)),
    }
    outbox.put(
        scene.session,
        scene.forum,
        to=scene.here,
        kind=KIND,
        values=values,
        dedupe=dedupe(scene.heard_id, scene.part),
        now=scene.at.now,
        asked=True,
        hold_until=scene.at.real + echoing.PATIENCE if any(one["outcome"] == "kept" for one in entries) else None,
    )


def dedupe(heard_id: int, part: int) -> str:
    """The dedupe key of what says what was read of the ``part``-th thing of an incoming message."""
    return f"{KIND}/{heard_id}/{part}"


def numbers(scene: Scene, duties: Iterable[Obligation]) -> dict[str, list[Obligation]]:
    """Obligations by the numbers of their measures."""
    found: dict[str, list[Obligation]] = {}
    for duty in {one.id: one for one in duties}.values():
        found.setdefault(scene.session.get_one(Measure, duty.measure_id).number, []).append(duty)
    return found
