"""Shows a chat's text as a page can show it: the marks become HTML again, everything else is made harmless."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from sandbox.botapi.refusal import JSON
from sandbox.botapi.units import piece, units

AROUND = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
# What the service finds by itself in the words that people write.
FOUND = {
    "bot_command": re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w+)?"),
    "url": re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)]"),
    "email": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
}


def found(text: str) -> list[JSON]:
    """The commands, addresses and e-mails in a member's words, as MessageEntity objects in order."""
    marks = [
        {"type": kind, "offset": units(text[: each.start()]), "length": units(each.group())}
        for kind, pattern in FOUND.items()
        for each in pattern.finditer(text)
    ]
    return sorted(marks, key=lambda mark: (mark["offset"], mark["type"]))


def to_html(text: str, entities: Sequence[JSON]) -> str:
    """``text`` with its marks as HTML; a reader's page may show it as it is."""
    ordered = sorted(entities, key=lambda each: (each["offset"], -each["length"]))
    return _inside(text, 0, units(text), ordered)


def _inside(text: str, start: int, end: int, entities: Sequence[JSON]) -> str:  # a piece and the marks in it
    out, at, rest = [], start, list(entities)
    while rest:
        first = rest.pop(0)
        stop = min(first["offset"] + first["length"], end)
        within = [each for each in rest if each["offset"] < stop]
        rest = [each for each in rest if each["offset"] >= stop]
        opening, closing = _tags(first, piece(text, first["offset"], first["length"]))
        out.append(escape(piece(text, at, first["offset"] - at)))
        out += [opening, _inside(text, first["offset"], stop, within), closing]
        at = stop
    return "".join([*out, escape(piece(text, at, end - at))])


def _tags(entity: JSON, inside: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in AROUND:
        return f"<{AROUND[kind]}>", f"</{AROUND[kind]}>"
    if kind in ("text_link", "url"):
        return f'<a href="{escape(entity.get("url", inside))}">', "</a>"
    if kind == "expandable_blockquote":
        return "<blockquote expandable>", "</blockquote>"
    if kind == "spoiler":
        return '<span class="tg-spoiler">', "</span>"
    return "", ""
