"""What may be wrong with a text: found when the texts are read, or when one is to be said."""

from __future__ import annotations


class WordsError(Exception):
    """Something cannot be said."""


class BadTexts(WordsError):
    """The texts of a language cannot be used: the file and the place say where to look."""

    def __init__(self, language: str, file: str, trouble: str) -> None:
        super().__init__(f"{language}/{file}: {trouble}")
        self.language = language
        self.file = file


class CannotSay(WordsError):
    """One text cannot be said: its id and the language are told, never the values."""

    def __init__(self, message_id: str, language: str, trouble: str) -> None:
        super().__init__(f"“{message_id}” in {language}: {trouble}")
        self.message_id = message_id
        self.language = language


class UnknownText(CannotSay):
    """No text of this id is written in this language."""


class MissingValue(CannotSay):
    """The text asks for a value that was not given."""


class BadValue(CannotSay):
    """A value is neither a text nor a number; dates become words in `words.dates` first."""
