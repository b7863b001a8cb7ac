"""The PDF: the report for whoever only reads it, by people with a screen reader too (PDF/UA)."""

from __future__ import annotations

from datetime import date

from words import typesetting
from words.reports.telling import Told


def pdf(told: Told, day: date) -> bytes:
    """The report of this day as PDF/UA-1; the same report gives the same bytes."""
    return typesetting.pdf("report", day=day, report=told)
