"""Formatted text: reads the HTML a bot sends, as strictly as the real service, into plain text and its marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from sandbox.botapi.refusal import JSON, Refusal, bad
from sandbox.botapi.units import piece, units

# The tags and what they become: https://core.telegram.org/bots/api#html-style
TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
ORDER = ["blockquote", "expandable_blockquote", "pre", "code", "text_link", *TAGS.values()]
PLAIN = re.compile(r"[^<&]+")
NAME = re.compile(r"[^\s>]*")
SIGN = re.compile(r"&(?:(lt|gt|amp|quot)(?![A-Za-z])|#(\d+)|#[xX]([0-9a-fA-F]+));?")
ATTRIBUTE = re.compile(r"""\s+([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.\-]+)))?""")
CLOSE = re.compile(r"\s*>")
SIGNS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


@dataclass
class _Open:
    tag: str
    values: dict[str, str]
    offset: int


def parse_html(text: str) -> tuple[str, list[JSON]]:
    """Plain text and its list of MessageEntity objects; raises ``Refusal`` where a tag is wrong."""
    return trimmed(*_Reader(text).read())


def trimmed(text: str, entities: list[JSON]) -> tuple[str, list[JSON]]:
    """The text without blank ends, as members see it, its marks moved along; empty marks fall away."""
    lead = units(text) - units(text.lstrip())
    short = text.strip()
    end = units(short)
    moved = []
    for entity in sorted(entities, key=_place):
        start = max(entity["offset"] - lead, 0)
        length = min(entity["offset"] + entity["length"] - lead, end) - start
        if length > 0:
            moved.append({**entity, "offset": start, "length": length})
    return short, moved


def _place(entity: JSON) -> tuple[int, int, int]:
    """Outer marks before inner ones; of two marks over the same words, always the same first."""
    rank = ORDER.index(entity["type"]) if entity["type"] in ORDER else len(ORDER)
    return entity["offset"], -entity["length"], rank


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.out: list[str] = []
        self.written = 0
        self.open: list[_Open] = []
        self.entities: list[JSON] = []

    def read(self) -> tuple[str, list[JSON]]:
        while self.at < len(self.text):
            if self.text[self.at] == "<":
                self._tag()
            else:
                self._words()
        if self.open:
            raise self._wrong(f"Can't find end tag corresponding to start tag {self.open[-1].tag}")
        return "".join(self.out), self.entities

    def _words(self) -> None:
        sign = SIGN.match(self.text, self.at)
        if sign:
            put, self.at = _signed(sign), sign.end()
        else:
            plain = PLAIN.match(self.text, self.at)
            put = plain.group() if plain else "&"
            self.at += len(put)
        self.out.append(put)
        self.written += units(put)

    def _tag(self) -> None:
        begin = self.at
        ends = self.text.startswith("</", begin)
        self.at = _after(NAME, self.text, begin + 1)
        tag = self.text[begin + 1 + ends : self.at].lower()
        if ends:
            self._end(begin, tag)
        else:
            self._start(begin, tag)

    def _start(self, begin: int, tag: str) -> None:
        if tag not in TAGS:
            raise self._wrong(f'Unsupported start tag "{tag}"', begin)
        values: dict[str, str] = {}
        while found := ATTRIBUTE.match(self.text, self.at):
            key, *given = found.groups()
            values[key.lower()] = SIGN.sub(_signed, next((each for each in given if each is not None), ""))
            self.at = found.end()
        close = CLOSE.match(self.text, self.at)
        if close is None:
            raise self._wrong("Unclosed start tag", begin)
        self.at = close.end()
        if tag == "span" and values.get("class") != "tg-spoiler":
            raise self._wrong('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(_Open(tag, values, self.written))

    def _end(self, begin: int, tag: str) -> None:
        if not self.open:
            raise self._wrong("Unexpected end tag", begin)
        close = CLOSE.match(self.text, self.at)
        if close is None:
            raise self._wrong("Unclosed end tag", begin)
        self.at = close.end()
        last = self.open.pop()
        if tag not in ("", last.tag):
            raise self._wrong("Unmatched end tag", begin, f', expected "</{last.tag}>", found "</{tag}>"')
        self._mark(last)

    def _mark(self, ended: _Open) -> None:
        language = ended.values.get("class", "").removeprefix("language-")
        if ended.tag == "code" and language and self.open and self.open[-1].tag == "pre":
            self.open[-1].values["language"] = language  # <pre><code class="language-…"> is one mark
            return
        length = self.written - ended.offset
        more = _more(ended, piece("".join(self.out), ended.offset, length))
        if more is not None and length:
            kind = {"type": TAGS[ended.tag], "offset": ended.offset, "length": length}
            self.entities.append({**kind, **more})

    def _wrong(self, words: str, begin: int | None = None, rest: str = "") -> Refusal:
        place = "" if begin is None else f" at byte offset {len(self.text[:begin].encode())}"
        return bad(f"can't parse entities: {words}{place}{rest}")


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _signed(sign: re.Match[str]) -> str:
    name, decimal, hexadecimal = sign.groups()
    if name:
        return SIGNS[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    usable = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
    return chr(code) if usable else sign.group()


def _more(ended: _Open, inside: str) -> JSON | None:
    """What a mark carries beside its place; None where the real service drops the mark and keeps the text."""
    values = ended.values
    if ended.tag == "a":
        url = values.get("href") or inside
        return {"url": url} if valid_url(url) else None
    if ended.tag == "pre":
        return {"language": values["language"]} if values.get("language") else {}
    if ended.tag == "blockquote":
        return {"type": "expandable_blockquote"} if "expandable" in values else {}
    if ended.tag == "tg-emoji":
        return {"custom_emoji_id": _number(values.get("emoji-id"), "custom emoji identifier")}
    if ended.tag == "tg-time":
        shape = {"date_time_format": values["format"]} if values.get("format") else {}
        return {"unix_time": int(_number(values.get("unix"), "date")), **shape}
    return {}


def _number(value: str | None, what: str) -> str:
    if value is None or not value.isascii() or not value.isdigit():
        raise bad(f"can't parse entities: Invalid {what} specified")
    return value


def valid_url(url: str) -> bool:
    """Whether a link or a link button may carry it: http(s) with a dotted host, or Telegram's own scheme."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    if parts.scheme == "tg":
        return bool(parts.netloc)
    named = "." in (parts.hostname or "")
    return parts.scheme in ("http", "https") and named and not re.search(r"\s", url)
