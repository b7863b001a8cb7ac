"""Partners' views in words: that they are asked for, how they are given, kept, taken back and revealed."""

from __future__ import annotations

from words import completions, dates, pages, why
from words.saying import LONG_QUOTE, SHORT_QUOTE, Brief, Button, Composer, Saying, Worded, in_rows
from words.texts import Safe

# So many measures stand on one page in a chat: two rows of buttons, with a row below for the way on.
ON_A_PAGE = 12
# So many signs of a title stand beside a number that is chosen from many.
SHORT_TITLE = 80


def _asked(say: Saying, brief: Brief) -> Worded:
    until = dates.by_day(brief["until"], say.language)
    kind = "partner-asked-blind" if brief["blind"] else "partner-asked-turn"
    head = [say("partner-asked", title=say.title(brief["title"])), say(kind, year=str(brief["year"]), until=until)]
    worded = _listing(say, brief, head, how=not brief["blind"])
    return Worded(worded.html, [*worded.rows[:-1], [*worded.rows[-1], why.button(say)]])


def _views(say: Saying, brief: Brief) -> Worded:
    kind = "views-blind" if brief["blind"] else "views-turn"
    return _listing(say, brief, [say("views-head", title=say.title(brief["title"])), say(kind)])


def _listing(say: Saying, brief: Brief, head: list[Safe], *, how: bool = False) -> Worded:
    """What is followed, each with a button to speak of it (``how``: and that one text does it, too); unseen views are
    given on the page."""
    measures = brief["measures"]
    lines: list[str] = [*head]
    lines.append("\n".join(_line(say, one) for one in measures[:ON_A_PAGE]) if measures else say("partner-asked-none"))
    open_ones = [] if brief["blind"] else [one for one in measures if one["stage"] == "open"][:ON_A_PAGE]
    if how and open_ones:
        lines.append(say("partner-asked-how", number=say.numbered(open_ones[0])))
    buttons = [Button(_label(say, one), "view", one["seat"]) for one in open_ones]
    last = [Button(say.label("view-choose"), "following", 0), *pages.button(say, brief)]
    return Worded("\n\n".join(lines), [*(in_rows(buttons, 2) if buttons else []), last])


def _label(say: Saying, one: Brief) -> str:
    return say.label("view-choose.done", number=say.numbered(one)) if one["said"] else say.numbered(one)


def _line(say: Saying, one: Brief) -> Safe:
    flags = {name: "yes" if one[name] else "no" for name in ("does", "said")}
    return say("view-line", **say.named(one), title=say.quote(one["title"], SHORT_QUOTE), **flags)


def _following(say: Saying, brief: Brief) -> Worded:
    """What may be followed, a page at a time in a chat; a mail has room for all of it."""
    most = len(brief["measures"]) if say.mail else ON_A_PAGE
    page = 0 if say.mail else brief["page"]
    shown = brief["measures"][page * most : (page + 1) * most]
    lines = [say("following-line", title=say.quote(one["title"], SHORT_TITLE), **_marked(say, one)) for one in shown]
    buttons = [
        Button(
            say.label("following-one", **_marked(say, one)),
            "follow",
            f"{one['id']}-{int(not one['followed'])}-{brief['page']}-{brief['body_id']}",
        )
        for one in shown
    ]
    turns = []
    if page > 0:
        turns.append(Button(say.label("following-before"), "following-page", f"{page - 1}-{brief['body_id']}"))
    if (page + 1) * most < len(brief["measures"]):
        turns.append(Button(say.label("following-after"), "following-page", f"{page + 1}-{brief['body_id']}"))
    rows = [*in_rows(buttons, 2), turns]
    head = say("following-head", body=brief["body"], count=brief["count"])
    return Worded("\n\n".join([head, "\n".join(lines)]), [row for row in rows if row])


