"""Measures: the worksheet of one measure as messages, and as the document that goes along."""

from __future__ import annotations

from forum.plan import Completion
from words import dates, stepping
from words.lists import listed
from words.reports import measure
from words.reports.telling import Telling
from words.saying import LONG_QUOTE, SHORT_QUOTE, Attached, Brief, Button, Composer, Saying, Worded, in_rows

# So many measures stand as buttons: three rows of three.
MOST = 9
TEXTS = ("done", "obstacles", "next_step")
# Of milestones that are so far nothing more is to be said.
OVER = (Completion.COMPLETE, Completion.WITHDRAWN)


def _sheet(say: Saying, brief: Brief) -> Worded:
    """What the plan says, what is on record, who has said what."""
    parts = [_head(say, brief), _record(say, brief["record"])]
    if brief["steps"]:
        parts.append("\n".join(stepping.lines(say, brief["steps"])))
    if brief["told"]:
        parts += [_answer(say, one) for one in brief["answers"]]
        if not brief["answers"]:
            parts.append(say("about-no-answers"))
    else:
        parts.append(say("about-not-told"))
    if brief["awaited"]:
        parts.append(say("about-awaited", codes=listed(brief["awaited"], say.language)))
    return Worded("\n\n".join(parts), _rows(say, brief))


def _more(say: Saying, brief: Brief) -> Worded:
    head = say("about-more", **say.named(brief))
    return Worded("\n\n".join([head, *(_answer(say, one) for one in brief["answers"])]), _wordings(say, brief))


def _head(say: Saying, brief: Brief) -> str:
    lines = [say("measure", **say.named(brief), title=say.title(brief["title"]))]
    if brief["plan"]:
        lines.append(say("about-plan", plan=say.title(brief["plan"])))
    parties = {"about-lead": "lead", "about-co-lead": "co_lead", "about-contact": "contact"}
    lines += [say(text, names=listed(brief[of], say.language)) for text, of in parties.items() if brief[of]]
    due = brief["due_text"] or (dates.day(brief["due_on"], say.language) if brief["due_on"] else "")
    if due:
        lines.append(say("about-due", due=say.title(due)))
    if brief["result"]:
        lines.append(say("about-result", text=say.quote(brief["result"], SHORT_QUOTE)))
    return "\n".join(lines)


def _record(say: Saying, record: Brief) -> str:
    if not (record["completion"] or record["done"]):
        return say("about-no-record")
    on = dates.at_day(record["on"], say.language) if record["on"] else "none"
    lines = [say("about-record", on=on)]
    if record["completion"]:
        lines.append(say("unchanged-status", completion=say.completion(record["completion"])))
    return "\n".join([*lines, *_texts(say, record, SHORT_QUOTE)])


def _answer(say: Saying, one: Brief) -> str:
    when = dates.moment(one["at"], say.zone, say.language)
    values = {"code": one["code"], "leads": int(one["leads"]), "round": say.title(one["round"])}
    lines = [say("about-answer", **values, when=when, version=one["version"])]
    if one["completion"]:
        lines.append(say("unchanged-status", completion=say.completion(one["completion"])))
    if one["manner"] == "unchanged":
        lines.append(say("echo-unchanged"))
    if one["internal"]:
        lines.append(say("echo-internal"))
    if one["erased"]:
        lines.append(say("about-erased", on=dates.on_full_day(one["erased"].astimezone(say.zone).date(), say.language)))
    if one["edited"]:
        lines.append(say("about-edited"))
    return "\n".join([*lines, *_texts(say, one, LONG_QUOTE, nothing=one["manner"] == "nothing")])


def _texts(say: Saying, of: Brief, most: int, *, nothing: bool = False) -> list[str]:
    heads = {"done": "echo-done", "obstacles": "echo-nothing" if nothing else "echo-obstacles"}
    return [say(heads.get(name, "echo-next-step"), text=say.quote(of[name], most)) for name in TEXTS if of[name]]


def _rows(say: Saying, brief: Brief) -> list[list[Button]]:
    answer = [Button(say.label("nudge-answer"), "answer", brief["open"])] if brief["open"] else []
    paper = [Button(say.label("about-paper-button"), "about-paper", brief["measure"])] if brief["told"] else []
    done = [one for one in brief["steps"] if one["mine"] and one["completion"] not in OVER]
    if not done:
        return [row for row in (answer, *_wordings(say, brief), paper) if row]
    return [
        row for row in ([*answer, *paper], *stepping.done_buttons(say, done, rows=1), *_wordings(say, brief)) if row
    ]


def _wordings(say: Saying, brief: Brief) -> list[list[Button]]:
    """A coordinator words an answer for the public from here."""
    row = [
        Button(say.label("wording", code=one["code"]), "wording", f"{one['reply']}-{one['version']}")
        for one in brief["answers"]
        if one["wordable"]
    ]
    return [row] if row else []


def _which(say: Saying, brief: Brief) -> Worded:
    text = say("about-none", text=say.quote(brief["text"], SHORT_QUOTE)) if brief["text"] else say("about-which")
    buttons = [Button(say.numbered(one), "about-measure", one["measure"]) for one in brief["measures"][:MOST]]
    return Worded(text, in_rows(buttons) if buttons else [])


def _paper(say: Saying, brief: Brief) -> Worded:
    telling = Telling(say.texts, say.language, say.zone, brief["known"])
    history = brief["history"]
    made = say.attach(lambda: Attached(measure.name(telling, history, "docx"), measure.docx(telling, history)))
    return Worded(say("about-paper", **say.named(brief), title=say.title(brief["title"])), attached=made)


COMPOSERS: dict[str, Composer] = {
    "about-measure": _sheet,
    "about-more": _more,
    "about-which": _which,
    "about-none": _which,
    "about-paper": _paper,
}
