"""Replying: the questions about an answer, and its echoes."""

from __future__ import annotations

from words import completions, dates
from words.saying import LONG_QUOTE, SHORT_QUOTE, Brief, Button, Composer, Saying, Worded, in_rows


def _ask_status(say: Saying, brief: Brief) -> Worded:
    buttons = [
        Button(completions.short_label(word, say.language), "status", f"{brief['obligation']}-{word.value}")
        for word in completions.TOLD
    ]
    html = say("ask-status", number=brief["number"], title=say.title(brief["measure_title"]), year=str(brief["year"]))
    if brief["on_record"]:
        buttons.append(Button(say.label("nudge-unchanged"), "unchanged", brief["obligation"]))
    return Worded(html, [buttons[:2], buttons[2:4], buttons[4:]])


def _ask_text(say: Saying, brief: Brief) -> Worded:
    title, completion = say.title(brief["measure_title"]), say.completion(brief["completion"])
    return Worded(say("ask-text", number=brief["number"], title=title, completion=completion))


def _ask_why(say: Saying, brief: Brief) -> Worded:
    return Worded(say("ask-why", number=brief["number"], title=say.title(brief["measure_title"])))


def _unchanged_ask(say: Saying, brief: Brief) -> Worded:
    """The text that will be printed, to be sent in as it stands."""
    since = dates.since_day(brief["since"], say.language) if brief["since"] else ""
    lines = [say("unchanged-head", number=brief["number"], since=since, dated=int(bool(since)))]
    if brief["completion"]:
        lines.append(say("unchanged-status", completion=say.completion(brief["completion"])))
    lines.append(
        say("unchanged-text", text=say.quote(brief["done"], LONG_QUOTE)) if brief["done"] else say("unchanged-no-text")
    )
    number = brief["obligation"]
    yes = Button(say.label("unchanged-yes"), "unchanged-yes", number)
    more = Button(say.label("unchanged-more"), "answer", number)
    return Worded("\n\n".join(lines), [[yes, more], [Button(say.label("unchanged-no"), "unchanged-no", number)]])


def _ask_measure(say: Saying, brief: Brief) -> Worded:
    buttons = [
        Button(f"{one['number']}.", "measure", f"{one['obligation']}-{brief['draft']}") for one in brief["choices"]
    ]
    return Worded(say("ask-measure", text=say.quote(brief["text"], SHORT_QUOTE)), in_rows(buttons))


def _echo(say: Saying, brief: Brief) -> Worded:
    when = dates.moment(brief["at"], say.zone, say.language)
    head = "echo-written" if brief["written"] else "echo-refused" if brief["refused"] else "echo-saved"
    head = "echo-seen" if brief.get("seen") else head
    return _answer(say, brief, say(head, when=when, version=brief["version"]))


def _written(say: Saying, brief: Brief) -> Worded:
    return _answer(say, brief, say("echo-later", version=brief["version"]))


def _on_behalf(say: Saying, brief: Brief) -> Worded:
    when = dates.moment(brief["at"], say.zone, say.language)
    return _answer(say, brief, say("echo-on-behalf", when=when, version=brief["version"]))


def _answer(say: Saying, brief: Brief, head: str) -> Worded:
    """An answer as kept, under its head, with what can be done about it."""
    lines = [
        head,
        say("echo-status", number=brief["number"], completion=say.completion(brief["completion"]))
        if brief["completion"]
        else say("echo-no-status", number=brief["number"]),
    ]
    if brief["unchanged"]:
        lines.append(say("echo-unchanged"))
    if brief["done"]:
        lines.append(say("echo-done", text=say.quote(brief["done"], LONG_QUOTE)))
    lines.append(say("echo-draft"))
    buttons = [Button(say.label("echo-correct"), "answer", brief["obligation"])]
    if not brief["completion"]:
        buttons.insert(0, Button(say.label("echo-set-status"), "only-status", brief["obligation"]))
    evidence = Button(say.label("evidence-add"), "evidence", brief["obligation"])
    return Worded("\n\n".join(lines), [buttons, [evidence]])


COMPOSERS: dict[str, Composer] = {
    "ask-status": _ask_status,
    "ask-text": _ask_text,
    "ask-why": _ask_why,
    "unchanged-ask": _unchanged_ask,
    "ask-measure": _ask_measure,
    "echo": _echo,
    "written": _written,
    "on-behalf": _on_behalf,
}
