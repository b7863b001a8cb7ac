"""Nudging: what reminders say, and where a round stands."""

from __future__ import annotations

from words import dates
from words.saying import SHORT_QUOTE, Brief, Button, Composer, Saying, Worded, in_rows
from words.texts import Safe


def _nudge(say: Saying, brief: Brief) -> Worded:
    measures = [measure for one in brief["rounds"] for measure in one["measures"]]
    parts = [_nudge_round(say, one, brief["rung"]) for one in brief["rounds"]]
    several = len(measures) > 1
    parts.append(say("nudge-how-many" if several else "nudge-how", year=str(brief["rounds"][0]["year"])))
    buttons = [
        Button(
            say.label("nudge-answer.number", number=one["number"]) if several else say.label("nudge-answer"),
            "answer",
            one["obligation"],
        )
        for one in measures[:12]
    ]
    if not several and measures[0]["on_record"]:
        buttons.append(Button(say.label("nudge-unchanged"), "unchanged", measures[0]["obligation"]))
    return Worded("\n\n".join(parts), in_rows(buttons))


def _nudge_round(say: Saying, one: Brief, rung: str) -> str:
    if one["left"] < 0:
        head = say("nudge-late", year=str(one["year"]), due=dates.on_day(one["due_on"], say.language))
        if one["grace_until"]:
            head = Safe(f"{head} {say('nudge-grace', until=dates.by_weekday(one['grace_until'], say.language))}")
    else:
        head = say("nudge-head", year=str(one["year"]), **due(say, one))
        if rung == "sign":
            head = Safe(f"{head} {say('nudge-sign')}")
    return "\n\n".join([head, *(_nudge_measure(say, measure) for measure in one["measures"])])


def _nudge_measure(say: Saying, measure: Brief) -> str:
    named = say("measure", number=measure["number"], title=say.title(measure["title"]))
    if not measure["done"]:
        return named
    since = measure["completion_on"]
    last = say(
        "measure-last",
        on=dates.at_day(since, say.language) if since else "",
        dated=int(since is not None),
        text=say.quote(measure["done"], SHORT_QUOTE),
    )
    return f"{named}\n{last}"


def due(say: Saying, one: Brief) -> dict[str, str]:
    """What the line about the due day needs: when, as seen today; the day; what is left."""
    if one["left"] < 0:
        return {"when": "past", "due": dates.on_day(one["due_on"], say.language), "left": ""}
    left = dates.left(one["left"], say.language)
    if one["left"] > 1:
        working = dates.working_days(one["left_working"], say.language)
        left = say.label("nudge-left", left=left, working=working)
    when = "ahead" if one["left"] else "today"
    return {"when": when, "due": dates.day(one["due_on"], say.language), "left": left}


def _standing(say: Saying, brief: Brief) -> Worded:
    lines: list[str] = [
        say("standing", title=say.title(brief["title"]), **due(say, brief)),
        say("standing-count", answered=brief["answered"], total=brief["total"]),
    ]
    if brief["awaited"]:
        rows = [
            say("standing-body", code=one["code"], numbers=", ".join(f"{number}." for number in one["numbers"]))
            for one in brief["awaited"]
        ]
        lines.append("\n".join([say("standing-awaited"), *rows]))
    if brief["unreached"]:
        names = [say("standing-name", name=say.title(name)) for name in brief["unreached"]]
        lines.append("\n".join([say("standing-unreached"), *names]))
    if brief["without_lead"]:
        numbers = ", ".join(f"{number}." for number in brief["without_lead"])
        lines.append(say("standing-without-lead", numbers=numbers))
    return Worded("\n\n".join(lines))


COMPOSERS: dict[str, Composer] = {"nudge": _nudge, "nudge-report": _standing}
