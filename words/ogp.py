"""OGP's dates in words, for coordinators in chat, in mails and on their page."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

from words import dates
from words.saying import Brief, Composer, Saying, Worded

S_co = TypeVar("S_co", bound=str, covariant=True)


class Says(Protocol[S_co]):
    """Whatever says a text in one language."""

    @property
    def language(self) -> str: ...

    def __call__(self, message_id: str, **values: Any) -> S_co: ...


def lines(say: Says[S_co], found: list[Brief]) -> list[S_co]:
    """A line for each date."""
    return [_line(say, one) for one in found]


def _line(say: Says[S_co], one: Brief) -> S_co:
    days = {
        name: dates.long_day(one[name], say.language) if one[name] else "none" for name in ("by", "last", "planned")
    }
    state = "unknown" if one["by"] is None else "late" if one["late"] else "ahead"
    return say(f"ogp-{one['rule']}", state=state, done=one["done"], **days)


def part(say: Saying, found: list[Brief]) -> list[str]:
    """The dates under their heading, as a paragraph of a message; nothing where there are none."""
    return ["\n".join([say("ogp-head"), *(say("ogp-line", line=line) for line in lines(say, found))])] if found else []


def _told(say: Saying, brief: Brief) -> Worded:
    return Worded("\n\n".join(part(say, brief["ogp"]) or [say("ogp-none")]))


COMPOSERS: dict[str, Composer] = {"ogp": _told}
