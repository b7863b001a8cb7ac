"""The PDF: the report for whoever only reads it, by people with a screen reader too (PDF/UA)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import orjson

from words.reports.telling import Told

HERE = Path(__file__).parent.parent
TEMPLATE, FONTS = HERE / "templates" / "report.typ", HERE / "fonts"


def pdf(told: Told, day: date) -> bytes:
    """The report of this day as PDF/UA-1; the same report gives the same bytes."""
    import typst

    return typst.compile(
        str(TEMPLATE),
        format="pdf",
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=int(datetime.combine(day, time(), UTC).timestamp()),
        sys_inputs={"report": orjson.dumps(told).decode()},
    )
