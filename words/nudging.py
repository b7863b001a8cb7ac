"""Nudging: what reminders say, and where a round stands."""

from __future__ import annotations

from collections import Counter

from words import beginning, dates, handover, own_dates, pages, reading_back, still_you, why
from words.lists import listed
from words.saying import SHORT_QUOTE, Brief, Button, Composer, Saying, Worded
from words.texts import Safe

# So many numbers stand beside each other on a telephone.
ACROSS = 6


def _nudge(say: Saying, brief: Brief) -> Worded:
    measures = [measure for one in brief["rounds"] for measure in one["measures"]]
    heads = Counter((one["kind"], one["year"]) for one in brief["rounds"])
    parts = [_nudge_round(say, one, titled=heads[one["kind"], one["year"]] > 1) for one in brief["rounds"]]
    if say.mail and brief["rung"] == "start":
        parts.insert(0, _greeting(say, brief))
    if brief["handover"]:
        parts.insert(0, handover.lines(say, brief["handover"]))
    if brief["own_dates"]:
        parts.append("\n".join([say("nudge-own-dates"), *own_dates.lines(say, brief["own_dates"])]))
    several, first = len(measures) > 1, brief["rounds"][0]
    parts.append(say("nudge-how-many" if several else "nudge-how", **asks(first)))
    if pages.named(say, brief):
        parts[-1] = Safe(f"{parts[-1]} {say('nudge-page')}")
    if brief["partner"]:
        parts.append(say("nudge-partner"))
    late = all(map(is_late, brief["rounds"]))
    if not any(one["progress"] for one in brief["rounds"]):
        rows = _words_alone(say, first["kind"], measures)
    else:
        rows = _many(say, measures, late=late) if several else _alone(say, measures[0], late=late)
    asks_who = [still_you.other(say)] if brief["still_you"] else []
    rows[-1] = [*pages.button(say, brief), *asks_who, *rows[-1]]
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
    lines: list[str] = [say("mail-greeting"), say("mail-asks", **asks(one), by=by, basis=basis)]
    lines += [say("mail-body", body=say.title(body)) for body in brief["bodies"]]
    if brief["role"]:
        lines.append(say("mail-role", role=brief["role"]))
    return "\n".join(lines)


def asks(one: Brief) -> dict[str, str]:
    """What a text must know to say what a round asks for: its kind, and the year that it is about."""
    return {"kind": one["kind"], "year": str(one["year"])}


def is_late(one: Brief) -> bool:
    """Whether the due day of what is owed has passed; where nothing is owed nobody is ever late."""
    return bool(one["duty"]) and one["left"] < 0


def agrees(say: Saying, kind: str, obligation: int) -> Button:
    """«Viss pareizi», «Iebildumu nav»; of no obligation: about all that the message names."""
    label = say.label("agree-all" if not obligation else "agree", kind=kind)
    return Button(label, "agree" if obligation else "agree-all", obligation)


def _words_alone(say: Saying, kind: str, measures: list[Brief]) -> list[list[Button]]:
    """Where a round asks for words alone: all is right, or a text."""
    instead = [_other(say, "later"), _other(say, "help")]
    if len(measures) == 1:
        number = measures[0]["obligation"]
        answer = Button(say.label("agree-not", kind=kind), "answer", number)
        return [[agrees(say, kind, number), answer], instead, [why.button(say)]]
    buttons = [Button(say.numbered(one), "answer", one["obligation"]) for one in measures]
    return [buttons[:ACROSS], [agrees(say, kind, 0), *instead], [why.button(say)]]


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


def _nudge_round(say: Saying, one: Brief, *, titled: bool) -> str:
    """What is open in a round; ``titled``: another in the same message has the same head, as where two plans live."""
    if one["left"] < 0:
        late = "nudge-late" if is_late(one) else "nudge-still"
        head = say(late, **asks(one), due=dates.on_day(one["due_on"], say.language))
        if one["grace_until"]:
            head = Safe(f"{head} {say('nudge-grace', until=dates.by_weekday(one['grace_until'], say.language))}")
    else:
        head = say("nudge-head", **asks(one), **due(say, one))
        if one["due_given"]:
            head = Safe(f"{head} {day_off(say, one)}")
        if one["sign_by"] or one["to_sign"]:
            by = dates.by_weekday(one["sign_by"], say.language) if one["sign_by"] else "now"
            head = Safe(f"{head} {say('nudge-sign' if one['to_sign'] else 'nudge-sign-by', by=by)}")
    if titled:
        head = Safe(f"{say('nudge-round', title=say.title(one['title']))}\n{head}")
    return "\n\n".join([head, *(_nudge_measure(say, measure, one) for measure in one["measures"])])


def _nudge_measure(say: Saying, measure: Brief, one: Brief) -> str:
    named = say("measure", **say.named(measure), title=say.title(measure["title"]))
    begun = beginning.lines(say, measure)
    if measure["worksheet"] is not None:
        return "\n".join([named, *worksheet(say, measure["worksheet"]), *begun])
    if not measure["done"] or not one["progress"]:
        return "\n".join([named, *begun])
    since = measure["completion_on"]
    last = say(
        "measure-last",
        on=dates.at_day(since, say.language) if since else "",
        dated=int(since is not None),
        text=say.quote(measure["done"], SHORT_QUOTE),
    )
    return "\n".join([named, last, *begun])


def day_off(say: Saying, one: Brief) -> Safe:
    """By which rule the due day is another than the one that the round names."""
    rule = "next" if one["due_given"] < one["due_on"] else "previous"
    return say("due-day-off", given=dates.day(one["due_given"], say.language), rule=rule)


def worksheet(say: Saying, sheet: Brief) -> list[str]:
    """What the plan says of a measure, line by line; what it does not say is said, too."""
    due_on = dates.day(sheet["due_on"], say.language) if sheet["due_on"] else ""
    told = {
        "lead": listed(sheet["lead"], say.language),
        "co-lead": listed(sheet["co_lead"], say.language),
        "contact": listed(sheet["contact"], say.language),
        "due": sheet["due_text"] or due_on,
    }
    return [
        say("plan-says", what=what, told=say.title(word) or say("plan-says-nothing")) for what, word in told.items()
    ]


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


def without_lead(say: Saying, brief: Brief) -> list[str]:
    """The measures and recommendations of which nobody knows who answers."""
    groups = ("without_lead", "without_owner")
    return [
        say(f"standing-{one.replace('_', '-')}", numbers=say.all_numbered(brief[one])) for one in groups if brief[one]
    ]


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
    lines += without_lead(say, brief)
    return Worded("\n\n".join(lines))


COMPOSERS: dict[str, Composer] = {"nudge": _nudge, "nudge-report": _standing}
