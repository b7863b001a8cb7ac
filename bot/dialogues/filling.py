"""Filling in: a worksheet that came back is read row by row; what is good is recorded, what is not is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from bot.dialogues import reading_back, step_rows, step_words
from bot.dialogues.reading_back import Told
from bot.dialogues.scene import Commanding, Scene
from bot.heard import Commanded, Returned
from forum import answering, at_hand, awaited, replies, standing, worksheets
from forum.answering import Answer
from forum.milestones import Milestone
from forum.plan import Completion, Measure
from forum.rounds import Obligation
from forum.store.base import Values
from forum.worksheets import NOTHING, UNCHANGED, WITH_REASON, WITH_WORDS
from words.chatter import idle
from words.worksheets import laying, reading
from words.worksheets.reading import Row

# Of a cell that cannot be read so much is quoted.
QUOTED = 60
# What Excel shows where it cannot compute a cell.
ERRORS = ("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!")


def returned(scene: Scene, heard: Returned) -> None:
    """Read a worksheet that came back, and say what was read in it."""
    mine = _Mine(scene, heard.proven)
    found = [(row, _step(mine, row) or _meant(mine, row)) for row in heard.rows]
    at_hand.answers(scene.session, scene.forum, [one for _, one in found if isinstance(one, Obligation)])
    entries = [entry for row, about in found for entry in _entries(scene, row, about, _doubled(found, row, about))]
    beside = "" if idle(heard.beside) else heard.beside
    reading_back.say(scene, "sheet", step_words.placed(scene, entries), name=heard.name, beside=beside)


def _entries(scene: Scene, row: Row, about: Obligation | Milestone | None, doubled: bool) -> Iterator[Values]:
    if isinstance(about, Milestone):
        duty = worksheets.named_by(scene.session, scene.forum, row.key)
        yield from step_rows.row(scene, row, about, duty, doubled=doubled)
    else:
        yield from _row(scene, row, about, doubled)


@dataclass
class _Mine:
    """What this chat answers for, by its numbers, by which a row without a key may be known where the file came from
    whom it says (``proven``); asked for once, where the first such row is met."""

    scene: Scene
    proven: bool

    @cached_property
    def steps(self) -> Mapping[str, list[Milestone]]:
        return step_rows.mine(self.scene)

    @cached_property
    def duties(self) -> Mapping[str, list[Obligation]]:
        scene, day = self.scene, self.scene.at.day
        found = [
            one.obligation
            for answered in (False, True)
            for one in awaited.of_people(scene.session, scene.forum, scene.person_ids, day=day, answered=answered)
        ]
        return reading_back.numbers(scene, found)


def _step(mine: _Mine, row: Row) -> Milestone | None:
    """The milestone that a row is about: by its key, else by its number, where that is one."""
    scene = mine.scene
    named = worksheets.named_by(scene.session, scene.forum, row.key)
    if named is not None or not mine.proven or not reading.number(row):
        return worksheets.step_named_by(scene.session, scene.forum, row.key)
    of_number = mine.steps.get(reading.number(row), [])
    return of_number[0] if len(of_number) == 1 else None


def _meant(mine: _Mine, row: Row) -> Obligation | None:
    """The obligation that a row is about: by its key, else by its number, where that is one."""
    duty = worksheets.named_by(mine.scene.session, mine.scene.forum, row.key)
    if duty is not None or not mine.proven or not reading.number(row):
        return duty
    of_number = mine.duties.get(reading.number(row), [])
    return of_number[0] if len(of_number) == 1 else None


def _doubled(
    found: list[tuple[Row, Obligation | Milestone | None]], row: Row, about: Obligation | Milestone | None
) -> bool:
    """Whether another row about the same says something else."""
    same = [one for one, other in found if about is not None and other is about and any(one.words)]
    return any(one.words != row.words for one in same)


def _row(scene: Scene, row: Row, duty: Obligation | None, doubled: bool) -> Iterator[Values]:
    """What becomes of one row: the whole of it is recorded, or nothing."""
    place: Values = {"row": row.place, "table": not row.letters}
    if not any(row.words):
        if duty is not None and not isinstance(reading_back.who(scene, duty), str):
            yield {"outcome": "empty", "obligation": duty.id, **place}
        return
    person = reading_back.who(scene, duty) if duty is not None else "unknown"
    if duty is None or isinstance(person, str):
        number = reading.number(row)
        yield {**reading_back.wrong(scene, duty, place, str(person)), **({} if duty else {"number": number})}
    elif _moved(scene, row, duty):
        yield reading_back.wrong(scene, duty, place, "moved", said=reading.number(row)[:QUOTED])
    elif worksheets.came_before(scene.session, duty, row.words):
        stands = replies.of_obligation(scene.session, duty)
        yield {"outcome": "same", "obligation": duty.id, **place, **({"version": stands.id} if stands else {})}
    elif doubled:
        yield reading_back.wrong(scene, duty, place, "twice")
    else:
        texts = {name: row.cells.get(name, "") for name in (*worksheets.FILLED[1:], worksheets.ENGLISH)}
        told = Told(duty, person, place, laying.chosen(row.cells.get("choice", "")) or "", texts)
        yield from _recorded(scene, told, row)


def _moved(scene: Scene, row: Row, duty: Obligation) -> bool:
    """Whether the key is another row's: what was filled in was moved without it, as by sorting some of the columns."""
    number = reading.number(row)
    return bool(number) and number != scene.session.get_one(Measure, duty.measure_id).number


