"""Several: one text that answers several measures, each part beginning with a measure's number, becomes its parts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache

from forum.plan import Completion
from words import completions
from words.texts import texts
from words.vocabulary import one_of

# A number that begins a line, with whatever people put around it: «2.8.», «– 2.8:», «(2.8) –», «2.8. pasākums:».
BEGINS = re.compile(
    r"^[ \t]*(?:[-–—•*]\s+)?\(?(?P<number>[A-Z]?\d+(?:\.\d+)*)(?P<dot>\.?)\)?"
    r"(?:[ \t]+(?:pasākums|pasākumu|measure))?[ \t]*(?P<parts>[:–—]|-(?=\s)|$)?[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
FIELDS = ("done", "obstacles", "next_step", "english")


@dataclass(frozen=True)
class Part:
    """What was said of the measure with this ``number``: the state where it is named, and texts by field;
    ``unchanged``: that nothing has changed."""

    number: str
    text: str
    completion: Completion | None = None
    unchanged: bool = False
    texts: dict[str, str] = field(default_factory=dict)


def parts(
    text: str, mine: Collection[str], others: Collection[str] = (), steps: Collection[str] = ()
) -> tuple[str, list[Part]]:
    """What stands before the first number, and the parts, by the numbers that are the writer's (``mine``). One that is
    another's (``others``) begins a part too where a colon or a dash follows it, or its words would become those of
    the measure before. Of a milestone (``steps``) a
    state is told, or a link: with that its part begins."""
    begun = [found for found in BEGINS.finditer(text) if _begins(found, text, mine, others, steps)]
    if not begun:
        return text, []
    ends = [*(found.start() for found in begun[1:]), len(text)]
    made = [_part(one["number"], text[one.end() : end].strip()) for one, end in zip(begun, ends, strict=True)]
    return text[: begun[0].start()].strip(), made


def _begins(
    found: re.Match[str], text: str, mine: Collection[str], others: Collection[str], steps: Collection[str]
) -> bool:
    """«2.8 miljoni» is no part, but «2.8 Izpildīts» and «2.8. Dati ir publicēti» are."""
    number, marked = found["number"], bool(found["parts"]) or found["parts"] == ""
    rest = text[found.end() :].partition("\n")[0]
    if number not in mine and number in steps:
        return completions.recognise(_without_label(rest))[0] is not None or rest.startswith(("https://", "http://"))
    if number not in mine:
        return number in others and bool(found["parts"])
    if marked:
        return True
    if completions.recognise(rest)[0] is not None or _unchanged(rest) is not None:
        return True
    return bool(found["dot"]) and "." in number


def _part(number: str, text: str) -> Part:
    rest = _unchanged(text)
    if rest is not None:
        return Part(number, text, unchanged=True, texts={"obstacles": rest} if rest else {})
    completion, words = completions.recognise(_without_label(text))
    return Part(number, text, completion, texts=fields(words))


def fields(words: str) -> dict[str, str]:
    """The texts of an answer by field («Šķēršļi: …»); what no label stands before is what was done."""
    return dict(_labelled(words))


def _labelled(words: str) -> Iterator[tuple[str, str]]:
    found = list(_labels().finditer(words))
    starts = [*(one.start() for one in found), len(words)]
    if before := words[: starts[0]].strip():
        yield "done", before
    for one, end in zip(found, starts[1:], strict=True):
        if said := words[one.end() : end].strip():
            yield next(name for name in FIELDS if one[name]), said


def _without_label(text: str) -> str:
    return re.sub(rf"^{_any('several-label-state')}\s*:\s*", "", text, flags=re.IGNORECASE)


def _unchanged(text: str) -> str | None:
    """What follows «bez izmaiņām», where a text begins with it; None where it does not."""
    found = re.match(rf"{_any('sheet-unchanged')}\s*(?:[.,;:–—-]+\s*|\n+|$)", text, re.IGNORECASE)
    return text[found.end() :].strip() if found else None


def _any(message_id: str) -> str:
    return one_of(word for language in texts().languages for word in texts().label(language, message_id).split("|"))


@cache
def _labels() -> re.Pattern[str]:
    ids = {name: f"several-label-{name.replace('_', '-')}" for name in FIELDS}
    named = "|".join(f"(?P<{name}>{_any(message_id)})" for name, message_id in ids.items())
    return re.compile(rf"(?:^|(?<=[\n.;]))\s*(?:{named})\s*:\s*", re.IGNORECASE)
