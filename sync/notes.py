"""Notes: what people pasted from Word or a browser into a column of many lines, as plain text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

# Only what a site's editor writes: a plain "< 5 days" is no markup.
_MARKUP = re.compile(
    r"</?(?:div|p|br|span|ul|ol|li|b|i|u|em|strong|a|table|tr|td|font|h[1-6])\b[^>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);",
    re.I,
)
# A note of one line without any of this is plain as it stands, which most are.
_UNTIDY = ("<", "&", "\u200b", "\xa0", "\r", "\t", "\n", "  ")
_BREAKS = {"br", "div", "p", "li", "tr", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6"}
_UNSAID = {"style", "script", "head", "title"}


def plain(text: str) -> str:
    """Plain text, a line a paragraph, without the blanks that nobody typed on purpose."""
    text = text.strip()
    for sign in _UNTIDY:
        if sign in text:
            return _tidied(text)
    return text


def _tidied(text: str) -> str:
    said = _said(text) if _MARKUP.search(text) else text
    said = said.replace("\u200b", "").replace("\xa0", " ").replace("\r\n", "\n").replace("\r", "\n")
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in said.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _said(markup: str) -> str:
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return re.sub(r"\n[ \t]*(?:\n[ \t]*)+", "\n", "".join(reader.pieces))


class _Reader(HTMLParser):
    """Keeps the words and where a line ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unsaid = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSAID:
            self._unsaid += 1
        elif tag in _BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSAID:
            self._unsaid = max(0, self._unsaid - 1)
        elif tag in _BREAKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unsaid:
            self.pieces.append(data)
