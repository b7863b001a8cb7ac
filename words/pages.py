"""Pages in words: what messages say of the reader's worksheet page."""

from __future__ import annotations

from words.saying import Brief, Button, Composer, Saying, Worded


def button(say: Saying, brief: Brief) -> list[Button]:
    """The button that opens the page, where the brief names one."""
    return [Button(say.label("page-open"), "", url=brief["page"])] if brief.get("page") else []


def _page_link(say: Saying, brief: Brief) -> Worded:
    return Worded(say("page-link"), [button(say, brief)])


COMPOSERS: dict[str, Composer] = {"page-link": _page_link}
