"""The words of a message as a bot gives them: reads marks, measures lengths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sandbox.botapi.entities import TAGS, parse_html, trimmed
from sandbox.botapi.refusal import JSON, bad
from sandbox.botapi.units import units

TEXT_MOST = 4096
CAPTION_MOST = 1024
KINDS = {*TAGS.values(), "expandable_blockquote", "text_mention", "bot_command", "url", "email", "mention"}
PREVIEW = {"is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"}


def text_of(params: JSON) -> tuple[str, list[JSON]]:
    """The plain text and marks of a message: 1-4096 UTF-16 units after the marks are read."""
    if strange := sorted(set(params.get("link_preview_options", {})) - PREVIEW):
        raise bad(f"can't parse link preview options: unknown field {strange[0]}")
    text, entities = _read(params, "text", "entities")
    if not text:
        raise bad("message text is empty")
    if units(text) > TEXT_MOST:
        raise bad("message is too long")
    return text, entities


def caption_of(params: JSON) -> tuple[str, list[JSON]]:
    """The plain caption and its marks: 0-1024 UTF-16 units after the marks are read."""
    text, entities = _read(params, "caption", "caption_entities")
    if units(text) > CAPTION_MOST:
        raise bad("message caption is too long")
    return text, entities


def _read(params: JSON, words: str, marks: str) -> tuple[str, list[JSON]]:
    text, mode = params.get(words, ""), params.get("parse_mode", "")
    if mode:
        if mode.lower() != "html":  # the other modes are real, but nobody here writes them
            raise bad("unsupported parse_mode")
        return parse_html(text)
    return trimmed(text, _marks(params.get(marks, []), units(text)))


def _marks(entities: Sequence[Any], length: int) -> list[JSON]:
    for each in entities:
        if not isinstance(each, dict) or str(each.get("type")) not in KINDS:
            raise bad("can't parse entities: unsupported type specified")
        place = [value for value in (each.get("offset"), each.get("length")) if isinstance(value, int)]
        if len(place) != 2 or min(place) < 0 or sum(place) > length:
            raise bad("can't parse entities: an entity stands outside the text")
    return list(entities)
