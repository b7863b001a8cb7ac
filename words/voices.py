"""Partners' views in words: that they are asked for, how they are given and kept, and how a body replies to them."""

from __future__ import annotations

from words import completions, dates, pages, why
from words.saying import LONG_QUOTE, SHORT_QUOTE, Brief, Button, Composer, Saying, Worded, in_rows
from words.texts import Safe

# So many measures stand as buttons on one page: two rows, with a row below for the way on.
ON_A_PAGE = 12
ACROSS = 6
# So many views can be replied to from one message.
MOST = 6


def _asked(say: Saying, brief: Brief) -> Worded:
    until = dates.by_day(brief["until"], say.language)
    kind = "partner-asked-blind" if brief["blind"] else "partner-asked-turn"
    head = [say("partner-asked", title=say.title(brief["title"])), say(kind, year=str(brief["year"]), until=until)]
    worded = _listing(say, brief, head)
    return Worded(worded.html, [*worded.rows[:-1], [*worded.rows[-1], why.button(say)]])


def _views(say: Saying, brief: Brief) -> Worded:
    kind = "views-blind" if brief["blind"] else "views-turn"
    return _listing(say, brief, [say("views-head", title=say.title(brief["title"])), say(kind)])


def _listing(say: Saying, brief: Brief, head: list[Safe]) -> Worded:
    """What is followed, each with a button to speak of it; unseen views are given on the page."""
    measures = brief["measures"]
    lines: list[str] = [*head]
    lines.append("\n".join(_line(say, one) for one in measures[:ON_A_PAGE]) if measures else say("partner-asked-none"))
    open_ones = [] if brief["blind"] else [one for one in measures if one["stage"] == "open"][:ON_A_PAGE]
    buttons = [Button(_label(say, one), "view", one["seat"]) for one in open_ones]
    last = [Button(say.label("view-choose"), "following", 0), *pages.button(say, brief)]
    return Worded("\n\n".join(lines), [*(in_rows(buttons, 2) if buttons else []), last])


def _label(say: Saying, one: Brief) -> str:
    return say.label("view-choose.done", number=say.numbered(one)) if one["said"] else say.numbered(one)


def _line(say: Saying, one: Brief) -> Safe:
    flags = {name: "yes" if one[name] else "no" for name in ("does", "said")}
    return say("view-line", **say.named(one), title=say.quote(one["title"], SHORT_QUOTE), **flags)


def _following(say: Saying, brief: Brief) -> Worded:
    start = brief["page"] * ON_A_PAGE
    shown = brief["measures"][start : start + ON_A_PAGE]
    buttons = [
        Button(
            say.label(
                "following-one",
                number=say.numbered(one),
                chosen=int(one["followed"]),
                does="yes" if one["does"] else "no",
            ),
            "follow",
            f"{one['id']}-{int(not one['followed'])}-{brief['page']}-{brief['body_id']}",
        )
        for one in shown
    ]
    turns = []
    if start > 0:
        turns.append(Button(say.label("following-before"), "following-page", f"{brief['page'] - 1}-{brief['body_id']}"))
    if start + ON_A_PAGE < len(brief["measures"]):
        turns.append(Button(say.label("following-after"), "following-page", f"{brief['page'] + 1}-{brief['body_id']}"))
    rows = [buttons[:ACROSS], buttons[ACROSS:], turns]
    return Worded(say("following-head", body=brief["body"], count=brief["count"]), [row for row in rows if row])


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
    buttons = [
        Button(completions.short_label(word, say.language), "view-status", word.value) for word in completions.TOLD
    ]
    return Worded("\n\n".join(lines), [buttons[:2], buttons[2:4], buttons[4:]])


def _answer(say: Saying, one: Brief) -> str:
    if one["completion"]:
        head = say("view-ask-answer", code=one["code"], completion=say.completion(one["completion"]))
    else:
        head = say("view-ask-answer-bare", code=one["code"])
    return "\n".join([head, *([say("view-ask-text", text=say.quote(one["text"], LONG_QUOTE))] if one["text"] else [])])


def _text(say: Saying, brief: Brief) -> Worded:
    return Worded(say("view-text", **say.named(brief), completion=say.completion(brief["completion"])))


def _kept(say: Saying, brief: Brief) -> Worded:
    when = dates.moment(brief["at"], say.zone, say.language)
    if brief["sealed"]:
        lines = [say("view-kept-sealed", when=when, version=brief["version"])]
        if brief["reveal_on"]:
            lines.append(say("view-kept-reveal", on=dates.on_day(brief["reveal_on"], say.language)))
        lines.append(say("view-kept-number", **say.named(brief)))
        return Worded("\n\n".join(lines), [pages.button(say, brief)] if pages.named(say, brief) else [])
    head = "view-kept-written" if brief["written"] else "view-kept-saved"
    lines = [say(head, when=when, version=brief["version"])]
    lines.append(say("view-kept-about", **say.named(brief), completion=say.completion(brief["completion"])))
    lines.append(say("view-kept-text", text=say.quote(brief["text"], LONG_QUOTE)))
    return Worded("\n\n".join(lines), [[Button(say.label("view-again"), "view", brief["seat"])]])


def _readable(say: Saying, brief: Brief) -> Worded:
    """The views that the reader may reply to; of many, the first, and the rest on the page."""
    lines: list[str] = [say("partner-views", title=say.title(brief["title"])), say("partner-views-intro")]
    lines += [_view(say, "partner-views-one", one, SHORT_QUOTE) for one in brief["views"]]
    buttons = [
        Button(
            say.label("partner-views-button", number=say.numbered(one), partner=say.quote(one["partner"], 20)),
            "rejoin",
            f"{one['obligation']}-{one['reply']}",
        )
        for one in brief["views"][:MOST]
    ]
    return Worded("\n\n".join(lines), [*in_rows(buttons, 2), [*pages.button(say, brief), why.button(say)]])


def _view(say: Saying, kind: str, one: Brief, most: int) -> Safe:
    completion = say.completion(one["completion"])
    return say(kind, **say.named(one), partner=one["partner"], completion=completion, text=say.quote(one["text"], most))


def _rejoin_ask(say: Saying, brief: Brief) -> Worded:
    return Worded(f"{_view(say, 'rejoin-ask', brief, LONG_QUOTE)}\n\n{say('rejoin-ask-question')}")


def _rejoinder_kept(say: Saying, brief: Brief) -> Worded:
    return Worded(
        say(
            "rejoinder-kept",
            **say.named(brief),
            partner=brief["partner"],
            text=say.quote(brief["text"], LONG_QUOTE),
            version=brief["version"],
        )
    )


def _rejoinder_told(say: Saying, brief: Brief) -> Worded:
    text = say.quote(brief["text"], LONG_QUOTE)
    return Worded(say("rejoinder-told", **say.named(brief), code=brief["code"], text=text), [[why.button(say)]])


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
    "view-kept": _kept,
    "partner-views": _readable,
    "rejoin-ask": _rejoin_ask,
    "rejoinder-kept": _rejoinder_kept,
    "rejoinder-told": _rejoinder_told,
    "views-revealed": _revealed,
    "voicing": _voicing,
    "reveal-ask": _reveal_ask,
    "reveal-day-ask": _reveal_day,
    "reveal-key-wanted": _key_wanted,
}
