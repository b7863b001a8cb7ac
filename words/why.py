"""Why a message came, in words: who decided it, on what ground, when the next one comes, how to get fewer."""

from __future__ import annotations

from words import dates
from words.lists import listed
from words.saying import Brief, Button, Composer, Saying, Worded


def button(say: Saying) -> Button:
    """«Kāpēc saņēmu šo ziņu?», for whatever comes unasked; which message it is about, that message says."""
    return Button(say.label("nudge-why"), "why", 0)


def _nudge(say: Saying, brief: Brief) -> Worded:
    parts: list[str] = [say("why"), say("why-decided", by="coordinator" if brief["by_hand"] else "plan")]
    for one in brief["rounds"]:
        lines: list[str] = [say("why-round", title=say.title(one["title"]))]
        if one["legal_basis"]:
            lines.append(say("why-basis", basis=say.title(one["legal_basis"])))
        lines.append(_next(say, one, "why-next") if one["open"] else say("why-done"))
        parts.append("\n".join(lines))
    less = say("why-less-late" if brief["late"] else "why-less")
    return Worded("\n\n".join([*parts, f"{less} {_settings(say)}"]))


def _meeting(say: Saying, brief: Brief) -> Worded:
    head = say("why-meeting", title=say.title(brief["title"]))
    by = say("why-meeting-by", by=say.title(brief["by"]) or "none")
    if brief["off"]:
        return Worded("\n\n".join([head, by, say("why-meeting-over")]))
    parts = [head, by, _next(say, brief, "why-meeting-next")]
    return Worded("\n\n".join([*parts, f"{say('why-meeting-less')} {_settings(say)}"]))


def _next(say: Saying, one: Brief, kind: str) -> str:
    days = [dates.at_day(day, say.language) for day in one["next"]]
    return say(kind, days=listed(days, say.language)) if days else say("why-last")


def _settings(say: Saying) -> str:
    return say("why-settings", word=say.label("command-iestatijumi.word"))


def _told(say: Saying, brief: Brief) -> Worded:
    return Worded("\n\n".join([say("why-told", what=brief["what"]), _settings(say)]))


COMPOSERS: dict[str, Composer] = {"why": _nudge, "why-meeting": _meeting, "why-told": _told}
