"""Rendering: what a page shows, put into its template in the reader's language."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from babel.dates import get_day_names
from starlette.responses import HTMLResponse

from forum.correspondence import Entry
from forum.store.base import Values
from web.worksheet import guarding
from words import completions, correspondence, dates, evidence, lists, ogp
from words.texts import Texts, Value

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent
STYLE = (HERE / "static" / "worksheet.css").read_bytes()
SCRIPT = (HERE / "static" / "worksheet.js").read_bytes()
# Another style or script has another address, so that it may be kept by browsers.
STYLE_VERSION, SCRIPT_VERSION = (hashlib.sha256(one).hexdigest()[:12] for one in (STYLE, SCRIPT))
# Pages on which an answer may be typed.
SCRIPTED = ("measure.jinja", "start.jinja")


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a page stands: the path of its link (``root``, with a slash at its end) or none, the path of what all pages
    share, and the language that the address names (empty: none)."""

    shared: str
    root: str = ""
    named: str = ""

    def at(self, path: str = "", **more: str) -> str:
        """The path of another page of the same link, in the same language."""
        query = urlencode({name: word for name, word in {"lang": self.named, **more}.items() if word})
        return f"{self.root}{path}?{query}" if query else f"{self.root}{path}"


@dataclass(frozen=True)
class Say:
    """Says things on a page in one language, as plain text; what is laid into a template is escaped there."""

    texts: Texts
    language: str
    zone: ZoneInfo

    def __call__(self, message_id: str, **values: Value) -> str:
        return self.texts.label(self.language, message_id, **values)

    def ogp(self, found: list[Values]) -> list[str]:
        return ogp.lines(self, found)

    def correspondence(self, found: list[Entry]) -> list[correspondence.Line]:
        return correspondence.lines(self.texts, self.language, self.zone, found)

    def completion(self, word: str) -> str:
        return completions.label(word, self.language)

    def kept(self, at: datetime) -> str:
        """That what was typed was kept by itself just now."""
        return self("ws-begun-kept", when=self.moment(at))

    def number(self, number: str) -> str:
        return lists.number(number, self.language)

    def numbers(self, numbers: Iterable[str]) -> str:
        return lists.numbers(numbers, self.language)

    def day(self, on: date) -> str:
        return dates.day(on, self.language)

    def at_day(self, on: date) -> str:
        return dates.at_day(on, self.language)

    def until_day(self, on: date) -> str:
        return dates.until_day(on, self.language)

    def on_full_day(self, on: date) -> str:
        return dates.on_full_day(on, self.language)

    def left(self, days: int) -> str:
        return dates.left(days, self.language)

    def moment(self, at: datetime) -> str:
        return dates.moment(at, self.zone, self.language)

    def since(self, at: datetime) -> str:
        return dates.since_day(at.astimezone(self.zone).date(), self.language)

    def since_day(self, on: date) -> str:
        return dates.since_day(on, self.language)

    def clocks(self, opens: time, closes: time) -> str:
        return dates.clocks(opens, closes, self.language)

    def weekday(self, day: int) -> str:
        return str(get_day_names("wide", context="stand-alone", locale=self.language)[day])

    def size(self, count: int) -> str:
        return evidence.size(self.texts, self.language, count)

    def language_name(self, language: str) -> str:
        return self.texts.label(language, "language-name")


@dataclass(frozen=True)
class Rendering:
    """Makes the pages of one forum; ``title``: the forum's name."""

    texts: Texts
    zone: ZoneInfo
    title: str

    def page(self, template: str, place: Place, language: str, *, status: int = 200, **shown: Any) -> HTMLResponse:
        """A page, with all that keeps it to its reader."""
        say = Say(self.texts, language, self.zone)
        html = (
            _environment()
            .get_template(template)
            .render(
                say=say,
                place=place,
                language=language,
                languages=self.texts.languages,
                forum_title=self.title,
                style=f"{place.shared}/worksheet.css?v={STYLE_VERSION}",
                script=f"{place.shared}/worksheet.js?v={SCRIPT_VERSION}" if template in SCRIPTED else "",
                **shown,
            )
        )
        headers = guarding.SCRIPTED if template in SCRIPTED else guarding.HEADERS
        return HTMLResponse(html, status_code=status, headers={**headers, "Content-Language": language})


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
