"""Lengths and places in a text as Telegram counts them: in UTF-16 units, so that an emoji is two."""

from __future__ import annotations


def units(text: str) -> int:
    """How long ``text`` is in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def piece(text: str, offset: int, length: int) -> str:
    """The part of ``text`` that stands at ``offset`` for ``length`` units."""
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")
