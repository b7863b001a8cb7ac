"""Commands in words: what each does, and the word by which it is given in the reader's language."""

from __future__ import annotations

from collections.abc import Collection

from words.saying import Brief, Composer, Saying, Worded
from words.texts import Texts


def named(texts: Texts, language: str, words: Collection[str]) -> list[tuple[str, str]]:
    """(word, what it does) of the commands among these words, each once: by the word of this language where that is
    among them too, for some commands go by one in each."""
    told: list[tuple[str, str]] = []
    for word in words:
        if texts.knows(language, f"command-{word}"):
            own = texts.label(language, f"command-{word}.word")
            told.append((own if own in words else word, texts.label(language, f"command-{word}")))
    return told


def _help(say: Saying, brief: Brief) -> Worded:
    lines: list[str] = [
        say("help-command", word=word, what=what) for word, what in named(say.texts, say.language, brief["commands"])
    ]
    head = [say("help-commands")] if lines else []
    return Worded("\n\n".join([say("help"), "\n".join([*head, *lines])]).strip())


COMPOSERS: dict[str, Composer] = {"help": _help}