def _recorded(scene: Scene, told: Told, row: Row) -> Iterator[Values]:
    flaws = list(_flaws(told, row))
    answer = None if flaws else _answer(scene, told)
    if isinstance(answer, str):
        flaws.append(("obstacles" if answer == "reason-missing" else "choice", answer))
    for name, why in flaws:
        at = {"field": name, "letter": row.letters.get(name, ""), "said": row.cells.get(name, "")[:QUOTED]}
        yield {**reading_back.wrong(scene, told.duty, told.place, why), **at}
    if isinstance(answer, Answer):
        worksheets.remember(scene.session, told.duty, row.words, now=scene.at.now)
        yield reading_back.record(scene, told, replace(answer, heard_id=scene.heard_id))


def _flaws(told: Told, row: Row) -> Iterator[tuple[str, str]]:
    """What is wrong about a row's cells, by field."""
    for name, word in row.cells.items():
        if word.upper() in ERRORS:
            yield name, "error"
        elif len(word) > replies.LONGEST:
            yield name, "long"
    if not told.choice:
        yield "choice", "choice-unknown" if row.cells.get("choice") else "choice-missing"
    elif told.choice in WITH_WORDS and not told.texts["done"]:
        yield "done", "done-missing"
    elif told.choice in WITH_REASON and not told.texts["obstacles"]:
        yield "obstacles", "reason-missing"
    elif told.choice == UNCHANGED and told.texts["done"]:
        yield "done", "both"


def _answer(scene: Scene, told: Told) -> Answer | str:
    """What a row without flaws says; or what it lacks when held against what is on record."""
    channel, texts = scene.heard.channel, told.texts
    if told.choice == UNCHANGED:
        return reading_back.unchanged(scene, told)
    if told.choice == NOTHING:
        found = standing.on_record(scene.session, told.duty)
        return answering.nothing(found, channel=channel, why=texts["obstacles"])
    return Answer(
        channel=channel,
        completion=Completion(told.choice),
        done=texts["done"],
        obstacles=texts["obstacles"],
        next_step=texts["next_step"],
        whole=True,
    )


def _asked_for(scene: Scene, heard: Commanded) -> None:
    """A member asks for the worksheet as a file."""
    kind = "xlsx" if heard.rest.strip().lower().startswith(("excel", "xls")) else "docx"
    if worksheets.lines(scene.session, scene.forum, scene.person_ids, day=scene.at.day):
        scene.say("worksheet-file", file=kind, people=sorted(scene.person_ids))
    else:
        scene.say("nothing-asked")


COMMANDS: dict[str, Commanding] = dict.fromkeys(("darbalapa", "worksheet"), _asked_for)
