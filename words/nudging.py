"""Nudging: what reminders say, and where a round stands."""

from __future__ import annotations

from words import dates, pages, reading_back, why
from words.saying import SHORT_QUOTE, Brief, Button, Composer, Saying, Worded
from words.texts import Safe

# So many numbers stand beside each other on a telephone.
ACROSS = 6


def _nudge(say: Saying, brief: Brief) -> Worded:
    measures = [measure for one in brief["rounds"] for measure in one["measures"]]
    parts = [_nudge_round(say, one, brief["rung"]) for one in brief["rounds"]]
    if say.mail and brief["rung"] == "start":
        parts.insert(0, _greeting(say, brief))
    several = len(measures) > 1
    parts.append(say("nudge-how-many" if several else "nudge-how", year=str(brief["rounds"][0]["year"])))
    if pages.named(say, brief):
        parts[-1] = Safe(f"{parts[-1]} {say('nudge-page')}")
    late = all(one["left"] < 0 for one in brief["rounds"])
    rows = _many(say, measures, late=late) if several else _alone(say, measures[0], late=late)
    rows[-1] = [*pages.button(say, brief), *rows[-1]]
    lines = brief.get("worksheet") if say.mail and say.mail.read else None
    if not lines:
        return Worded("\n\n".join(parts), rows)
    parts.append(say("worksheet-attached"))
    return Worded("\n\n".join(parts), rows, attached=reading_back.file(say, lines, "docx"))


def _greeting(say: Saying, brief: Brief) -> str:
    """How the first mail of a round begins: what is asked of whom, by when, and on what ground."""
    one = brief["rounds"][0]
    by = dates.by_full_day(one["due_on"], say.language)
    basis = say.title(one["legal_basis"]) or "none"
    lines: list[str] = [say("mail-greeting"), say("mail-asks", year=str(one["year"]), by=by, basis=basis)]
    lines += [say("mail-body", body=say.title(body)) for body in brief["bodies"]]
    if brief["role"]:
        lines.append(say("mail-role", role=brief["role"]))
    return "\n".join(lines)


def _alone(say: Saying, measure: Brief, *, late: bool) -> list[list[Button]]:
    """About one measure: the answer, then what to do instead, then why."""
    answer = [Button(say.label("nudge-answer"), "answer", measure["obligation"])]
    if late:
        return [
            [*answer, _other(say, "letter")],
            [_other(say, "extension"), _other(say, "not-mine")],
            [why.button(say)],
        ]
    if measure["on_record"]:
        answer.append(Button(say.label("nudge-unchanged"), "unchanged", measure["obligation"]))
    return [answer, [_other(say, "later"), _other(say, "help")], [why.button(say)]]


def _many(say: Saying, measures: list[Brief], *, late: bool) -> list[list[Button]]:
    """About several: a button with the number of each; whoever has more than fit there answers by text, or after the
    others."""
    buttons = [Button(say.numbered(one), "answer", one["obligation"]) for one in measures]
    if len(buttons) > ACROSS:
        last = ("letter", "extension", "why") if late else ("later", "help", "why")
        return [buttons[:ACROSS], buttons[ACROSS : 2 * ACROSS], [_other(say, one) for one in last]]
    instead = [("letter", "extension"), ("not-mine", "why")] if late else [("later", "help"), ("why",)]
    return [buttons, *([_other(say, one) for one in row] for row in instead)]


def _other(say: Saying, action: str) -> Button:
    """What one may do instead of answering; which nudge it is about, its message says."""
    return Button(say.label(f"nudge-{action}"), action, 0)


def _nudge_round(say: Saying, one: Brief, rung: str) -> str:
    if one["left"] < 0:
        head = say("nudge-late", year=str(one["year"]), due=dates.on_day(one["due_on"], say.language))
        if one["grace_until"]:
            head = Safe(f"{head} {say('nudge-grace', until=dates.by_weekday(one['grace_until'], say.language))}")
    else:
        head = say("nudge-head", year=str(one["year"]), **due(say, one))
        if one["due_given"]:
            head = Safe(f"{head} {day_off(say, one)}")
        if rung == "sign":
            head = Safe(f"{head} {say('nudge-sign')}")
    return "\n\n".join([head, *(_nudge_measure(say, measure) for measure in one["measures"])])


def _nudge_measure(say: Saying, measure: Brief) -> str:
    named = say("measure", **say.named(measure), title=say.title(measure["title"]))
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


def day_off(say: Saying, one: Brief) -> Safe:
    """By which rule the due day is another than the one that the round names."""
    rule = "next" if one["due_given"] < one["due_on"] else "previous"
    return say("due-day-off", given=dates.day(one["due_given"], say.language), rule=rule)


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
            say("standing-body", code=one["code"], numbers=say.all_numbered(one["measures"]))
            for one in brief["awaited"]
        ]
        lines.append("\n".join([say("standing-awaited"), *rows]))
    if brief["unreached"]:
        names = [say("standing-name", name=say.title(name)) for name in brief["unreached"]]
        lines.append("\n".join([say("standing-unreached"), *names]))
    if brief["without_lead"]:
        lines.append(say("standing-without-lead", numbers=say.all_numbered(brief["without_lead"])))
    return Worded("\n\n".join(lines))


COMPOSERS: dict[str, Composer] = {"nudge": _nudge, "nudge-report": _standing}
