"""Returning in words: a body is asked to complete its answer, and says so where it stays as it is."""

from __future__ import annotations

from words import dates, lists, why
from words.saying import LONG_QUOTE, SHORT_QUOTE, Brief, Button, Composer, Saying, Worded


def _returned(say: Saying, brief: Brief) -> Worded:
    """What is wanted, then the answer as it stands."""
    by = say.title(brief["by"])
    when = dates.moment(brief["at"], say.zone, say.language)
    yours = [say("returned-yours", when=when, version=brief["version"])]
    if brief["completion"]:
        yours.append(say("unchanged-status", completion=say.completion(brief["completion"])))
    if brief["done"]:
        yours.append(say("echo-done", text=say.quote(brief["done"], SHORT_QUOTE)))
    wanted = (
        say("returned-words", by=by, text=say.quote(brief["words"], LONG_QUOTE))
        if brief["words"]
        else say("returned-workspace", by=by or "none")
    )
    parts = [
        say("returned"),
        say("measure", **say.named(brief), title=say.title(brief["title"])),
        wanted,
        "\n".join(yours),
        say("returned-stands", until=dates.until_day(brief["until"], say.language)),
    ]
    number = brief["obligation"]
    first = [
        Button(say.label("unchanged-more"), "answer", number),
        Button(say.label("return-keep"), "return-keep", number),
    ]
    return Worded("\n\n".join(parts), [first, [why.button(say)]])


def _stays(say: Saying, brief: Brief) -> Worded:
    return Worded(say("return-stays", **say.named(brief)))


def _ask(say: Saying, brief: Brief) -> Worded:
    return Worded(say("return-ask", **_about(say, brief)))


def _sent(say: Saying, brief: Brief) -> Worded:
    names = lists.listed([say.title(name) for name in brief["names"]], say.language)
    if not names:
        return Worded(say("return-nobody", **_about(say, brief)))
    return Worded(say("return-sent", **_about(say, brief), names=names))


def _refused(say: Saying, brief: Brief) -> Worded:
    return Worded(say("return-refused", **_about(say, brief), why=brief["why"]))


def _kept(say: Saying, brief: Brief) -> Worded:
    return Worded(say("returned-kept", **_about(say, brief), name=say.title(brief["name"])))


def _about(say: Saying, brief: Brief) -> dict[str, str]:
    return {**say.named(brief), "code": brief["code"]}


COMPOSERS: dict[str, Composer] = {
    "returned": _returned,
    "return-stays": _stays,
    "return-ask": _ask,
    "return-sent": _sent,
    "return-refused": _refused,
    "returned-kept": _kept,
}