def _marked(say: Saying, one: Brief) -> dict[str, str | int]:
    """A measure's number, with whether it is followed, and whether the partner carries it out."""
    return {"number": say.numbered(one), "chosen": int(one["followed"]), "does": "yes" if one["does"] else "no"}


def _which(say: Saying, brief: Brief) -> Worded:
    buttons = [Button(one["code"], "following", f"0-{one['id']}") for one in brief["bodies"]]
    return Worded(say("following-which"), in_rows(buttons))


def _ask(say: Saying, brief: Brief) -> Worded:
    """The measure, what the bodies said of it, and the question; or why it cannot be answered here."""
    lines: list[str] = [say("view-ask", **say.named(brief), title=say.title(brief["measure_title"]))]
    if brief["does"]:
        lines.append(say("view-ask-does"))
    if brief["stage"] in ("waits", "no_key"):
        return Worded("\n\n".join([*lines, say(f"view-{brief['stage'].replace('_', '-')}")]))
    if brief["blind"]:
        opens = pages.named(say, brief) or bool(say.mail and say.mail.worksheet)
        lines.append(say("view-on-page" if opens else "view-on-page-none"))
        return Worded("\n\n".join(lines), [pages.button(say, brief)] if pages.named(say, brief) else [])
    lines += [_answer(say, one) for one in brief["answers"]] or [say("view-ask-silent")]
    lines.append(say("view-ask-question"))
    return Worded("\n\n".join(lines), _completions(say))


def _answer(say: Saying, one: Brief) -> str:
    if one["completion"]:
        head = say("view-ask-answer", code=one["code"], completion=say.completion(one["completion"]))
    else:
        head = say("view-ask-answer-bare", code=one["code"])
    return "\n".join([head, *([say("view-ask-text", text=say.quote(one["text"], LONG_QUOTE))] if one["text"] else [])])


def _text(say: Saying, brief: Brief) -> Worded:
    return Worded(say("view-text", **say.named(brief), completion=say.completion(brief["completion"])))


def _state(say: Saying, brief: Brief) -> Worded:
    """The words are there, and how far the measure has come is not."""
    return Worded(say("view-state", **say.named(brief)), _completions(say))


def _completions(say: Saying) -> list[list[Button]]:
    buttons = [
        Button(completions.short_label(word, say.language), "view-status", word.value) for word in completions.TOLD
    ]
    return [buttons[:2], buttons[2:4], buttons[4:]]


def _not_here(say: Saying, brief: Brief) -> Worded:
    return Worded(say("view-not-here"), [pages.button(say, brief)] if pages.named(say, brief) else [])


def _withdraw_ask(say: Saying, brief: Brief) -> Worded:
    kind = "view-withdraw-ask-sealed" if brief["blind"] else "view-withdraw-ask"
    return Worded(say(kind, **say.named(brief)), [[Button(say.label("view-withdraw-yes"), "unsaid", brief["seat"])]])


def _withdrawn(say: Saying, brief: Brief) -> Worded:
    return Worded(say("view-withdrawn", **say.named(brief)))


def _kept(say: Saying, brief: Brief) -> Worded:
    when = dates.moment(brief["at"], say.zone, say.language)
    back = Button(say.label("view-withdraw"), "unsay", brief["seat"])
    if brief["sealed"]:
        lines = [say("view-kept-sealed", when=when, version=brief["version"])]
        if brief["reveal_on"]:
            lines.append(say("view-kept-reveal", on=dates.on_day(brief["reveal_on"], say.language)))
        lines.append(say("view-kept-number", **say.named(brief)))
        return Worded("\n\n".join(lines), [[back, *pages.button(say, brief)]])
    head = "view-kept-written" if brief["written"] else "view-kept-saved"
    lines = [say(head, when=when, version=brief["version"])]
    lines.append(say("view-kept-about", **say.named(brief), completion=say.completion(brief["completion"])))
    lines.append(say("view-kept-text", text=say.quote(brief["text"], LONG_QUOTE)))
    return Worded("\n\n".join(lines), [[Button(say.label("view-again"), "view", brief["seat"]), back]])


