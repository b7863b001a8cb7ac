"""Findings in words: one sentence for each, naming the list, the row and the column, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from forum.findings import Finding
from words.texts import Safe, Texts


def say(texts: Texts, language: str | None, finding: Finding) -> Safe:
    """The sentence as a message's HTML."""
    return texts.say(language, message_id(finding.kind), **_counted(finding))


def plain(texts: Texts, language: str | None, finding: Finding) -> str:
    """The sentence as plain text, for a terminal."""
    return texts.label(language, message_id(finding.kind), **_counted(finding))


def _counted(finding: Finding) -> Mapping[str, str | int]:
    """With whether one row is named (``7``) or several (``7, 9``)."""
    row = finding.values.get("row")
    return finding.values if row is None else {**finding.values, "rows": "several" if "," in str(row) else "single"}


def message_id(kind: str) -> str:
    """Under which the words of a kind stand in the locales."""
    return f"finding-{kind}"
