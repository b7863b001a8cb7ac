"""The worksheet of one measure on paper: what is on record, and what every round brought, each word with its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from forum.given import Answer
from forum.histories import History, Turn
from words import dates, typesetting
from words.filling import About, fill
from words.lists import number
from words.reports import stances, steps
from words.reports.telling import Said, Telling
from words.reports.template import foot, keep_facts, look

# What is printed, in docxtpl's words (see words/reports/template.py).
STYLED = (
    ("Title", "{{ sheet.title }}"),
    ("Subtitle", "{{ sheet.plan }}"),
    ("Normal", "{{ sheet.state }}"),
    ("Normal", "{%p for fact in sheet.facts %}"),
    ("Body Text", "{{ fact }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p for step in sheet.steps %}"),
    ("List Bullet", "{{ step }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p for part in sheet.parts %}"),
    ("Heading 1", "{{ part.title }}"),
    ("Normal", "{%p for answer in part.answers %}"),
    ("Heading 2", "{{ answer.heading }}"),
    ("Normal", "{%p for text in answer.parts %}"),
    ("Normal", "{{ text }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p for proof in answer.evidence %}"),
    ("List Bullet", "{{ proof.text }}"),
    ("Normal", "{%p endfor %}"),
    ("Caption", "{{ answer.source }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p for line in part.lacking %}"),
    ("Quote", "{{ line }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
)


@dataclass(frozen=True)
class Part:
    """One round: the answers that count, then the versions before them; who has not answered."""

    title: str
    answers: Sequence[Said]
    lacking: Sequence[str]


@dataclass(frozen=True)
class Told:
    """The whole worksheet: what a template finds under ``sheet``."""

    language: str
    title: str
    plan: str
    state: str
    facts: Sequence[str]
    steps: Sequence[str]
    parts: Sequence[Part]


def tell(telling: Telling, history: History) -> Told:
    """A measure's history in words."""
    say, language = telling.say, telling.language
    facts = stances.facts(telling, history.stance)
    facts += [say("measure-result", result=telling.own(history.result))] if history.result else []
    if history.turns:
        facts += telling.facts(history.turns[0].entry)[:-1]
    if history.completion:
        on = dates.day(history.completion_on, language) if history.completion_on else "none"
        facts.append(say("measure-on-record", completion=telling.completion(history.completion), on=on))
    facts += steps.heading(telling, history.steps)
    title = say("report-entry", number=number(history.number, language), title=telling.own(history.title))
    state = say("measure-state", on=dates.on_full_day(history.day, language))
    parts = [_part(telling, turn) for turn in history.turns]
    return Told(
        language,
        title,
        telling.own(history.plan),
        state,
        facts,
        steps.lines(telling, history.steps),
        parts,
    )


def _part(telling: Telling, turn: Turn) -> Part:
    answers = [_said(telling, answer) for answer in turn.entry.answers]
    for answer in reversed(turn.earlier):
        said = _said(telling, answer)
        heading = telling.say("measure-earlier", name=telling.full_name(answer.body))
        answers.append(Said(heading, said.parts, said.evidence_heading, [], said.source))
    due = dates.day(turn.due_on, telling.language)
    title = telling.say("measure-round", title=telling.own(turn.title), due=due)
    return Part(title, answers, telling.not_received(turn.entry))


def _said(telling: Telling, answer: Answer) -> Said:
    """What a body said in a round, whose facts do not say how far the measure had come."""
    said = telling.said(answer)
    if not answer.leads or answer.completion is None:
        return said
    state = telling.say("report-completion", completion=telling.completion(answer.completion))
    return replace(said, parts=[state, *said.parts])


def docx(telling: Telling, history: History) -> bytes:
    """The worksheet as .docx; the same gives the same bytes."""
    told = tell(telling, history)
    return fill(_template(told.language), {"sheet": told}, About(told.title, told.language, history.day))


def _template(language: str) -> bytes:
    from docx import Document

    made = Document()
    look(made, language, {style for style, _ in STYLED})
    keep_facts(made)
    for style, text in STYLED:
        made.add_paragraph(text, style)
    foot(made, "{{ sheet.title }}")
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def pdf(telling: Telling, history: History) -> bytes:
    """The worksheet as PDF/UA-1; the same gives the same bytes."""
    return typesetting.pdf("measure", day=history.day, sheet=tell(telling, history))


def name(telling: Telling, history: History, kind: str) -> str:
    """The file's name: «pasakums-2.8-2021-01-18.docx»."""
    what = telling.say("recommendation-file" if history.stance else "measure-file")
    return f"{what}-{history.number}-{history.day}.{kind}"
