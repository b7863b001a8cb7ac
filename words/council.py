"""The memorandum council in words: its pack as a Word document, and its opinion as it was recorded."""

from __future__ import annotations

from datetime import date

from forum.reports import Report
from words import dates
from words.reports import whole
from words.reports.document import docx
from words.reports.telling import Telling
from words.saying import LONG_QUOTE, Attached, Brief, Button, Composer, Saying, Worded


def _pack(say: Saying, brief: Brief) -> Worded:
    """The pack, and a button to record what the council said."""
    report: Report = brief["report"]
    views = sum(len(entry.views) for entry in report.entries)
    counts = {"views": views, "differences": len(report.differences), "lacking": len(report.lacking)}
    lines = [
        say("council-ready", title=say.title(report.title)),
        say("council-ready-counts", **counts, opinions=len(report.opinions)),
    ]
    telling = Telling(say.texts, say.language, say.zone)
    content = docx(whole.pack(telling, report), report.day)
    attached = Attached(whole.pack_name(telling, report.day, "docx"), content)
    rows = [[Button(say.label("council-write"), "council-write", brief["round"])]]
    return Worded("\n".join(lines), rows, attached=attached)


def _ask_minutes(say: Saying, brief: Brief) -> Worded:
    return Worded(say("council-ask-minutes", title=say.title(brief["title"])))


def _ask_words(say: Saying, brief: Brief) -> Worded:
    on = dates.day(date.fromisoformat(brief["on"]), say.language)
    return Worded(say("council-ask-words", number=brief["number"], on=on))


def _kept(say: Saying, brief: Brief) -> Worded:
    text, on = say.quote(brief["text"], LONG_QUOTE), dates.day(brief["on"], say.language)
    undo = Button(say.label("council-undo"), "council-undo", brief["opinion"])
    return Worded(say("council-kept", number=brief["number"], on=on, version=brief["version"], text=text), [[undo]])


def _undone(say: Saying, brief: Brief) -> Worded:
    return Worded(say("council-undone", number=brief["number"], on=dates.day(brief["on"], say.language)))


COMPOSERS: dict[str, Composer] = {
    "council": _pack,
    "council-ask-minutes": _ask_minutes,
    "council-ask-words": _ask_words,
    "council-kept": _kept,
    "council-undone": _undone,
}
