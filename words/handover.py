"""A handover in words: what passed on to a successor, measure by measure."""

from __future__ import annotations

from words import completions, dates, pages
from words.saying import SHORT_QUOTE, Brief, Composer, Saying, Worded


def lines(say: Saying, brief: Brief) -> str:
    """Who answered before, and what was said last of each measure."""
    parts: list[str] = [say("handover", before=say.title(brief["before"]))]
    parts += [_measure(say, one) for one in brief["measures"]]
    if brief["more"]:
        parts.append(say("handover-more", count=brief["more"]))
    return "\n\n".join(parts)


def _measure(say: Saying, one: Brief) -> str:
    found: list[str] = [say("measure", **say.named(one), title=say.title(one["title"]))]
    if one["said"]:
        found.append(_said(say, one["said"]))
    else:
        found.append(say("handover-nothing"))
    for document in one["documents"]:
        name = say.quote(document["name"], SHORT_QUOTE)
        found.append(
            say("handover-link", name=name, url=document["url"]) if document["url"] else say("handover-file", name=name)
        )
    if one["letter"]:
        on = one["letter"]["on"]
        number = say.quote(one["letter"]["number"], SHORT_QUOTE)
        found.append(say("handover-letter", number=number, on=dates.day(on, say.language) if on else "none"))
    if one["link"]:
        found.append(say("handover-row", link=one["link"]))
    return "\n".join(found)


def _said(say: Saying, said: Brief) -> str:
    completion = completions.label(said["completion"], say.language) if said["completion"] else "none"
    return say(
        "handover-said",
        on=dates.at_day(said["on"], say.language),
        by=say.title(said["by"]),
        role=said["role"] or "none",
        completion=completion,
        text=say.quote(said["text"], SHORT_QUOTE) if said["text"] else "none",
    )


def _handover(say: Saying, brief: Brief) -> Worded:
    parts = [lines(say, brief)]
    for one in brief["open"]:
        due = dates.day(one["due_on"], say.language)
        parts.append(say("handover-open", due=due, numbers=say.all_numbered(one["measures"])))
    if not brief["open"]:
        parts.append(say("handover-none-open"))
    rows = [pages.button(say, brief)] if pages.named(say, brief) else []
    return Worded("\n\n".join(parts), rows)


COMPOSERS: dict[str, Composer] = {"handover": _handover}