def _own_revealed(say: Saying, brief: Brief) -> Worded:
    """Whoever said something unseen reads it as everybody does now."""
    lines: list[str] = [say("view-revealed", title=say.title(brief["title"])), say("view-revealed-now")]
    for one in brief["views"]:
        text, completion = say.quote(one["text"], SHORT_QUOTE), say.completion(one["completion"])
        lines.append(say("view-revealed-one", **say.named(one), completion=completion, text=text))
    return Worded("\n\n".join(lines), [[*pages.button(say, brief), why.button(say)]])


def _still_sealed(say: Saying, brief: Brief) -> Worded:
    head = say("views-still-sealed", title=say.title(brief["title"]))
    return Worded("\n\n".join([head, say("views-still-sealed-how", left=brief["left"])]))


def _revealed(say: Saying, brief: Brief) -> Worded:
    lines = [say("views-revealed", title=say.title(brief["title"])), say("views-revealed-counts", count=brief["count"])]
    if brief["left"]:
        lines.append(say("views-revealed-left", left=brief["left"]))
    return Worded("\n\n".join(lines))


def _key_wanted(say: Saying, brief: Brief) -> Worded:
    head = say("reveal-key-wanted", title=say.title(brief["title"]))
    return Worded(f"{head}\n\n{say('reveal-key-wanted-how', key=brief['key'])}")


def _voicing(say: Saying, brief: Brief) -> Worded:
    """How a round hears partners, with what a coordinator can decide about it."""
    number, blind = brief["round"], brief["blind"]
    lines: list[str] = [say("voicing", title=say.title(brief["title"]))]
    lines.append(say("voicing-blind" if blind else "voicing-turn"))
    lines.append(say("voicing-count", count=brief["count"], sealed=brief["sealed"]))
    if brief["revealed"]:
        return Worded("\n\n".join([*lines, say("voicing-revealed")]))
    if not blind:
        change = [Button(say.label("voicing-make-blind"), "hear", f"{number}-1")] if not brief["count"] else []
        return Worded("\n\n".join(lines), [change] if change else [])
    on = dates.on_day(brief["reveal_on"], say.language) if brief["reveal_on"] else ""
    lines.append(say("voicing-reveal-on", on=on) if on else say("voicing-reveal-word"))
    if not brief["key_here"]:
        lines.append(say("voicing-key-elsewhere"))
    rows = [[Button(say.label("voicing-day"), "reveal-day", number)]]
    if brief["key_here"]:
        rows[0].append(Button(say.label("voicing-reveal"), "reveal-ask", number))
    if not brief["count"]:
        rows.append([Button(say.label("voicing-make-turn"), "hear", f"{number}-0")])
    return Worded("\n\n".join(lines), rows)


def _reveal_ask(say: Saying, brief: Brief) -> Worded:
    html = say("reveal-ask", title=say.title(brief["title"]), count=brief["sealed"])
    return Worded(html, [[Button(say.label("reveal-yes"), "reveal-yes", brief["round"])]])


def _reveal_day(say: Saying, brief: Brief) -> Worded:
    return Worded(say("reveal-day-ask", title=say.title(brief["title"])))


COMPOSERS: dict[str, Composer] = {
    "partner-asked": _asked,
    "views": _views,
    "following": _following,
    "following-which": _which,
    "view-ask": _ask,
    "view-text": _text,
    "view-state": _state,
    "view-not-here": _not_here,
    "view-withdraw-ask": _withdraw_ask,
    "view-withdrawn": _withdrawn,
    "view-kept": _kept,
    "view-revealed": _own_revealed,
    "views-revealed": _revealed,
    "views-still-sealed": _still_sealed,
    "voicing": _voicing,
    "reveal-ask": _reveal_ask,
    "reveal-day-ask": _reveal_day,
    "reveal-key-wanted": _key_wanted,
}
