"""Switching: what a coordinator sees before the forum writes to anyone, and when it is paused and resumed."""

from __future__ import annotations

from dataclasses import replace

from words import dates, ogp
from words.saying import Brief, Button, Composer, Saying, Worded
from words.texts import Safe


def under_notice(say: Saying, brief: Brief, worded: Worded) -> Worded:
    """A summary says first that nothing goes to members, where that is so."""
    if not brief.get("notice"):
        return worded
    return replace(worded, html="\n\n".join([_stopped(say, brief["notice"]), worded.html]))


def _stopped(say: Saying, stopped: Brief) -> str:
    since = stopped["since"]
    return say("paused-since", on=dates.since_day(since, say.language)) if since else say("never-on")


def _first_minutes(say: Saying, brief: Brief) -> Worded:
    found = {noun: say(f"count-{noun}", count=brief[noun]) for noun in ("institutions", "measures", "persons")}
    parts = [*ogp.part(say, brief["ogp"]), say("first-minutes", **found), _gaps(say, brief), _summary(say, brief)]
    if brief["care"]:
        parts.append("\n".join([say("first-care"), *(say("first-care-line", **one) for one in brief["care"])]))
    stopped = brief["stopped"]
    if stopped:
        parts += [_stopped(say, stopped)]
    show = Button(say.label("forecast-show"), "forum-forecast", "0")
    rows = _choices(say, brief, show) if stopped else [[show]]
    return Worded("\n\n".join([*parts, *_by_command(say, brief, stopped)]), rows)


def _choices(say: Saying, brief: Brief, *more: Button) -> list[list[Button]]:
    since = brief["stopped"]["since"]
    later = [] if since else [[Button(say.label("switch-later-button"), "forum-later", "0")]]
    return [[_on(say, brief, "pause-resume" if since else "switch-on"), *more], *later]


def _on(say: Saying, brief: Brief, label: str) -> Button:
    """What switches the forum on: a button, or in a mail the address of a page that asks once more."""
    return Button(say.label(label), "forum-resume", "0", url=brief.get("switch", ""))


def _by_command(say: Saying, brief: Brief, stopped: Brief | None) -> list[Safe]:
    """In a mail whose answers nobody reads, and that names no page, what to have done on the server."""
    unheard = say.mail is not None and not say.mail.read and not brief.get("switch")
    return [say("switch-by-command")] if stopped and unheard else []


def _gaps(say: Saying, brief: Brief) -> str:
    count = len(brief["gaps"]) + brief["more"]
    if not count:
        return say("first-no-gaps")
    lines: list[str] = [say("first-gaps", count=count)]
    for one in brief["gaps"]:
        sentence = say.finding(one)
        linked = say("to-put-right-linked", sentence=sentence, link=one["link"]) if one["link"] else sentence
        lines.append(say("to-put-right-line", sentence=linked))
    return "\n".join([*lines, *([say("first-more", count=brief["more"])] if brief["more"] else [])])


def _summary(say: Saying, brief: Brief) -> str:
    """The forecast in a few lines, and whether it keeps to the budget."""
    if not brief["messages"]:
        return say("forecast-none")
    month = brief["busiest"]
    lines = [
        say("forecast-sum", messages=_messages(say, brief["messages"]), people=_people(say, brief["people"])),
        say("forecast-first", on=dates.on_full_day(brief["first"], say.language)),
        say("forecast-busiest", month=month.month, year=str(month.year), count=brief["in_busiest"]),
        say("forecast-most", count=brief["most"]),
    ]
    if brief["of_meetings"]:
        lines.append(say("forecast-meetings", count=brief["of_meetings"], open=brief["on_a_yes"]))
    if brief["unreached"]:
        lines.append(say("forecast-unreached", count=brief["unreached"]))
    lines.append(say("forecast-budget", count=brief["over"], budget=brief["budget"], monthly=brief["monthly"]))
    if brief["held"]:
        lines.append(say("forecast-held", count=brief["held"]))
    return "\n".join(lines)


def _messages(say: Saying, count: int) -> str:
    return say("count-messages", count=count)


def _people(say: Saying, count: int) -> str:
    return say("count-people", count=count)


def _forecast(say: Saying, brief: Brief) -> Worded:
    parts = [_summary(say, brief)]
    if brief["days"]:
        rows = [say("forecast-day", on=dates.day(one["on"], say.language), count=one["count"]) for one in brief["days"]]
        parts.append("\n".join([say("forecast-days"), *rows]))
        parts.append(_named(say, brief))
    stopped = brief["stopped"]
    return Worded("\n\n".join(parts), _choices(say, brief) if stopped else [])


def _named(say: Saying, brief: Brief) -> str:
    lines: list[str] = [say("forecast-people")]
    for one in brief["named"]:
        line = "forecast-over" if one["over"] else "forecast-person"
        lines.append(say(line, name=say.title(one["name"]), count=one["messages"]))
    return "\n".join([*lines, *([say("forecast-others", count=brief["others"])] if brief["others"] else [])])


def _pause_ask(say: Saying, brief: Brief) -> Worded:
    yes = Button(say.label("pause-yes"), "forum-pause", "0")
    return Worded(say("pause-ask"), [[yes, Button(say.label("pause-no"), "forum-keep", "0")]])


def _paused(say: Saying, brief: Brief) -> Worded:
    lines = [_stopped(say, brief["stopped"]), say("paused-rest")]
    if brief["first"]:
        on = dates.on_day(brief["first"], say.language)
        lines.append(say("paused-would", messages=_messages(say, brief["messages"]), on=on))
    else:
        lines.append(say("paused-nothing"))
    return Worded("\n\n".join(lines), _choices(say, brief))


def _resumed(say: Saying, brief: Brief) -> Worded:
    if not brief["messages"]:
        return Worded("\n".join([say("resumed"), say("resumed-nothing")]))
    will = say(
        "resumed-will",
        messages=_messages(say, brief["messages"]),
        people=_people(say, brief["people"]),
        at=dates.moment(brief["first"], say.zone, say.language),
    )
    return Worded("\n".join([say("resumed"), will]))


def _restored(say: Saying, brief: Brief) -> Worded:
    parts = [say("restored", at=dates.moment(brief["made_at"], say.zone, say.language))]
    if brief["doubted"]:
        parts.append(say("restored-doubt", count=brief["doubted"]))
    parts.append(say("restored-silent"))
    return Worded("\n\n".join(parts), [[_on(say, brief, "pause-resume")]])


def _later(say: Saying, brief: Brief) -> Worded:
    return Worded(say("switch-later"), [[_on(say, brief, "switch-on")]])


COMPOSERS: dict[str, Composer] = {
    "first-minutes": _first_minutes,
    "forecast": _forecast,
    "pause-ask": _pause_ask,
    "paused": _paused,
    "resumed": _resumed,
    "switch-later": _later,
    "restored": _restored,
}
