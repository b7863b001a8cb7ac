"""Every language says the same things: the same ids, the same labels, the same values."""

from __future__ import annotations

import pytest

from words.catalogue import languages
from words.texts import Texts, messages

LANGUAGES = languages()


def test_latvian_and_english_are_there() -> None:
    assert {"lv", "en"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_sound(language: str) -> None:
    """Reading refuses junk, ids that are not ASCII, doubles, dead references and left-out plurals."""
    assert Texts([language]).languages == (language,)


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "lv"])
def test_every_language_says_what_latvian_says(language: str) -> None:
    assert messages(language) == messages("lv")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", [0, 1, 2, 11])
def test_every_text_can_be_said(language: str, value: int) -> None:
    texts = Texts([language])
    said = {one: texts.say(language, one, **dict.fromkeys(needs, value)) for one, needs in messages(language).items()}
    assert [one for one, text in said.items() if not text.strip()] == []
