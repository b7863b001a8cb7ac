"""Replies to partners' views in words: which views a body may reply to, and what was replied."""

from __future__ import annotations

from words import dates, pages, why
from words.saying import LONG_QUOTE, SHORT_QUOTE, Brief, Button, Composer, Saying, Worded, in_rows
from words.texts import Safe

# So many views can be replied to from one message.
MOST = 6


def _readable(say: Saying, brief: Brief) -> Worded:
    """The views that the reader may reply to; of many, the first, and the rest on the page."""
    until = dates.by_day(brief["reply_until"], say.language)
    lines: list[str] = [say("partner-views", title=say.title(brief["title"])), say("partner-views-intro", until=until)]
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


COMPOSERS: dict[str, Composer] = {
    "partner-views": _readable,
    "rejoin-ask": _rejoin_ask,
    "rejoinder-kept": _rejoinder_kept,
    "rejoinder-told": _rejoinder_told,
}
