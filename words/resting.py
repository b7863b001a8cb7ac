"""Resting in words: when to be reminded again, what help is needed."""

from __future__ import annotations

from words import dates
from words.saying import SHORT_QUOTE, Brief, Button, Composer, Saying, Worded, in_rows

TROUBLES = ("data", "sign_off", "not_mine", "other")


def _snooze_ask(say: Saying, brief: Brief) -> Worded:
    due = dates.day(brief["due_on"], say.language)
    buttons = [Button(dates.short_day(day, say.language), "later-to", day.isoformat()) for day in brief["choices"]]
    return Worded(
        say("snooze-ask" if buttons else "snooze-late" if brief["past"] else "snooze-none", due=due), in_rows(buttons)
    )


def _snoozed(say: Saying, brief: Brief) -> Worded:
    return Worded(say("snoozed", until=dates.on_day(brief["until"], say.language)))


def _which(say: Saying, brief: Brief) -> Worded:
    buttons = [Button(say.numbered(one), "help-of", one["obligation"]) for one in brief["choices"][:12]]
    return Worded(say("help-which"), in_rows(buttons))


def _help_ask(say: Saying, brief: Brief) -> Worded:
    buttons = [
        Button(say.label(f"help-{word.replace('_', '-')}"), "help-why", f"{brief['obligation']}-{word}")
        for word in TROUBLES
    ]
    return Worded(_headed(say, brief, "help-ask"), [buttons[:2], buttons[2:]])


def _help_words(say: Saying, brief: Brief) -> Worded:
    return Worded(_headed(say, brief, "help-words"))


def _headed(say: Saying, brief: Brief, question: str) -> str:
    measure = say("measure", **say.named(brief), title=say.title(brief["title"]))
    return f"{measure}\n\n{say(question)}"


def _help_kept(say: Saying, brief: Brief) -> Worded:
    until = dates.by_day(brief["until"], say.language)
    return Worded(say("help-kept", **say.named(brief), until=until))


def _help_needed(say: Saying, brief: Brief) -> Worded:
    head = say("help-needed", **_who(say, brief))
    return Worded("\n".join([head, *_called(say, brief)]), [_done(say, brief)])


def _who(say: Saying, brief: Brief) -> dict[str, str]:
    return {
        "code": brief["institution"],
        "name": say.title(brief["name"]),
        **say.named(brief),
    }


def _called(say: Saying, brief: Brief) -> list[str]:
    """The reason, in the member's own words where they gave any."""
    if brief["words"]:
        return [say("help-said", words=say.quote(brief["words"], SHORT_QUOTE))]
    return [say("help-reason", trouble=brief["trouble"])]


def _done(say: Saying, brief: Brief) -> list[Button]:
    extend = Button(say.label("card-extend"), "excuse-of", f"extend-{brief['obligation']}")
    return [Button(say.label("help-done"), "help-settled", brief["help"]), extend]


def _settled(say: Saying, brief: Brief) -> Worded:
    return Worded("\n".join([say("help-needed", **_who(say, brief)), *_called(say, brief), say("help-is-settled")]))


def _letter_kept(say: Saying, brief: Brief) -> Worded:
    numbers = say.all_numbered(brief["measures"])
    kept = "letter-kept-after" if brief["after"] else "letter-kept"
    return Worded(say(kept, text=say.quote(brief["text"], SHORT_QUOTE), numbers=numbers))


COMPOSERS: dict[str, Composer] = {
    "snooze-ask": _snooze_ask,
    "snoozed": _snoozed,
    "help-which": _which,
    "help-ask": _help_ask,
    "help-words": _help_words,
    "help-kept": _help_kept,
    "help-needed": _help_needed,
    "help-settled": _settled,
    "letter-kept": _letter_kept,
}
