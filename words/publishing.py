"""Publishing: how a body's answer will be read, and where the finished report is to stand and does."""

from __future__ import annotations

from words import why
from words.saying import LONG_QUOTE, Brief, Button, Composer, Saying, Worded
from words.texts import Safe


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


def _wording_ask(say: Saying, brief: Brief) -> Worded:
    """The words as given, the wording that counts, and what is awaited."""
    given = " ".join(word for word in brief["given"] if word)
    lines = [say("wording-since")] if brief["since"] else []
    lines.append(say("wording-ask", **_of(say, brief), english=int(brief["english"])))
    if given:
        lines.append(say("wording-given", text=say.quote(given, LONG_QUOTE)))
    more = Button(say.label("return-more"), "return", brief["obligation"])
    return Worded("\n\n".join([*lines, *_words(say, brief)]), [] if brief["english"] else [[more]])


def _wording_kept(say: Saying, brief: Brief) -> Worded:
    html = "\n\n".join([say("wording-kept", **_of(say, brief)), *_words(say, brief)])
    of = f"{brief['reply']}-{brief['version']}"
    labels = {"wording": "echo-correct", "wording-english": "wording-english"}
    first = [Button(say.label(label), action, of) for action, label in labels.items()]
    return Worded(html, [first, [Button(say.label("wording-remove"), "wording-remove", of)]])


def _wording_removed(say: Saying, brief: Brief) -> Worded:
    return Worded(say("wording-removed", **_of(say, brief)))


def _of(say: Saying, brief: Brief) -> dict[str, str]:
    return {**say.named(brief), "code": brief["code"]}


def _words(say: Saying, brief: Brief) -> list[Safe]:
    """How the public will read it, as far as it is worded."""
    texts = {"wording-text": brief["text"], "wording-text-en": brief["text_en"]}
    return [say(name, text=say.quote(text, LONG_QUOTE)) for name, text in texts.items() if text]


COMPOSERS: dict[str, Composer] = {
    "publication-text": _texts,
    "publication-yielded": _yielded,
    "wording-ask": _wording_ask,
    "wording-kept": _wording_kept,
    "wording-removed": _wording_removed,
}
