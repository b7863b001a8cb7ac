"""Unread: what a coordinator reads of messages that could not be read, and chooses."""

from __future__ import annotations

from words import dates
from words.saying import Brief, Button, Composer, Saying, Worded


def _unread(say: Saying, brief: Brief) -> Worded:
    count, subject = len(brief["messages"]) + brief["more"], brief["subject"]
    lines = [say("unread", count=count), *(_line(say, one) for one in brief["messages"])]
    if brief["more"]:
        lines.append(say("unread-more", count=brief["more"]))
    choices = [Button(say.label(f"unread-{word}"), f"unread-{word}", subject) for word in ("again", "drop")]
    rest = [[Button(say.label("unread-each"), "unread-each", subject)]] if count > 1 else []
    return Worded("\n".join([*lines, "", say("unread-ask", count=count)]), [choices, *rest])


def _line(say: Saying, one: Brief) -> str:
    at = dates.moment(one["at"], say.zone, say.language)
    name = say.title(one["name"]) or "none"
    return say("unread-line", name=name, channel=one["channel"], at=at, number=str(one["number"]), error=one["error"])


def _settled(say: Saying, brief: Brief) -> Worded:
    return Worded(say("unread-settled", word=brief["word"], count=brief["count"]))


COMPOSERS: dict[str, Composer] = {"unread": _unread, "unread-one": _unread, "unread-settled": _settled}
