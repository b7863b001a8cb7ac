"""Findings in words: one sentence for each, naming the list, the row and the column, and what to do."""

from __future__ import annotations

from forum.findings import Finding
from words.texts import Safe, Texts


def say(texts: Texts, language: str | None, finding: Finding) -> Safe:
    """The sentence as a message's HTML."""
    return texts.say(language, message_id(finding.kind), **finding.values)


def plain(texts: Texts, language: str | None, finding: Finding) -> str:
    """The sentence as plain text, for a terminal."""
    return texts.label(language, message_id(finding.kind), **finding.values)


def message_id(kind: str) -> str:
    """Under which the words of a kind stand in the locales."""
    return f"finding-{kind}"
