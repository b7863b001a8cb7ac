"""The week's digest in words: a short section for each thing that there is something to tell of."""

from __future__ import annotations

from collections.abc import Sequence

from words import dates, lists
from words.nudging import due
from words.saying import Brief, Composer, Saying, Worded

# So many names or lines in one section.
MOST = 12


def _digest(say: Saying, brief: Brief) -> Worded:
    sections = [
        _bodies(say, "digest-received", brief["received"]),
        *(_round(say, one) for one in brief["rounds"]),
        _lines(say, "digest-help", [_help(say, one) for one in brief["help"]]),
        _names(say, "digest-unreached", brief["unreached"]),
        _names(say, "digest-blocked", brief["blocked"]),
        _lines(say, "digest-held", [_held(say, one) for one in brief["held"]]),
        _workspace(say, brief),
        _lines(say, "digest-dead", [_dead(say, one) for one in brief["dead"]]),
        _lines(say, "digest-meetings", [_meeting(say, one) for one in brief["meetings"]]),
    ]
    return Worded("\n\n".join([say("digest"), *(one for one in sections if one)]))


def _lines(say: Saying, head: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    more = [say("digest-more", count=len(lines) - MOST)] if len(lines) > MOST else []
    return "\n".join([say(head), *lines[:MOST], *more])


def _bodies(say: Saying, head: str, bodies: list[Brief]) -> str:
    return _lines(say, head, [_body(say, one) for one in bodies])


def _body(say: Saying, one: Brief) -> str:
    return say("standing-body", code=one["code"], numbers=say.all_numbered(one["measures"]))


def _round(say: Saying, one: Brief) -> str:
    rows = _bodies(say, "standing-awaited", one["awaited"])
    return "\n".join([say("digest-round", title=say.title(one["title"]), **due(say, one)), rows])


def _help(say: Saying, one: Brief) -> str:
    return say("digest-help-line", code=one["code"], number=say.numbered(one), trouble=one["trouble"])


def _names(say: Saying, head: str, names: list[str]) -> str:
    return _lines(say, head, [say("standing-name", name=say.title(name)) for name in names])


def _held(say: Saying, one: Brief) -> str:
    return say("digest-held-line", name=say.title(one["name"]), count=one["count"], why=one["why"])


def _workspace(say: Saying, brief: Brief) -> str:
    lines = [say(f"digest-{noun}", count=brief[noun]) for noun in ("disputes", "failed", "gaps") if brief[noun]]
    lines += [say("digest-list", list=say.title(title)) for title in brief["lists"]]
    return _lines(say, "digest-workspace", lines)


def _dead(say: Saying, one: Brief) -> str:
    number = lists.number(one["number"], say.language)
    return say("digest-dead-line", code=one["code"], number=number, url=one["url"], why=one["why"])


def _meeting(say: Saying, one: Brief) -> str:
    return say("digest-meeting", at=dates.moment(one["at"], say.zone, say.language), title=say.title(one["title"]))


COMPOSERS: dict[str, Composer] = {"digest": _digest}
