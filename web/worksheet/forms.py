"""Forms: what a member typed, read field by field; what is wrong is named, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from forum import evidence, excusing, replies
from forum.evidence import Attached
from forum.helping import Trouble
from forum.worksheets import NOTHING, WITH_REASON, WITH_WORDS
from web.worksheet.numbers import number
from words import completions

LETTER = "letter"
TROUBLES = (Trouble.DATA, Trouble.SIGN_OFF, Trouble.EXTENSION, LETTER, Trouble.NOT_MINE, Trouble.OTHER)
CHOICES = (*completions.TOLD, NOTHING)

# What an answer is made of.
ANSWER = ("choice", "done", "obstacles", "next_step", "internal")

# The text that names what is wrong, by field.
Errors = dict[str, str]


@dataclass(frozen=True)
class Form:
    """What came with a form: its ``fields``, and a file where one was chosen that is not ``too_large``."""

    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    attached: Attached | None = None
    too_large: bool = False

    def text(self, name: str) -> str:
        """A field's text, its lines parted as everywhere but in forms."""
        return (self.fields.get(name) or [""])[0].replace("\r\n", "\n").strip()

    def all(self, name: str) -> list[str]:
        return list(self.fields.get(name, ()))

    def number(self, name: str) -> int | None:
        """The row that a field names; None where it names none."""
        return number(self.text(name))

    def numbers(self, name: str) -> list[int]:
        """The rows that the fields of this name have."""
        return [one for text in self.all(name) if (one := number(text)) is not None]

    def only(self, *names: str) -> Form:
        """These fields alone."""
        return Form({name: words for name, words in self.fields.items() if name in names})

    def without(self, *names: str) -> Form:
        """All but these fields; a file is never shown again."""
        return Form({name: words for name, words in self.fields.items() if name not in names})


def answer(form: Form) -> Errors:
    """What is wrong about an answer."""
    choice, wrong = form.text("choice"), Errors()
    if choice not in CHOICES:
        wrong["choice"] = "ws-error-choice"
    if choice in WITH_WORDS and not form.text("done"):
        wrong["done"] = "ws-error-done"
    if choice in WITH_REASON and not form.text("obstacles"):
        wrong["obstacles"] = "ws-error-obstacles"
    return wrong | _long(form, "done", "obstacles", "next_step", "english")


def words(form: Form) -> Errors:
    """What is wrong about an answer where words alone are asked for."""
    return _long(form, "done") if form.text("done") else {"done": "ws-error-say"}


def why(form: Form) -> Errors:
    """What is wrong about why something has not been started."""
    return _long(form, "why") if form.text("why") else {"why": "ws-error-why"}


def pieces(form: Form) -> Errors:
    """What is wrong about the link and the file, where they are given."""
    link, attached = form.text("link"), form.attached
    wrong = Errors()
    if link and not evidence.LINK.fullmatch(link):
        wrong["link"] = "ws-error-link"
    elif len(link) > evidence.LONGEST_LINK:
        wrong["link"] = "ws-error-long-link"
    if form.too_large:
        wrong["file"] = "ws-error-large"
    elif attached is not None and not attached.content:
        wrong["file"] = "ws-error-empty"
    return wrong


def trouble(form: Form, *, due: date) -> Errors:
    """What is wrong about why somebody does not answer."""
    kind, wrong = form.text("trouble"), Errors()
    if kind not in TROUBLES:
        wrong["trouble"] = "ws-error-trouble"
    if kind == Trouble.OTHER and not form.text("words"):
        wrong["words"] = "ws-error-words"
    if kind == LETTER and not form.text("words"):
        wrong["words"] = "ws-error-letter"
    if kind == Trouble.EXTENSION:
        wrong |= _until(until(form), due)
    return wrong | _long(form, "words")


def until(form: Form) -> date | None:
    """The day until which time is asked for, where one is named."""
    try:
        return date.fromisoformat(form.text("until"))
    except ValueError:
        return None


def _until(found: date | None, due: date) -> Errors:
    if found is None:
        return {"until": "ws-error-until"}
    if found <= due:
        return {"until": "ws-error-until-early"}
    return {"until": "ws-error-until-far"} if found > due + excusing.LONGEST else {}


def _long(form: Form, *names: str) -> Errors:
    return {name: "ws-error-long" for name in names if len(form.text(name)) > replies.LONGEST}
