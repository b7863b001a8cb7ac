"""Publishing: how a body's answer will be read, and where the finished report is to stand and does."""

from __future__ import annotations

from words import why
from words.saying import LONG_QUOTE, Brief, Composer, Saying, Worded


def _texts(say: Saying, brief: Brief) -> Worded:
    texts = brief["texts"]
    most = max(LONG_QUOTE // len(texts), 60)
    told = [
        say("publication-of", **say.named(one), text=say.quote(one["text"], most), version=one["version"])
        for one in texts
    ]
    html = "\n\n".join([say("publication-text"), *told, say("publication-wrong")])
    return Worded(html, [[why.button(say)]])


def _yielded(say: Saying, brief: Brief) -> Worded:
    """To those who run the forum: both wordings, and which counts."""
    lines = [
        say("publication-yielded", **say.named(brief), code=brief["code"], editor=say.title(brief["editor"])),
        say("publication-there", text=say.quote(brief["there"], LONG_QUOTE)),
        say("publication-here", text=say.quote(brief["here"], LONG_QUOTE)),
    ]
    return Worded("\n\n".join(lines))


COMPOSERS: dict[str, Composer] = {"publication-text": _texts, "publication-yielded": _yielded}
