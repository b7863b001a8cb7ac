"""Handing over: the report in chat, as a Word document with a few words."""

from __future__ import annotations

from collections.abc import Sequence

from forum import reports
from forum.reports import Report
from words import dates
from words.lists import number, numbers
from words.reports import document, whole
from words.reports.telling import Telling
from words.saying import Attached, Brief, Button, Composer, Saying, Worded, quote

# So much of a place's name fits on a button.
MOST_OF_PLACE = 30


def _report(say: Saying, brief: Brief) -> Worded:
    report: Report = brief["report"]
    received, awaited = reports.received(report)
    lines: list[str] = [
        say("report-ready", title=say.title(report.title)),
        say("report-ready-counts", received=received, all=awaited),
        say("report-ready-draft"),
    ]
    record = brief["record"]
    lines += _record(say, record) if record is not None else [say("report-ready-finished")]
    telling = Telling(say.texts, say.language, say.zone, brief["known"])
    name = document.name(telling, report.day, "docx")
    made = say.attach(lambda: Attached(name, document.docx(whole.report(telling, report), report.day)))
    return Worded("\n".join(lines), _ticks(say, record) if record else [], made)


def _record(say: Saying, record: Brief) -> list[str]:
    """That there is a publication of record, what differs since, and where it stands."""
    when = dates.moment(record["at"], say.zone, say.language)
    lines: list[str] = [say("record-is", name=say.title(record["name"]), when=when, by=say.title(record["by"]))]
    if record["changed"]:
        lines.append(say("record-changed", numbers=numbers(record["changed"], say.language)))
    lines += [_search(say, one) for one in record["searches"]]
    return [*lines, *_places(say, record["places"], kept=record["kept"])]


def _search(say: Saying, one: Brief) -> str:
    return say("record-search", number=number(one["number"], say.language), code=one["code"], found=one["found"])


def _searched(say: Saying, brief: Brief) -> Worded:
    """What came of looking through a finished report for erased words; where it is to be replaced, one by one."""
    lines = [
        say("record-searched", title=say.title(brief["title"]), name=say.title(brief["name"])),
        _search(say, brief),
    ]
    if brief["places"] and brief["found"] != "nothing":
        lines += [say("record-replace-in", name=name) for name in brief["places"]]
    return Worded("\n".join(lines))


def _places(say: Saying, places: Sequence[Brief], *, kept: bool = True) -> list[str]:
    """``kept``: it holds nothing that was erased, and need not be replaced."""
    return [
        say(
            "record-place",
            name=one["name"],
            when=dates.moment(one["at"], say.zone, say.language) if one["at"] else "none",
            by=say.title(one["by"]),
        )
        if kept or not one["at"]
        else say("record-replace-in", name=one["name"])
        for one in places
    ]


def _ticks(say: Saying, record: Brief) -> list[list[Button]]:
    """A button for each place where it was not published yet."""
    buttons = [
        Button(say.label("record-tick", name=quote(one["name"], MOST_OF_PLACE)), "published", f"{record['id']}-{place}")
        for place, one in enumerate(record["places"])
        if not one["at"]
    ]
    return [[one] for one in buttons[:3]]


def _kept(say: Saying, brief: Brief) -> Worded:
    """That a file is the publication of record now, its checksum, and where it is still to be published."""
    record = brief["record"]
    lines: list[str] = [
        say("record-kept", title=say.title(brief["title"])),
        *_record(say, record),
        say("record-checksum", sha256=brief["sha256"]),
    ]
    return Worded("\n".join(lines), _ticks(say, record))


def _published(say: Saying, brief: Brief) -> Worded:
    return Worded("\n".join([say("record-published"), *_places(say, brief["places"])]))


COMPOSERS: dict[str, Composer] = {
    "report": _report,
    "record-published": _published,
    "record-kept": _kept,
    "record-searched": _searched,
}
