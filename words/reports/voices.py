"""Voices in a report: partners' views beside the bodies' answers, where the two differ, and the council's opinions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from forum.plan import Completion
from forum.reports import Difference, Entry, Report
from forum.voiced import Opined, Voiced
from words import completions, dates
from words.lists import number
from words.reports.telling import Part, Said, Section, Telling, Told

# The columns of the workbook's sheet, by what each holds, and how wide each is (signs).
WIDTHS = {
    "number": 8,
    "title": 50,
    "body": 12,
    "answer": 22,
    "partner": 12,
    "view": 22,
    "coded": 22,
    "words": 60,
    "rejoinder": 60,
    "difference": 40,
    "key": 38,
}


def said(telling: Telling, entry: Entry) -> list[Said]:
    """The views of a measure, uncut, each with what was replied to it."""
    return [_said(telling, view) for view in entry.views]


def coded(telling: Telling, entry: Entry) -> list[str]:
    """The independent reviewer's code, where there is one."""
    if entry.coded is None:
        return []
    return [telling.say("report-coded", completion=telling.completion(entry.coded), source=entry.coded_in)]


def _said(telling: Telling, view: Voiced) -> Said:
    parts = [telling.say("report-view-does")] if view.does else []
    if view.sealed:
        parts.append(telling.say("report-view-sealed"))
    else:
        parts.append(telling.say("report-view-completion", completion=telling.completion(view.completion)))
        parts.append(telling.say("report-view-words", text=telling.own(view.words)))
    parts += [telling.say("report-view-reply", code=one.body.code, text=telling.own(one.words)) for one in view.retorts]
    when = dates.full_moment(view.submitted_at, telling.zone, telling.language)
    return Said(
        heading=telling.say("report-view", name=telling.full_name(view.body)),
        parts=parts,
        evidence_heading="",
        evidence=[],
        source=telling.say("report-view-source", code=view.body.code, when=when, version=view.version),
    )


def differences(telling: Telling, report: Report) -> Part | None:
    """Where partners see it otherwise, measure by measure; None where nobody does."""
    found: dict[str, tuple[Entry, list[str]]] = {}
    for one in report.differences:
        found.setdefault(one.entry.number, (one.entry, []))[1].append(difference(telling, one))
    if not found:
        return None
    sections = [
        Section(
            telling.say("report-entry", number=number(entry.number, telling.language), title=telling.own(entry.title)),
            lines,
            [],
            [],
        )
        for entry, lines in found.values()
    ]
    return Part(telling.say("report-differences"), sections)


def difference(telling: Telling, one: Difference) -> str:
    """One of them in a sentence."""
    return telling.say(
        "report-difference",
        gap=one.gap.value.replace("_", "-"),
        code=one.body.code if one.body else "–",
        said=_label(telling, one.said),
        partner=one.view.body.code,
        seen=_label(telling, one.view.completion),
    )


def _label(telling: Telling, completion: Completion | None) -> str:
    return completions.label(completion, telling.language) if completion else "–"


def opinions(telling: Telling, report: Report) -> Part | None:
    """What the council said, word for word."""
    if not report.opinions:
        return None
    return Part(telling.say("report-council"), [_opinion(telling, one) for one in report.opinions])


def _opinion(telling: Telling, one: Opined) -> Section:
    on = dates.day(one.given_on, telling.language)
    title = telling.say("report-council-minutes", number=one.minutes, on=on)
    return Section(title, telling.own(one.words).split("\n"), [], [])


def counted(telling: Telling, report: Report) -> list[str]:
    """A line of how many views there are, where there are any."""
    views = [view for entry in report.entries for view in entry.views]
    if not views:
        return []
    sealed, gaps = sum(view.sealed for view in views), len(report.differences)
    return [telling.say("report-views", count=len(views), sealed=sealed, differences=gaps)]


def rows(report: Report, telling: Telling) -> Iterator[Sequence[str]]:
    """The rows of the workbook's sheet: one a view, and one for a measure that the reviewer alone has coded."""
    gaps: dict[tuple[str, str], list[str]] = {}
    for one in report.differences:
        gaps.setdefault((one.entry.number, one.view.key), []).append(difference(telling, one))
    for entry in report.entries:
        head, code = _head(telling, entry), telling.completion(entry.coded) if entry.coded else ""
        for view in entry.views:
            seen = telling.say("report-view-sealed") if view.sealed else telling.completion(view.completion)
            replied = "\n".join(f"{one.body.code}: {telling.own(one.words)}" for one in view.retorts)
            found = "\n".join(gaps.get((entry.number, view.key), ()))
            yield [*head, view.body.code, seen, code, telling.own(view.words), replied, found, view.key]
        if code and not entry.views:
            yield [*head, "", "", code, "", "", "", ""]


def _head(telling: Telling, entry: Entry) -> list[str]:
    """The measure, its leads and what they say."""
    leads = [answer for answer in entry.answers if answer.leads]
    return [
        entry.number,
        telling.own(entry.title),
        ", ".join(body.code for body in entry.leads),
        ", ".join(telling.completion(answer.completion) for answer in leads),
    ]


def pack(telling: Telling, report: Report, told: Told) -> Told:
    """The same report as the memorandum council reads it: the differences first, then each measure with both voices."""
    agreed = [] if report.differences else [telling.say("pack-agreed")]
    opening = [telling.say("pack-opening"), *told.opening, *agreed]
    return replace(told, title=telling.say("pack-title", title=told.title), opening=opening)
