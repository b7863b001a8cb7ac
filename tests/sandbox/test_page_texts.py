"""The demo page's texts and files: both languages whole, nothing fetched from elsewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sandbox import page
from sandbox.page.guide import STEPS
from sandbox.page.tables import TABLES
from sandbox.schema import COMPLETION

PAGE = Path(page.__file__).parent
TEXTS = json.loads((PAGE / "texts.json").read_text(encoding="utf-8"))
FILES = {each.name: each.read_text(encoding="utf-8") for each in (PAGE / "static").iterdir()}
ALL = "\n".join(FILES.values())


def keys(language: str) -> set[str]:
    """The keys of a language without the words for the site's own values, which Latvian does not need."""
    return {key for key in TEXTS[language] if not key.startswith("value.")}


def names(text: object) -> set[str]:
    """The {names} to be filled into a text or into any of its forms."""
    return set(re.findall(r"\{(\w+)\}", json.dumps(text)))


def asked() -> set[str]:
    """Every key that the page asks for in so many words, and those it puts together."""
    written = set(re.findall(r'data-(?:text|label)="([\w.-]+)"', ALL)) | set(re.findall(r'\bt\("([\w.-]+)"', ALL))
    guide = {f"guide.{name}.{part}" for name in STEPS for part in ("press", "see")}
    lures = set(re.findall(r'"((?:key|sample)\.[\w-]+)"', FILES["lures.js"])) | {"sample.correct"}
    columns = {f"column.{name}" for _, names in TABLES.values() for name in names.split()}
    ledgers = {f"ledger.{name}" for name in ("telegram", "sharepoint", "mail")}
    computed = {f"watch.{name}" for name in ("site_down", "telegram_slow", "outage", "blocked")}
    computed |= {"guide.finished", "guide.further", "guide.sample", "guide.show", "clock.play", "clock.stop"}
    computed |= {
        "block.member",
        "chat.blocked",
        "chat.with",
        "chat.start",
        "chat.unblock",
        "chat.changing",
        "chat.answering",
    }
    return (
        written
        | computed
        | guide
        | lures
        | columns
        | ledgers
        | {f"table.{name}" for name in TABLES}
        | {"clock.left", "month.by"}
    )


def test_both_languages_say_the_same_things() -> None:
    assert keys("lv") == keys("en") == asked()


def test_both_languages_fill_in_the_same_names() -> None:
    assert {key: names(TEXTS["lv"][key]) for key in keys("lv")} == {key: names(TEXTS["en"][key]) for key in keys("en")}


def test_english_has_a_word_for_each_completion() -> None:
    assert [value for value in COMPLETION if f"value.{value}" not in TEXTS["en"]] == []


def test_every_completion_has_a_colour() -> None:
    chips = re.findall(r'^  "(.+)": "([\w-]+)",$', FILES["tables.js"], re.MULTILINE)
    assert tuple(value for value, _ in chips) == COMPLETION
    assert [name for _, name in chips if f".chip.{name} " not in FILES["site.css"]] == []


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_asks_nothing_of_elsewhere(name: str) -> None:
    addresses = set(re.findall(r"(?:https?:)?//[a-z][\w.-]+\.\w+", FILES[name]))
    assert addresses - {"http://www.w3.org"} == set()
