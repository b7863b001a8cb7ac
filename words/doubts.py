"""Doubts: what a coordinator reads of messages that may or may not have arrived, and chooses."""

from __future__ import annotations

from dataclasses import replace

from words import dates
from words.saying import Brief, Button, Composer, Saying, Worded

# What people call the messages of these kinds, by how the kind begins.
CALLED = ("nudge", "echo", "meeting")


def marked(say: Saying, worded: Worded, *, again: bool) -> Worded:
    """A message that may have come before says so first."""
    return replace(worded, html=f"{say('said-again')}\n\n{worded.html}") if again else worded


def _doubts(say: Saying, brief: Brief) -> Worded:
    count = len(brief["messages"]) + brief["more"]
    lines = [say("doubts", count=count), *(_line(say, one) for one in brief["messages"])]
    if brief["more"]:
        lines.append(say("doubts-more", count=brief["more"]))
    choices = [Button(say.label(f"doubts-{word}"), f"doubt-{word}", brief["subject"]) for word in ("again", "arrived")]
    rest = [Button(say.label("doubts-drop"), "doubt-drop", brief["subject"])]
    if count > 1:
        rest.append(Button(say.label("doubts-each"), "doubt-each", brief["subject"]))
    return Worded("\n".join([*lines, "", say("doubts-ask")]), [choices, rest])


def _line(say: Saying, one: Brief) -> str:
    called = next((word for word in CALLED if one["kind"].startswith(word)), "other")
    at = dates.moment(one["at"], say.zone, say.language)
    return say("doubts-line", called=called, name=say.title(one["name"]) or "none", at=at)


def _settled(say: Saying, brief: Brief) -> Worded:
    return Worded(say("doubts-settled", word=brief["word"], count=brief["count"]))


COMPOSERS: dict[str, Composer] = {"doubts": _doubts, "doubt": _doubts, "doubts-settled": _settled}
