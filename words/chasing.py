"""Chasing: a round body by body as coordinators see it, whom they remind, and what came of it."""

from __future__ import annotations

from words import absence, dates
from words.lists import listed
from words.nudging import due, without_lead
from words.saying import SHORT_QUOTE, Brief, Button, Composer, Saying, Worded
from words.texts import Safe

# So many bodies stand as buttons on one page: two rows of four, with a row below for the way on and back.
ON_A_PAGE = 8
# Who is in none of these states can be written to.
OUT_OF_REACH = ("nobody", "none", "closed")


def _awaited(say: Saying, brief: Brief) -> Worded:
    lines: list[str] = [
        say("standing", title=say.title(brief["title"]), **due(say, brief)),
        say("standing-count", answered=brief["answered"], total=brief["total"]),
    ]
    if brief["extended"] or brief["skipped"]:
        awaited = sum(len(one["measures"]) for one in brief["awaited"])
        skipped = len(brief["skipped"])
        lines[-1] += " " + say("chase-exceptions", awaited=awaited, extended=brief["extended"], skipped=skipped)
    if brief["awaited"]:
        lines.append("\n".join([say("standing-awaited"), *(_line(say, one) for one in brief["awaited"])]))
    if brief["skipped"]:
        lines.append("\n".join([say("chase-skipped"), *(_skipped(say, one) for one in brief["skipped"])]))
    if brief["unreached"]:
        names = [say("standing-name", name=say.title(name)) for name in brief["unreached"]]
        lines.append("\n".join([say("standing-unreached"), *names]))
    lines += without_lead(say, brief)
    if brief["awaited"]:
        lines.append(say("chase-paused") if brief["paused"] else say("chase-reached", count=brief["reached"]))
    return Worded("\n\n".join(lines), _awaited_rows(say, brief))


def _over(say: Saying, brief: Brief) -> Worded:
    lines: list[str] = [
        say("round-over", title=say.title(brief["title"]), answered=brief["answered"], total=brief["total"])
    ]
    if brief["missed"]:
        rows = [
            say("standing-body", code=one["code"], numbers=say.all_numbered(one["measures"])) for one in brief["missed"]
        ]
        lines.append("\n".join([say("round-over-missed"), *rows]))
    lines.append(say("round-over-letters", word=say.label("command-zinojums.word")))
    page = [[Button(say.label("chase-page"), "", url=brief["desk"])]] if brief["desk"] else []
    return Worded("\n\n".join(lines), page)


def _awaited_rows(say: Saying, brief: Brief) -> list[list[Button]]:
    one, silent = brief["round"], brief["paused"]
    remind = [Button(say.label("chase-all"), "nudge-all", one)] if brief["reached"] and not silent else []
    if brief["choosable"] and not silent:
        remind.append(Button(say.label("chase-choose"), "choose", one))
    joins = brief["unreached"] and brief["chats"]
    links = [Button(say.label("invite-missing"), "invite-missing", one)] if joins else []
    last = [Button(say.label("chase-bodies"), "bodies", f"{one}-0")]
    if brief["desk"]:
        last.append(Button(say.label("chase-page"), "", url=brief["desk"]))
    return [row for row in (remind, links, last) if row]


def _line(say: Saying, one: Brief) -> Safe:
    told = ", ".join(_number(say, measure) for measure in one["measures"])
    away = [
        say.label("chase-away", name=each["name"], until=dates.until_day(each["until"], say.language))
        for each in one["away"]
    ]
    state = "; ".join(filter(None, [_state(say, one), *away]))
    return say("chase-line", code=one["code"], numbers=told, state=state)


def _number(say: Saying, measure: Brief) -> str:
    told = say.numbered(measure)
    until = measure["until"]
    if until:
        told = say.label("chase-until", number=told, until=dates.by_day(until, say.language))
    return say.label("chase-begun", number=told) if measure["begun"] else told


def _state(say: Saying, one: Brief) -> str:
    """Why it is silent, as far as is known, and the last contact."""
    told = []
    if one["state"] != "open":
        trouble = say.label("chase-trouble", trouble=one["trouble"]) if one["trouble"] else ""
        until = dates.at_day(one["until"], say.language) if one["until"] else ""
        told.append(say.label("chase-state", state=one["state"], trouble=trouble, until=until))
    if one["state"] not in OUT_OF_REACH:
        told.append(_contact(say, one))
    return "; ".join(told)


def _contact(say: Saying, one: Brief) -> str:
    days = {
        name: dates.at_day(one[name].astimezone(say.zone).date(), say.language) if one[name] else ""
        for name in ("told_at", "heard_at")
    }
    known = "both" if all(days.values()) else next((name[:-3] for name, day in days.items() if day), "none")
    return say.label("chase-contact", known=known, told=days["told_at"], heard=days["heard_at"])


def _skipped(say: Saying, one: Brief) -> Safe:
    return say(
        "chase-skipped-line",
        code=one["code"],
        number=say.numbered(one),
        reason=say.quote(one["reason"], SHORT_QUOTE),
    )


def _bodies(say: Saying, brief: Brief) -> Worded:
    buttons = [
        Button(say.label("chase-body", code=one["code"], open=one["open"]), "body", f"{brief['round']}-{one['id']}")
        for one in brief["bodies"]
    ]
    rows, turns = _page(say, buttons, brief["page"], action="bodies", subject=f"{brief['round']}-{{page}}")
    back = Button(say.label("chase-back"), "awaited", brief["round"])
    return Worded(say("chase-which", title=say.title(brief["title"])), [*rows, [*turns, back]])


