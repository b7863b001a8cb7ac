"""The Word document: a template that people may edit, filled in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from words.filling import About, fill
from words.reports import template
from words.reports.telling import Telling, Told


def name(telling: Telling, day: date, kind: str) -> str:
    """The name of a report's file, whatever its kind: «zinojums-2021-01-18.docx»."""
    return f"{telling.say('report-file')}-{day}.{kind}"


def docx(told: Told, day: date, own: Path | None = None) -> bytes:
    """The report of this day as .docx, by the template ``own``, else forumbot's; the same report gives the same
    bytes. Raises BadTemplate."""
    about = About(told.title, told.language, day)
    return fill(own or template.make(told.language), {"report": told}, about)
