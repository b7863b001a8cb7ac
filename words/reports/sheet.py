"""The workbook: the report as rows, one for each answer and each that is lacking, to be sorted and counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from forum.given import Answer
from forum.recommendations import Stance
from forum.reports import Chapter, Entry, Lacking, Report
from words.books import dress, saved
from words.reports import voices
from words.reports.before_words import erased
from words.reports.telling import Telling

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | datetime | None
Row = Sequence[Cell]

# The columns of the first sheet, by what each holds, and how wide each is (signs).
WIDTHS = {
    "commitment": 30,
    "number": 8,
    "title": 50,
    "lead": 12,
    "completion": 22,
    "body": 12,
    "manner": 16,
    "answer": 22,
    "done": 60,
    "obstacles": 40,
    "next-step": 40,
    "evidence": 40,
    "when": 18,
    "version": 10,
    "key": 38,
    "public": 60,
    "letter": 30,
}
# The same of recommendations, with where each is from and what is answered to it.
RECOMMENDED = {
    "number": 8,
    "recommendation": 50,
    "source": 20,
    "decision": 22,
    "response": 40,
    "lead": 12,
    **{name: width for name, width in WIDTHS.items() if name not in ("commitment", "number", "title", "lead")},
}
STEPS = {
    "number": 10,
    "step": 60,
    "of": 10,
    "lead": 12,
    "step-due": 24,
    "completion": 22,
    "step-on": 14,
    "evidence": 40,
}
LACKING = {"body": 12, "name": 40, "number": 8, "title": 60, "due": 14, "reason": 40}
# What Excel takes for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# The longest text that a cell holds: https://support.microsoft.com/office/excel-specifications-and-limits
LONGEST = 32_767


def xlsx(report: Report, telling: Telling) -> bytes:
    """The report as .xlsx; the same report gives the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    measured = (chapter for chapter in report.chapters if not chapter.recommended)
    heads = [(_head(chapter, entry, telling), entry) for chapter in measured for entry in chapter.entries]
    _lay(book.create_sheet(), telling, "measures", WIDTHS, [*_answers(heads, telling)])
    if followed := [(_followed(entry.stance, entry, telling), entry) for entry in report.entries if entry.stance]:
        _lay(book.create_sheet(), telling, "recommendations", RECOMMENDED, [*_answers(followed, telling)])
    if steps := [*_steps(report, telling)]:
        _lay(book.create_sheet(), telling, "steps", STEPS, steps)
    _lay(book.create_sheet(), telling, "lacking", LACKING, [*_lacking(report, telling)])
    if spoken := [*voices.rows(report, telling)]:
        _lay(book.create_sheet(), telling, "voices", voices.WIDTHS, spoken)
    book.properties.title, book.properties.creator = report.title, ""
    return saved(book, report.day)


def _lay(sheet: Worksheet, telling: Telling, name: str, widths: dict[str, int], rows: Sequence[Row]) -> None:
    sheet.title = telling.say(f"report-sheet-{name}")
    sheet.append([telling.say(f"report-column-{column}") for column in widths])
    for row in rows:
        sheet.append([_cell(value) for value in row])
    dress(sheet, [*widths.values()])
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if isinstance(cell.value, str):
                # Numbers of measures are text, and nobody's words are a formula.
                cell.data_type = "s"
            elif isinstance(cell.value, datetime):
                cell.number_format = _written(cell.value, telling.language)
    sheet.auto_filter.ref = sheet.dimensions


def _written(moment: datetime, language: str) -> str:
    """How Excel is to show it: as days are written in this language, with the hour where there is one."""
    day = "dd.mm.yyyy." if language == "lv" else "d mmm yyyy"
    return day if moment.time() == time() else f"{day} hh:mm"


def _cell(value: Cell) -> Cell:
    if not isinstance(value, str):
        return value
    return value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"


def _answers(heads: Iterable[tuple[list[Cell], Entry]], telling: Telling) -> Iterator[Row]:
    for head, entry in heads:
        for answer in entry.answers:
            yield [*head, *_answer(answer, telling)]
        for one in entry.lacking:
            yield [*head, one.body.code, telling.say("report-manner", manner="none"), *[""] * 10]
        if not entry.answers and not entry.lacking:
            yield [*head, *[""] * 12]


def _head(chapter: Chapter, entry: Entry, telling: Telling) -> list[Cell]:
    leads = ", ".join(body.code for body in entry.leads)
    title = telling.title(chapter)
    return [title, entry.number, entry.title, leads, telling.completion(entry.completion)]


def _followed(stance: Stance, entry: Entry, telling: Telling) -> list[Cell]:
    return [
        entry.number,
        stance.text or entry.title,
        telling.say("recommended-by", source=stance.source.value),
        telling.say("decision", decision=stance.decision.value if stance.decision else "none"),
        stance.response,
        ", ".join(body.code for body in entry.leads),
        telling.completion(entry.completion),
    ]


def _answer(answer: Answer, telling: Telling) -> list[Cell]:
    when = answer.submitted_at.astimezone(telling.zone).replace(tzinfo=None, microsecond=0)
    return [
        answer.body.code,
        telling.say("report-manner", manner=answer.manner.value),
        telling.completion(answer.completion) if answer.completion else "",
        answer.done or (erased(telling, answer.erased_at) if answer.erased_at else ""),
        answer.obstacles,
        answer.next_step,
        "\n".join(telling.proof(piece).text for piece in answer.evidence),
        when,
        answer.version,
        answer.key,
        telling.public(answer),
        telling.letter(answer.letter) if answer.letter else "",
    ]


def _steps(report: Report, telling: Telling) -> Iterator[Row]:
    """A row a milestone, beside the number of its measure."""
    for entry in report.entries:
        leads = ", ".join(body.code for body in entry.leads)
        for one in entry.steps:
            due: Cell = telling.own(one.due_text) or _midnight(one.due_on)
            state, done = telling.completion(one.completion), _midnight(one.done_on)
            yield [one.number, telling.own(one.whole), entry.number, leads, due, state, done, one.evidence]


def _lacking(report: Report, telling: Telling) -> Iterator[Row]:
    for entry in report.entries:
        for one in entry.lacking:
            yield [one.body.code, telling.name(one.body), entry.number, entry.title, *_due(one)]


def _due(one: Lacking) -> list[Cell]:
    return [_midnight(one.due_on), one.reason]


def _midnight(day: date | None) -> Cell:
    """A day as Excel has it."""
    return datetime.combine(day, time(), UTC).replace(tzinfo=None) if day else None
