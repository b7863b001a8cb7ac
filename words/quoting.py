"""Quoting: what somebody wrote themselves in a mail, without what they answer to, a signature, and a telephone's own
line. The words by which these begin are in `locales/<language>/mail.ftl`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import takewhile

from words.texts import texts
from words.vocabulary import fold, one_of

# So many lines of an answer are looked through; who writes more than this pastes a document.
MOST_LINES = 2000
# How many lines a mail program needs to say what follows is another mail: From, Sent, To, Subject.
HEADS = 2
# What these elements hold is another's words, by the programs that make them so.
QUOTES = ("gmail_quote", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote", "appendonsend", "divRplyFwdMsg")
BLOCKS = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "table", "ul", "ol"}
SILENT = {"style", "script", "head", "title"}


def own(text: str) -> str:
    """The writer's own words, from the top to where a quotation or a signature begins."""
    lines = text.replace("\r\n", "\n").replace("\xa0", " ").split("\n")[:MOST_LINES]
    kept: list[str] = []
    for number, line in enumerate(lines):
        if _ends(lines, number):
            break
        if not line.lstrip().startswith(">"):
            kept.append(line.rstrip())
    while kept and (not kept[-1].strip() or _introduces(kept[-1])):
        kept.pop()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def plain(page: str) -> str:
    """The words of an HTML mail, a line a paragraph, without what its program marked as quoted."""
    reader = _Page()
    reader.feed(page)
    reader.close()
    text = "".join(reader.parts)
    return re.sub(r"[ \t]+\n", "\n", re.sub(r"\n{3,}", "\n\n", text)).strip()


def _ends(lines: list[str], number: int) -> bool:
    """Whether from this line on it is no longer the writer who speaks."""
    line = lines[number].strip()
    if not line:
        return False
    if line == "--" or lines[number].rstrip("\n") == "-- " or re.fullmatch(r"_{10,}", line):
        return True
    folded = fold(line)
    if _divider().fullmatch(folded) or _signs_off().fullmatch(folded) or _device().match(folded):
        return True
    # «… wrote:» may be broken over three lines, but by no empty one: a date before that is the writer's.
    here = fold(" ".join(takewhile(str.strip, lines[number : number + 3])))
    return bool(_wrote().match(folded) or (_begins_citing(folded) and _wrote().match(here)) or _heads(lines, number))


def _begins_citing(folded: str) -> bool:
    """Whether a line may begin «On … somebody wrote:», broken over several: it has a date or an address."""
    return bool(re.search(r"\d{4}|\d{1,2}[:.]\d{2}|@", folded))


def _heads(lines: list[str], number: int) -> bool:
    """Whether the head of another mail begins here: «No: …», «Nosūtīts: …» on lines that follow each other."""
    found = 0
    for line in lines[number : number + 6]:
        if line.strip():
            if not _head().match(fold(line.strip().replace("*", ""))):
                break
            found += 1
    return found >= HEADS


def _introduces(line: str) -> bool:
    return bool(_wrote().match(fold(line)))


class _Page(HTMLParser):
    """Collects words; ``_shut`` counts how deep in an element whose words are not the writer's we are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._shut: list[str] = []
        self._over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = " ".join(value or "" for name, value in attrs if name in ("class", "id", "type"))
        if tag == "div" and ("appendonsend" in given or "divRplyFwdMsg" in given):
            self._over = True  # what comes after it is the quoted mail, beside it and not in it
        quoted = any(one in given for one in QUOTES) or (tag == "blockquote" and "cite" in given)
        if self._shut:
            if tag == self._shut[0]:
                self._shut.append(tag)
        elif quoted or tag in SILENT:
            self._shut.append(tag)
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._shut:
            if tag == self._shut[-1]:
                self._shut.pop()
        elif tag in BLOCKS and tag != "br":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._shut and not self._over:
            self.parts.append(re.sub(r"\s+", " ", data))


def _words(name: str) -> str:
    """A pattern for any of the words of this name, in any language."""
    return one_of(fold(word) for one in _all(name) for word in one)


def _all(name: str) -> Iterator[list[str]]:
    for language in texts().languages:
        yield texts().label(language, name).split("|")


@cache
def _wrote() -> re.Pattern[str]:
    return re.compile(rf"(?=.*(?:\d{{4}}|\d[:.]\d\d|@)).{{0,300}}\b{_words('mail-words-wrote')}\s*:$")


@cache
def _divider() -> re.Pattern[str]:
    return re.compile(rf"[-_* ]*{_words('mail-words-original')}[-_*: ]*")


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"{_words('mail-words-heads')}\s*:\s*\S")


@cache
def _signs_off() -> re.Pattern[str]:
    return re.compile(rf"{_words('mail-words-signoff')}[,.!]*(?:\s+[\w. ]{{0,60}})?")


@cache
def _device() -> re.Pattern[str]:
    return re.compile(rf"{_words('mail-words-device')}\b")


@cache
def away_words() -> re.Pattern[str]:
    """By which the subject of an out-of-office mail is known."""
    return re.compile(rf"\b{_words('mail-words-away')}")


@cache
def until_words() -> re.Pattern[str]:
    """After which the last day of an absence stands."""
    return re.compile(rf"\b{_words('mail-words-until')}\b")
