"""Headings: by which names a file calls the lists of a plan and their columns, in Latvian and in English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sync.choices import SIDES
from sync.columns import folded

# What a sheet or a CSV file is called, by what its rows are; in the order in which they are laid down.
TABLES: Mapping[str, tuple[str, ...]] = {
    "institution": ("institūcijas", "iestādes", "institutions", "bodies"),
    "commitment": ("apņemšanās", "commitments", "themes"),
    "measure": ("pasākumi", "measures", "indicators", "rādītāji"),
    "milestone": ("starprezultāti", "milestones", "steps"),
}
# Tables called so are what OGP's own words make of them: a milestone there is promised under a commitment, which is a
# measure here, and its indicators are our milestones.
SHOWING = ("indicators", "rādītāji")
# What the rows of several kinds say alike.
_NAMED = {
    "number": ("nr", "numurs", "number", "no"),
    "title": ("nosaukums", "title_lv", "title", "title_en"),
}
_LED = {"lead": ("atbildīgā", "atbildīgā iestāde", "lead", "lead institution")}
_DUE = {
    "due_text": ("termiņš (kā plānā)", "deadline", "deadline_lv", "deadline_en", "due text"),
    "due_on": ("termiņš", "due", "due_on", "due date"),
}
# The headings of each field, the best first: of several that are there the first counts. One heading may be read twice,
# so that a plan that is told in English alone has titles all the same.
HEADINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "institution": {
        "code": ("saīsinājums", "kods", "code"),
        "name": ("nosaukums", "name_lv", "name", "title"),
        "name_en": ("nosaukums en", "name_en"),
        "side": ("puse", "side"),
        "files_through": ("atskaiti iesniedz", "files_through", "files through"),
    },
    "commitment": {
        **_NAMED,
        "title_en": ("nosaukums en", "title_en"),
        "ogp_id": ("ogp id", "ogp_id"),
        "lead": ("vadošā institūcija", "vadošā iestāde", "lead", "lead institution"),
        "problem": ("problēma", "problem"),
        "starts_on": ("sākums", "starts_on", "start"),
        "ends_on": ("beigas", "ends_on", "end"),
    },
    "measure": {
        **_NAMED,
        "commitment": ("apņemšanās", "commitment", "theme"),
        **_LED,
        "co_lead": ("līdzatbildīgās", "līdzatbildīgās iestādes", "supporting", "co_lead", "co-lead"),
        **_DUE,
        "result": ("sagaidāmais rezultāts", "rezultāts", "result"),
    },
    "milestone": {
        **_NAMED,
        "measure": ("pasākums", "measure", "milestone"),
        **_LED,
        **_DUE,
        "text": ("teksts", "text"),
    },
}
# Without these there is no such row.
NEEDED: Mapping[str, tuple[str, ...]] = {
    "institution": ("code", "name"),
    "commitment": ("number", "title"),
    "measure": ("number", "title"),
    "milestone": ("number", "title"),
}
# By which rows of one kind are known apart, within a plan.
KEYS: Mapping[str, str] = {
    "institution": "code",
    "commitment": "number",
    "measure": "number",
    "milestone": "number",
}
DATES = ("starts_on", "ends_on", "due_on")
# Which kind of row a field names, and whether it may name several.
NAMES: Mapping[str, tuple[str, bool]] = {
    "files_through": ("institution", False),
    "lead": ("institution", False),
    "co_lead": ("institution", True),
    "commitment": ("commitment", False),
    "measure": ("measure", False),
}
SIDE_WORDS: Mapping[str, str] = {folded(word): code for word, code in SIDES.items()} | {
    code: code for code in SIDES.values()
}


def nouns(tables: Sequence[tuple[str, frozenset[str]]]) -> list[str | None]:
    """What the rows of each sheet or file are, by its name and the words of its headings; None: nobody can tell."""
    called = [_called(title) for title, _ in tables]
    ogp = [noun == "milestone" and _as_ogp_says(words) for noun, (_, words) in zip(called, tables, strict=True)]
    if not any(ogp):
        return called
    shown = [folded(title) in SHOWING and "milestone" in words for title, words in tables]
    return [
        "measure" if promised else "milestone" if shows else noun
        for noun, promised, shows in zip(called, ogp, shown, strict=True)
    ]


def _called(title: str) -> str | None:
    return next((noun for noun, names in TABLES.items() if folded(title) in names), None)


def _as_ogp_says(words: frozenset[str]) -> bool:
    """Rows that name a commitment, and no measure."""
    return bool(words & set(HEADINGS["measure"]["commitment"])) and not words & {"pasākums", "measure"}


def bare(word: str) -> str:
    """A heading, a code or a number as it is held against others: «Nr.» is «nr», “2.8.” is “2.8”."""
    return folded(word).rstrip(".")


def columns(noun: str, heading: Mapping[int, str]) -> dict[str, int]:
    """In which column each field stands, of those that are there."""
    there = {bare(title): at for at, title in reversed(list(heading.items()))}
    found = {}
    for name, words in HEADINGS[noun].items():
        place = next((there[word] for word in words if word in there), None)
        if place is not None:
            found[name] = place
    return found
