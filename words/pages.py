"""Pages in words: what messages say of the reader's worksheet page."""

from __future__ import annotations

from words.saying import Brief, Button, Composer, Saying, Worded


def named(say: Saying, brief: Brief) -> bool:
    """Whether a message names the page itself; a mail does so anyway."""
    return bool(brief.get("page")) and say.mail is None


def button(say: Saying, brief: Brief) -> list[Button]:
    """The button that opens the page, where a message names it."""
    return [_open(say, brief)] if named(say, brief) else []


def _open(say: Saying, brief: Brief) -> Button:
    return Button(say.label("page-open"), "", url=brief["page"])


def _page_link(say: Saying, brief: Brief) -> Worded:
    return Worded(say("page-link"), [[_open(say, brief)]])


COMPOSERS: dict[str, Composer] = {"page-link": _page_link}
