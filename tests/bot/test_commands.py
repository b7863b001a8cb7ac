"""Commands: each that is answered has its words in every language, and those words lead to it."""

from __future__ import annotations

import re

import pytest

from bot.dialogues.coordinating import offered
from bot.dialogues.route import COMMANDS
from words.commands import named
from words.texts import Texts, messages

LANGUAGES = ("lv", "en")
TEXTS = Texts(LANGUAGES)


def words(language: str) -> dict[str, str]:
    """The commands there are texts of in a language, by their ids, with the word of this language."""
    ids = [name for name in messages(language) if re.fullmatch(r"command-[a-z_]+", name)]
    return {name.removeprefix("command-"): TEXTS.label(language, f"{name}.word") for name in ids}


def test_each_command_is_named() -> None:
    """A command without words (see ``commands.ftl``) would be in no help and no menu."""
    known = {word for language in LANGUAGES for key, own in words(language).items() for word in (key, own)}
    assert COMMANDS.keys() - known == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_is_answered_is_named_and_once(language: str) -> None:
    told = [word for word, _ in named(TEXTS, language, list(COMMANDS))]
    assert len(told) == len(set(told)) > 3
    assert [word for word in told if word not in COMMANDS] == []


def test_a_member_is_offered_less() -> None:
    for_members = offered(COMMANDS, coordinator=False)
    assert "pauze" not in for_members
    assert "plans" in for_members
    assert "viedoklis" not in for_members
    assert offered(COMMANDS, coordinator=True, partner=True) == list(COMMANDS)
