"""The workspace: what those who run the forum are told of conflicts, and of what must be put right there."""

from __future__ import annotations

from datetime import date

from words import dates
from words.saying import SHORT_QUOTE, Brief, Composer, Saying, Worded

# So many signs of sentences fit into one message, with room for its head and end.
MOST_SIGNS = 3300


def _conflict(say: Saying, brief: Brief) -> Worded:
    lines: list[str] = [say("conflict", number=brief["number"] or "none", title=say.title(brief["title"]))]
    lines += [
        say(
            "conflict-field",
            field=_field_name(say, name),
            theirs=_field_value(say, name, brief["theirs"][name]),
            ours=_field_value(say, name, brief["ours"][name]),
        )
        for name in brief["fields"]
    ]
    if brief["editor"]:
        lines.append(say("conflict-editor", editor=brief["editor"]))
    return Worded("\n\n".join(lines))


def _field_name(say: Saying, name: str) -> str:
    if name in ("completion", "completion_on", "done"):
        return say.label(f"field-{name.replace('_', '-')}")
    return say.label("field-other", name=name)


def _field_value(say: Saying, name: str, value: str | None) -> str:
    if not value:
        return say.label("conflict-nothing")
    if name == "completion":
        return say.completion(value)
    if name == "completion_on":
        return dates.day(date.fromisoformat(value), say.language)
    return say.quote(value, SHORT_QUOTE)


def _push_failed(say: Saying, brief: Brief) -> Worded:
    return Worded(say("push-failed", list=brief["list"], reason=say.finding(brief["finding"])))


def _list_stopped(say: Saying, brief: Brief) -> Worded:
    return Worded(say("list-stopped", list=brief["list"], reason=say.finding(brief["finding"])))


def _to_put_right(say: Saying, brief: Brief) -> Worded:
    """A line for each finding, as many as there is room for, and how many more there are."""
    lines: list[str] = []
    signs = 0
    for one in brief["findings"]:
        sentence = say.finding(one)
        signs += len(sentence)
        if signs > MOST_SIGNS:
            break
        linked = say("to-put-right-linked", sentence=sentence, link=one["link"]) if one["link"] else sentence
        lines.append(say("to-put-right-line", sentence=linked))
    more = brief["more"] + len(brief["findings"]) - len(lines)
    rest = [say("to-put-right-more", count=more)] if more else []
    return Worded("\n\n".join([say("to-put-right"), *lines, *rest]))


COMPOSERS: dict[str, Composer] = {
    "conflict": _conflict,
    "push-failed": _push_failed,
    "list-stopped": _list_stopped,
    "to-put-right": _to_put_right,
}
