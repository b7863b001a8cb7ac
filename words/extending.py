"""Extending in words: until which day a member asks for more time, and what came of it."""

from __future__ import annotations

from words import convening, dates, unclear
from words.saying import SHORT_QUOTE, Brief, Button, Composer, Saying, Worded


def _ask(say: Saying, brief: Brief) -> Worded:
    return Worded(say("extension-ask", **_days(say, brief)))


def _early(say: Saying, brief: Brief) -> Worded:
    return Worded(say("extension-early", **_days(say, brief)))


def _far(say: Saying, brief: Brief) -> Worded:
    return Worded(say("extension-far", **_days(say, brief)))


def _days(say: Saying, brief: Brief) -> dict[str, str]:
    day = unclear.to_come(max(brief["due_on"], brief["today"]))
    return {
        "due": dates.day(brief["due_on"], say.language),
        "until": dates.day(brief["until"], say.language) if brief["until"] else "",
        "example": say.label("moment-example-day", date=day.day, month=day.month, year=str(day.year)),
    }


def _kept(say: Saying, brief: Brief) -> Worded:
    """The day read back with its weekday."""
    until = dates.day(brief["until"], say.language)
    return Worded(say("extension-kept", numbers=say.all_numbered(brief["measures"]), until=until))


def _asked(say: Saying, brief: Brief) -> Worded:
    """For those who decide, in one press."""
    day = brief["until"]
    yes = say.label("extension-yes", until=dates.by_day(day, say.language))
    other = [Button(say.label(f"extension-{word}"), f"extension-{word}", 0) for word in ("no", "other")]
    html = "\n".join([say("extension-asked", **_who(say, brief)), *_wanted(say, brief)])
    return Worded(html, [[Button(yes, "extension-yes", day.isoformat())], other])


def _who(say: Saying, brief: Brief) -> dict[str, str]:
    return {
        "code": brief["code"],
        "numbers": say.all_numbered(brief["measures"]),
        "name": say.title(brief["name"]),
    }


def _wanted(say: Saying, brief: Brief) -> list[str]:
    return [
        say("extension-wanted", until=dates.day(brief["until"], say.language)),
        say("extension-now", due=dates.day(brief["due_on"], say.language)),
        say("extension-words", words=say.quote(brief["words"], SHORT_QUOTE)),
    ]


def _decided(say: Saying, brief: Brief) -> Worded:
    until = dates.day(brief["until"], say.language) if brief["until"] else "none"
    return Worded("\n".join([say("extension-asked", **_who(say, brief)), say("extension-decided", until=until)]))


def _refused(say: Saying, brief: Brief) -> Worded:
    due = dates.day(brief["due_on"], say.language)
    html = say("extension-refused", numbers=say.all_numbered(brief["measures"]), due=due)
    if len(brief["measures"]) > 1:
        return Worded(html)
    return Worded(html, [[Button(say.label("nudge-answer"), "answer", brief["measures"][0]["obligation"])]])


COMPOSERS: dict[str, Composer] = {
    "extension-ask": _ask,
    "extension-early": _early,
    "extension-far": _far,
    "extension-unclear": convening.unclear_told,
    "extension-kept": _kept,
    "extension-asked": _asked,
    "extension-decided": _decided,
    "extension-refused": _refused,
}
