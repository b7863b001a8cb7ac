"""Excusing in words: more time, no more asking, an answer entered for a body, the draft of a letter."""

from __future__ import annotations

from words import completions, dates, lists, unclear, why
from words.filling import BadTemplate
from words.letters import escalating
from words.nudging import asks
from words.reports.telling import Telling
from words.saying import SHORT_QUOTE, Brief, Button, Composer, Saying, Worded, in_rows


def _which(say: Saying, brief: Brief) -> Worded:
    buttons = [
        Button(say.numbered(one), "excuse-of", f"{brief['what']}-{one['obligation']}") for one in brief["choices"][:12]
    ]
    return Worded(say("excuse-which", code=brief["code"]), in_rows(buttons))


def _about(say: Saying, brief: Brief) -> dict[str, str]:
    return {
        "code": brief["code"],
        **say.named(brief),
        "due": dates.day(brief["due_on"], say.language),
    }


def _until(say: Saying, brief: Brief) -> Worded:
    day = unclear.to_come(brief["due_on"])
    example = say.label("moment-example-day", date=day.day, month=day.month, year=str(day.year))
    return Worded(say("extend-until", **_about(say, brief), example=example))


def _early(say: Saying, brief: Brief) -> Worded:
    return Worded(say("extend-early", **_about(say, brief)))


def _far(say: Saying, brief: Brief) -> Worded:
    return Worded(say("extend-far", **_about(say, brief), until=dates.day(brief["until"], say.language)))


def _reason(say: Saying, brief: Brief) -> Worded:
    return Worded(say("extend-reason", until=dates.day(brief["until"], say.language)))


def _skip_reason(say: Saying, brief: Brief) -> Worded:
    return Worded(say("skip-reason", **_about(say, brief)))


def _excused(say: Saying, brief: Brief) -> Worded:
    reason = say.quote(brief["reason"], SHORT_QUOTE)
    kind = "excuse-skipped" if brief["skipped"] else "excuse-extended"
    undo = Button(say.label("excuse-undo"), "excuse-undo", brief["obligation"])
    return Worded(say(kind, **_about(say, brief), reason=reason), [[undo]])


def _undone(say: Saying, brief: Brief) -> Worded:
    return Worded(say("excuse-undone", **_about(say, brief)))


def _extended(say: Saying, brief: Brief) -> Worded:
    due, reason = dates.day(brief["due_on"], say.language), say.quote(brief["reason"], SHORT_QUOTE)
    return Worded(
        say("extended", numbers=say.all_numbered(brief["measures"]), due=due, reason=reason), [[why.button(say)]]
    )


def _enter_status(say: Saying, brief: Brief) -> Worded:
    buttons = [
        Button(completions.short_label(word, say.language), "enter-status", f"{brief['obligation']}-{word.value}")
        for word in completions.TOLD
    ]
    return Worded(say("enter-status", **_about(say, brief), **asks(brief)), in_rows(buttons))


def _enter_text(say: Saying, brief: Brief) -> Worded:
    if not brief["completion"]:
        return Worded(say("enter-words", **_about(say, brief)))
    return Worded(say("enter-text", **_about(say, brief), completion=say.completion(brief["completion"])))


def _letter(say: Saying, brief: Brief) -> Worded:
    """The letter in the forum's own language, to be signed elsewhere; nothing of it goes anywhere by itself."""
    telling = Telling(say.texts, say.texts.languages[0], say.zone)
    try:
        made = say.attach(lambda: escalating.attached(telling, brief))
    except BadTemplate:
        return Worded(say("filing-bad-template"))
    numbers = lists.numbers([one["number"] for one in brief["measures"]], say.language)
    return Worded(say("letter-draft", code=brief["code"], numbers=numbers), attached=made)


COMPOSERS: dict[str, Composer] = {
    "excuse-which": _which,
    "extend-until": _until,
    "extend-early": _early,
    "extend-far": _far,
    "extend-reason": _reason,
    "skip-reason": _skip_reason,
    "excused": _excused,
    "excuse-undone": _undone,
    "extended": _extended,
    "enter-status": _enter_status,
    "enter-text": _enter_text,
    "letter-draft": _letter,
}
