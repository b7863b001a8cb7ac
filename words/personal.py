"""What is a person's own, in words: settings, and what is kept about them."""

from __future__ import annotations

import json

from babel.dates import get_day_names

from words import dates
from words.saying import Attached, Brief, Button, Composer, Saying, Worded

PARTS = ("all", "morning", "afternoon")
LANGUAGES = {"lv": "Latviski", "en": "English"}
WEEK = range(5)


def _settings(say: Saying, brief: Brief) -> Worded:
    """What stands, and a button for each choice; the chosen ones are marked."""
    hours = dates.clocks(brief["opens"], brief["closes"], say.language)
    names = get_day_names("abbreviated", context="stand-alone", locale=say.language)
    chosen = ", ".join(names[day].lower() if say.language == "lv" else names[day] for day in brief["days"])
    html = say("settings", hours=hours, days=chosen, channel=brief["channel"])
    languages = [
        Button(_marked(LANGUAGES.get(one, one), one == say.language), "set-language", one) for one in brief["languages"]
    ]
    if len(brief["channels"]) > 1:
        languages += [
            Button(_marked(say.label("channel-name", channel=one), one == brief["channel"]), "set-channel", one)
            for one in brief["channels"]
        ]
    parts = [Button(_marked(say.label(f"settings-{one}"), one == brief["part"]), "set-hours", one) for one in PARTS]
    days = [Button(_marked(names[day], day in brief["days"]), "set-day", day) for day in WEEK]
    return Worded(html, [languages, parts, days])


def _marked(label: str, chosen: bool) -> str:
    return f"✓ {label}" if chosen else label


def _privacy(say: Saying, brief: Brief) -> Worded:
    lines: list[str] = [say("privacy")]
    lines += [
        say("privacy-person", name=say.title(one["name"]), body=say.title(one["body"])) for one in brief["people"]
    ]
    lines.append(say("privacy-roster"))
    lines.append(say("privacy-chat", messages=brief["messages"]))
    lines.append(say("privacy-answers", answers=brief["answers"]))
    lines.append(say("privacy-not"))
    buttons = [
        [Button(say.label("privacy-my-data"), "my-data", 0)],
        [Button(say.label("privacy-forget-me"), "forget-me", 0)],
    ]
    return Worded("\n".join(lines), buttons)


def _export(say: Saying, brief: Brief) -> Worded:
    content = json.dumps(brief["kept"], ensure_ascii=False, indent=2).encode()
    return Worded(say("privacy-export"), attached=Attached(say.label("privacy-file"), content))


def _forget_ask(say: Saying, brief: Brief) -> Worded:
    yes, no = (
        Button(say.label("privacy-forget-yes"), "forget-yes", 0),
        Button(say.label("privacy-forget-no"), "forget-no", 0),
    )
    return Worded(say("privacy-forget-ask"), [[yes], [no]])


COMPOSERS: dict[str, Composer] = {
    "settings": _settings,
    "privacy": _privacy,
    "privacy-export": _export,
    "privacy-forget-ask": _forget_ask,
}
