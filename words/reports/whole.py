"""Whole: a report with all its voices, as every document of it lays it out; and as the memorandum council reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from forum.reports import Chapter, Report
from words.reports import stances, steps, voices
from words.reports.telling import Part, Section, Telling, Told


def report(telling: Telling, found: Report) -> Told:
    """The report: where voices differ, measure by measure with both voices, what the council said."""
    told = telling.report(found)
    chapters = [_with_views(telling, part, chapter) for part, chapter in zip(told.parts, found.chapters, strict=True)]
    parts = [voices.differences(telling, found), *chapters, voices.opinions(telling, found)]
    opening = [*told.opening, *voices.counted(telling, found)]
    return replace(told, opening=opening, parts=[part for part in parts if part is not None])


def pack(telling: Telling, found: Report) -> Told:
    """The same for the memorandum council."""
    return voices.pack(telling, found, report(telling, found))


def pack_name(telling: Telling, day: date, kind: str) -> str:
    """What the pack of this day is called as a file; ``kind``: its ending."""
    return f"{telling.say('pack-file')}-{day}.{kind}"


def _with_views(telling: Telling, part: Part, chapter: Chapter) -> Part:
    sections: list[Section] = [
        replace(
            section,
            facts=[
                *stances.facts(telling, entry.stance),
                *section.facts,
                *voices.coded(telling, entry),
                *steps.heading(telling, entry.steps),
            ],
            steps=steps.lines(telling, entry.steps),
            answers=[*section.answers, *voices.said(telling, entry)],
        )
        for section, entry in zip(part.sections, chapter.entries, strict=True)
    ]
    return replace(part, sections=sections)
