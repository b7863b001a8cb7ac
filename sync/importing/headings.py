"""Headings: by which names a file calls the lists of a plan and their columns, in Latvian and in English."""

from __future__ import annotations

from collections.abc import Mapping

from sync.choices import SIDES
from sync.columns import folded

# What a sheet or a CSV file is called, by what its rows are; in the order in which they are laid down.
TABLES: Mapping[str, tuple[str, ...]] = {
    "institution": ("institūcijas", "iestādes", "institutions", "bodies"),
    "commitment": ("apņemšanās", "commitments", "themes"),
    "measure": ("pasākumi", "measures", "indicators", "rādītāji"),
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
        "number": ("nr", "numurs", "number", "no"),
        "title": ("nosaukums", "title_lv", "title", "title_en"),
        "title_en": ("nosaukums en", "title_en"),
        "ogp_id": ("ogp id", "ogp_id"),
        "lead": ("vadošā institūcija", "vadošā iestāde", "lead", "lead institution"),
        "problem": ("problēma", "problem"),
        "starts_on": ("sākums", "starts_on", "start"),
        "ends_on": ("beigas", "ends_on", "end"),
    },
    "measure": {
        "number": ("nr", "numurs", "number", "no"),
        "title": ("nosaukums", "title_lv", "title", "title_en"),
        "commitment": ("apņemšanās", "commitment", "theme"),
        "lead": ("atbildīgā", "atbildīgā iestāde", "lead", "lead institution"),
        "co_lead": ("līdzatbildīgās", "līdzatbildīgās iestādes", "supporting", "co_lead", "co-lead"),
        "due_text": ("termiņš (kā plānā)", "deadline", "deadline_lv", "deadline_en", "due text"),
        "due_on": ("termiņš", "due", "due_on", "due date"),
        "result": ("sagaidāmais rezultāts", "rezultāts", "result"),
    },
}
# Without these there is no such row.
NEEDED: Mapping[str, tuple[str, ...]] = {
    "institution": ("code", "name"),
    "commitment": ("number", "title"),
    "measure": ("number", "title"),
}
# By which rows of one kind are known apart, within a plan.
KEYS: Mapping[str, str] = {"institution": "code", "commitment": "number", "measure": "number"}
DATES = ("starts_on", "ends_on", "due_on")
# Which kind of row a field names, and whether it may name several.
NAMES: Mapping[str, tuple[str, bool]] = {
    "files_through": ("institution", False),
    "lead": ("institution", False),
    "co_lead": ("institution", True),
    "commitment": ("commitment", False),
}
SIDE_WORDS: Mapping[str, str] = {folded(word): code for word, code in SIDES.items()} | {
    code: code for code in SIDES.values()
}


def noun_of(title: str) -> str | None:
    """What the rows of a sheet or file of this name are; None: nobody can tell."""
    return next((noun for noun, names in TABLES.items() if folded(title) in names), None)


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
