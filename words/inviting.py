"""Inviting in words: who is in no chat yet, how their link stands, and the buttons that make one."""

from __future__ import annotations

from words import dates
from words.saying import SHORT_QUOTE, Brief, Button, Composer, Saying, Worded
from words.texts import Safe

ACROSS = 4


def _guests(say: Saying, brief: Brief) -> Worded:
    if not brief["guests"]:
        return Worded(say("guests-none"))
    head = say("guests-found") if brief["named"] else say("guests", missing=brief["missing"], total=brief["total"])
    rows = list(enumerate(brief["guests"], brief["first"]))
    lines = [_line(say, number, one) for number, one in rows]
    buttons = [Button(f"{number}.", "invite", one["person"]) for number, one in rows]
    across = [buttons[start : start + ACROSS] for start in range(0, len(buttons), ACROSS)]
    turns = _turns(say, brief)
    html = "\n\n".join([head, "\n".join(lines), say("guests-which")])
    return Worded(html, [*across, *([turns] if turns else [])])


def _line(say: Saying, number: int, one: Brief) -> Safe:
    until = dates.short_day(one["until"].astimezone(say.zone).date(), say.language) if one["until"] else ""
    return say(
        "guest",
        number=str(number),
        name=say.title(one["name"]),
        code=one["code"],
        body="known" if one["code"] else "none",
        link=say.label("guest-link", link=one["link"], until=until),
    )


def _turns(say: Saying, brief: Brief) -> list[Button]:
    page, turns = brief["page"], []
    if page > 0:
        turns.append(Button(say.label("chase-page-before"), "guests-page", page - 1))
    if page + 1 < brief["pages"]:
        turns.append(Button(say.label("chase-page-after"), "guests-page", page + 1))
    return turns


def _unknown(say: Saying, brief: Brief) -> Worded:
    html = say("guest-unknown", text=say.quote(brief["text"], SHORT_QUOTE))
    return Worded(html, [[Button(say.label("guests-all"), "guests-all", 0)]])


COMPOSERS: dict[str, Composer] = {"guests": _guests, "guest-unknown": _unknown}