def _choosing(say: Saying, brief: Brief) -> Worded:
    buttons = [
        Button(
            say.label("chase-chosen", code=one["code"], chosen=int(one["chosen"])),
            "chosen",
            f"{one['id']}-{int(not one['chosen'])}",
        )
        for one in brief["bodies"]
    ]
    rows, turns = _page(say, buttons, brief["page"], action="choose-page", subject="{page}")
    if brief["chosen"]:
        turns.append(Button(say.label("chase-send"), "choose-send", brief["round"]))
    turns.append(Button(say.label("chase-back"), "awaited", brief["round"]))
    html = say("chase-whom", title=say.title(brief["title"])) + "\n\n" + say("chase-reached", count=brief["reached"])
    return Worded(html, [*rows, turns])


def _page(
    say: Saying, buttons: list[Button], page: int, *, action: str, subject: str
) -> tuple[list[list[Button]], list[Button]]:
    """Two rows of buttons, and the buttons that turn the page where there is more than one."""
    start = page * ON_A_PAGE
    shown = buttons[start : start + ON_A_PAGE]
    turns = []
    if start > 0:
        turns.append(Button(say.label("chase-page-before"), action, subject.format(page=page - 1)))
    if start + ON_A_PAGE < len(buttons):
        turns.append(Button(say.label("chase-page-after"), action, subject.format(page=page + 1)))
    half = ON_A_PAGE // 2
    return [row for row in (shown[:half], shown[half:]) if row], turns


def _card(say: Saying, brief: Brief) -> Worded:
    lines: list[str] = [
        say("card", code=brief["code"], name=say.title(brief["name"]), title=say.title(brief["title"])),
        say("due-line", **due(say, brief)),
    ]
    if brief["awaited"]:
        lines.append("\n".join([say("standing-awaited"), *(_card_measure(say, one) for one in brief["awaited"])]))
    if brief["received"]:
        lines.append(say("card-received", numbers=say.all_numbered(brief["received"])))
    if brief["skipped"]:
        skipped = [_skipped(say, {**one, "code": brief["code"]}) for one in brief["skipped"]]
        lines.append("\n".join([say("chase-skipped"), *skipped]))
    if brief["awaited"]:
        people = [say("card-person", name=say.title(one["name"]), state=_state(say, one)) for one in brief["people"]]
        lines.append("\n".join([say("card-people"), *people]) if people else say("card-nobody"))
    if brief["away"]:
        lines.append("\n".join(absence.told(say, one) for one in brief["away"]))
    return Worded("\n\n".join(lines), _card_rows(say, brief))


def _card_measure(say: Saying, one: Brief) -> Safe:
    told = say("measure", **say.named(one), title=say.title(one["title"]))
    if one["begun"]:
        told = Safe(f"{told} – {say('ws-desk-begun')}")
    if not one["until"]:
        return told
    until = dates.by_day(one["until"], say.language)
    return Safe(f"{told} {say('card-extended', until=until, reason=say.quote(one['reason'], SHORT_QUOTE))}")


def _card_rows(say: Saying, brief: Brief) -> list[list[Button]]:
    share = f"{brief['round']}-{brief['institution']}"
    remind = brief["reached"] and not brief["paused"]
    first = [Button(say.label("card-nudge"), "nudge-body", share)] if remind else []
    excuse = [Button(say.label(f"card-{one}"), f"body-{one}", share) for one in ("extend", "skip", "enter")]
    back = [
        Button(say.label("card-filing"), "filing", share),
        Button(say.label("chase-back"), "awaited", brief["round"]),
    ]
    if brief["late"]:
        back.insert(0, Button(say.label("card-letter"), "body-letter", share))
    return [row for row in (first, excuse if brief["awaited"] else [], back) if row]


def _nudge_before(say: Saying, brief: Brief) -> Worded:
    at, here = brief["at"], say.zone
    html = say(
        "nudge-before",
        when="ahead" if brief["ahead"] else "past",
        moment=dates.moment(at, here, say.language),
        clock=dates.clock(at.astimezone(here).time(), say.language),
        count=brief["count"],
        total=brief["total"],
    )
    share = f"{brief['round']}-{brief['nth']}"
    rest = Button(say.label("nudge-before-rest"), "nudge-rest", share)
    yes, no = Button(say.label("chase-send"), "nudge-again", share), Button(say.label("nudge-before-no"), "nudge-no", 0)
    return Worded(html, [[yes, no], *([[rest]] if brief["count"] < brief["total"] else [])])


def _nudge_sent(say: Saying, brief: Brief) -> Worded:
    when = dates.moment(brief["later"], say.zone, say.language) if brief["later"] else ""
    lines = [say("nudge-sent", when="later" if when else "now", moment=when, count=brief["count"])]
    if brief["resting"]:
        lines.append(say("nudge-resting", codes=listed(brief["resting"], say.language)))
    if brief["unreached"]:
        lines.append(say("nudge-unreached", codes=listed(brief["unreached"], say.language)))
    return Worded("\n\n".join(lines))


def _no_such_body(say: Saying, brief: Brief) -> Worded:
    codes = listed(brief["codes"], say.language)
    return Worded(say("no-such-body", text=say.quote(brief["text"], SHORT_QUOTE), codes=codes))


COMPOSERS: dict[str, Composer] = {
    "awaited": _awaited,
    "round-over": _over,
    "bodies": _bodies,
    "choosing": _choosing,
    "body-card": _card,
    "nudge-before": _nudge_before,
    "nudge-sent": _nudge_sent,
    "no-such-body": _no_such_body,
}
