"""Laying out: what a worksheet says and asks, the same in Word and in Excel."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from forum.milestones import SAID
from forum.store.base import Values
from forum.worksheets import ENGLISH, FILLED, NOTHING, UNCHANGED
from words import completions, dates
from words.lists import number
from words.texts import Texts, texts
from words.vocabulary import fold

# What stands in a row already.
GIVEN = ("number", "title", "body", "due", "record")
FIELDS = (*GIVEN, *FILLED, ENGLISH, "key")
SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Sheet:
    """The words of one worksheet: its ``title``, how it is filled in, and its rows by field. ``filled``: the fields
    that are to be filled in; of milestones, whose rows say ``step``, only the state, by one of ``step_choices``.
    ``meanings``: what each state means."""

    language: str
    title: str
    how: Sequence[str]
    headings: dict[str, str]
    rows: Sequence[dict[str, str]]
    choices: Sequence[str]
    step_choices: Sequence[str]
    choose: str
    filled: Sequence[str] = FILLED
    meanings: Sequence[str] = ()

    @property
    def fields(self) -> list[str]:
        """Its columns, where it has a row a measure."""
        return [*GIVEN, *self.filled, "key"]

    def filled_in(self, row: dict[str, str]) -> Sequence[str]:
        """What is filled in in a row."""
        return ("choice",) if row["step"] else self.filled

    def offered(self, row: dict[str, str]) -> Sequence[str]:
        """What may be chosen in a row."""
        return self.step_choices if row["step"] else self.choices


def sheet(texts: Texts, language: str, lines: Sequence[Values]) -> Sheet:
    """The worksheet of these lines (``forum.worksheets.lines``) in one language."""

    def say(name: str, **values: str) -> str:
        return texts.label(language, f"sheet-{name}", **values)

    years = sorted({str(one["year"]) for one in lines})
    return Sheet(
        language=language,
        title=say("title", year=" / ".join(years) or "–"),
        how=[say("how"), say("how-empty"), say("how-restricted")],
        headings={field: say(f"column-{field.replace('_', '-')}") for field in FIELDS},
        rows=[_row(texts, language, one) for one in lines],
        choices=choices(language),
        step_choices=[completions.label(one.value, language) for one in SAID],
        choose=say("choose"),
        meanings=meanings(language),
        filled=(*FILLED, ENGLISH) if any(one[ENGLISH] is not None for one in lines) else FILLED,
    )


def choices(language: str) -> list[str]:
    """What may be chosen as the state, in the order of the chat's buttons."""
    told = [completions.label(one.value, language) for one in completions.TOLD]
    return [*told, texts().label(language, "sheet-unchanged"), texts().label(language, "sheet-nothing")]


def meanings(language: str) -> list[str]:
    """What the states mean that may be chosen: «Nav sākts – neviens darbs …»."""
    words = [one.value for one in completions.TOLD]
    return [f"{completions.label(word, language)} – {completions.meaning(word, language)}" for word in words]


def chosen(text: str) -> str | None:
    """What was chosen, by its words in any language: a completion, ``unchanged`` or ``nothing``; None: none of them."""
    return _choices().get(_bare(text))


def untouched(text: str) -> bool:
    """Whether a cell says only that something is to be chosen there."""
    return _bare(text) in _names("sheet-choose")


def field_of(heading: str) -> str | None:
    """Which field a heading names, in any language."""
    return _headings().get(_bare(heading))


def is_named(name: str) -> bool:
    """Whether a file bears the name under which worksheets are sent out."""
    return _bare(name).startswith(tuple(_names("sheet-file")))


def file_name(texts: Texts, language: str, lines: Sequence[Values], kind: str) -> str:
    """Under which name a worksheet is sent out; ``kind``: docx or xlsx."""
    years = sorted({str(one["year"]) for one in lines})
    return "-".join([texts.label(language, "sheet-file"), *years]) + f".{kind}"


def _row(texts: Texts, language: str, one: Values) -> dict[str, str]:
    if "step" in one:
        return _step(texts, language, one)
    named = number(one["number"], language)
    source = texts.label(language, "recommended-by", source=one["source"]) if one["source"] else ""
    given = {
        "number": f"{named} {one['plan']}".strip(),
        "title": f"{one['title']} ({source})" if source else one["title"],
        "body": (one["body_en"] if language == "en" else "") or one["body"],
        "due": dates.short_day(one["due_on"], language),
        "record": _record(texts, language, one),
        "key": one["key"],
    }
    return {**dict.fromkeys((*FIELDS, "step"), ""), **given}


def _step(texts: Texts, language: str, one: Values) -> dict[str, str]:
    """A milestone's row, with its deadline as the plan words it."""
    state = completions.label(one["completion"], language) if one["completion"] else ""
    on = f", {dates.day(one['done_on'], language)}" if one["done_on"] else ""
    given = {
        "number": f"{number(one['number'], language)} {one['plan']}".strip(),
        "title": texts.label(language, "sheet-step", title=one["title"]),
        "body": (one["body_en"] if language == "en" else "") or one["body"],
        "due": one["due_text"] or (dates.day(one["due_on"], language) if one["due_on"] else ""),
        "record": f"{state}{on}" or texts.label(language, "sheet-no-record"),
        "key": one["key"],
        "step": "yes",
    }
    return {**dict.fromkeys(FIELDS, ""), **given}


def _record(texts: Texts, language: str, one: Values) -> str:
    """What is known of a measure so far: the body's answer, else what is on record."""
    said: list[str] = [texts.label(language, "sheet-answered")] if one["answered"] else []
    if one["completion"]:
        said.append(f"{completions.label(one['completion'], language)}.")
    if one["internal"]:
        said.append(texts.label(language, "sheet-internal"))
    for field in (*FILLED[1:], ENGLISH):
        if one[field]:
            head = "nothing" if one["nothing"] and field == "obstacles" else f"column-{field.replace('_', '-')}"
            said.append(f"{texts.label(language, f'sheet-{head}')}: {one[field]}")
    return "\n".join(said) or texts.label(language, "sheet-no-record")


def _bare(text: str) -> str:
    return SIGNS.sub(" ", fold(text)).strip()


def _names(message_id: str) -> list[str]:
    return [_bare(texts().label(language, message_id)) for language in texts().languages]


@cache
def _headings() -> dict[str, str]:
    return {name: field for field in FIELDS for name in _names(f"sheet-column-{field.replace('_', '-')}")}


@cache
def _choices() -> dict[str, str]:
    words = [*(one.value for one in completions.TOLD), UNCHANGED, NOTHING]
    found: dict[str, str] = {}
    for language in texts().languages:
        found |= dict(zip(map(_bare, choices(language)), words, strict=True))
        short = {completions.short_label(one.value, language): one.value for one in completions.TOLD}
        found |= {_bare(label): word for label, word in short.items()}
    return found
