"""Asking in words who still answers, and telling the coordinators who does instead."""

from __future__ import annotations

from words import dates, why
from words.saying import SHORT_QUOTE, Brief, Button, Composer, Saying, Worded


def _ask(say: Saying, brief: Brief) -> Worded:
    lines = [
        say(
            "still-you-round",
            title=say.title(one["title"]),
            due=dates.day(one["due_on"], say.language),
            numbers=say.all_numbered(one["measures"]),
        )
        for one in brief["rounds"]
    ]
    yes = Button(say.label("still-you-me"), "still-yes", 0)
    html = "\n\n".join([say("still-you"), "\n".join(lines), say("still-you-silence")])
    return Worded(html, [[yes, other(say)], [why.button(say)]])


def other(say: Saying) -> Button:
    """«Cits cilvēks»; which message it is about, that message says."""
    return Button(say.label("still-you-another"), "still-other", 0)


def _other(say: Saying, brief: Brief) -> Worded:
    html = say(
        "still-you-other",
        member=say.title(brief["member"]),
        code=brief["code"] or "none",
        name=say.quote(brief["name"], SHORT_QUOTE),
        email=say.quote(brief["email"], SHORT_QUOTE),
    )
    if brief["link"]:
        html = say("still-you-linked", said=html, link=brief["link"])
    return Worded(html)


def _kept(say: Saying, brief: Brief) -> Worded:
    return Worded(say("still-you-kept", name=say.quote(brief["name"], SHORT_QUOTE), email=brief["email"]))


COMPOSERS: dict[str, Composer] = {"still-you": _ask, "still-you-other": _other, "still-you-kept": _kept}
