"""Messages: every kind can be said in every language within Telegram's limits, whatever the values are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html import unescape
from importlib import import_module
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.buttons import Press, seal
from forum.briefs import BRIEFS
from words.messages import COMPOSERS, Messages
from words.texts import Texts

LANGUAGES = ("lv", "en")
MESSAGES = Messages(Texts(LANGUAGES), ZoneInfo("Europe/Riga"), lambda token: f"https://t.me/bot?start={token}")
HOUSE = Path(__file__).parents[2]
ROOMS = ("forum", "bot", "sync", "service", "web")

# Telegram's: https://core.telegram.org/bots/api#sendmessage, in UTF-16 units after the marks are read.
LONGEST_MESSAGE, LONGEST_CAPTION = 4096, 1024
LONGEST_TOAST = 200


# The samples of every area, each in a file of its own.
AREAS = [
    import_module(f"tests.words.samples.{file.stem}")
    for file in sorted((Path(__file__).parent / "samples").glob("*.py"))
]
SAMPLES: dict[str, list[dict[str, Any]]] = {}
TOASTS: dict[str, dict[str, Any]] = {}
for area in AREAS:
    SAMPLES |= getattr(area, "SAMPLES", {})
    TOASTS |= getattr(area, "TOASTS", {})


def units(html: str) -> int:
    """The length that Telegram counts."""
    return len(unescape(re.sub(r"<[^>]*>", "", html)).encode("utf-16-le")) // 2


def unsaid(html: str) -> list[str]:
    """Words of code in what people read: open marks, ids, empty quotes."""
    return re.findall(r"\bNone\b|\{|\}|\$|«»|“”|_", re.sub(r"<[^>]*>|https://\S+", "", html))


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_said_wholly_and_fits_into_a_message(kind: str, language: str) -> None:
    for brief in SAMPLES[kind]:
        said = MESSAGES.compose(kind, language, brief)
        assert 0 < units(said.html) <= (LONGEST_CAPTION if said.attached else LONGEST_MESSAGE)
        assert unsaid(said.html) == []
        assert len(said.rows) <= 3
        for row in said.rows:
            assert 0 < len(row) <= 8
            for button in row:
                assert 0 < len(button.label) <= 64
                data = "" if button.url else seal(b"s" * 32, Press(2**31, button.action, str(button.subject)))
                assert len(data.encode()) <= 64


@pytest.mark.parametrize("kind", TOASTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_toast_fits_on_the_screen(kind: str, language: str) -> None:
    assert 0 < len(MESSAGES.toast(kind, language, TOASTS[kind])) <= LONGEST_TOAST


@pytest.mark.parametrize("html", ["{ $day }", "<b>None</b>", "«»", "body_id"])
def test_what_is_left_unsaid_would_be_seen(html: str) -> None:
    assert unsaid(html) != []


# Where the kind stands among what is given by position to those who put messages into the outbox.
PLACES = {
    "say": 0,
    "tell": 1,
    "_show": 0,
    "_tell": 3,
    "tell_coordinators": 0,
    "coordinators": 2,
    "_put": 2,
    "Waiting": 0,
}


def kinds(file: Path) -> set[str]:
    """The kinds of message that a file puts into the outbox."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    named = dict(_constants(tree))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            place = PLACES.get(getattr(node.func, "attr", getattr(node.func, "id", "")), 99)
            given = [*node.args[place : place + 1], *(word.value for word in node.keywords if word.arg == "kind")]
            # Where one of two is sent, both are found.
            words = [word for one in given for word in ast.walk(one)]
            found |= {named.get(getattr(one, "id", ""), getattr(one, "value", None)) for one in words}
    return {kind for kind in found if isinstance(kind, str)}


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The names that a file gives to plain words."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            pairs = (
                zip(target.elts, value.elts, strict=True)
                if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
                else [(target, value)]
            )
            for name, word in pairs:
                if isinstance(name, ast.Name) and isinstance(word, ast.Constant) and isinstance(word.value, str):
                    yield name.id, word.value


def test_every_kind_that_is_sent_has_words() -> None:
    files = [file for room in ROOMS for file in (HOUSE / room).rglob("*.py")]
    assert set().union(*(kinds(file) for file in files)) == SAMPLES.keys()
    assert (COMPOSERS.keys() | BRIEFS.keys()) - SAMPLES.keys() == set()


def test_every_toast_that_is_shown_has_words() -> None:
    shown = {
        kind for file in Path("bot").rglob("*.py") for kind in re.findall(r'\.toast\("([a-z-]+)"', file.read_text())
    }
    assert shown == TOASTS.keys()
