"""Typesetting: a template of ours and what it is to say, made into a picture or a PDF by Typst."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import orjson

HERE = Path(__file__).parent
# Our own, so that every machine draws the same.
FONTS = [str(HERE / "fonts")]


def picture(template: str, *, sharp: float, **told: object) -> bytes:
    """A PNG of this template (its name) with ``sharp`` pixels a point; the template finds each of ``told`` by its
    name, as JSON."""
    import typst

    return typst.compile(
        _path(template),
        format="png",
        ppi=72 * sharp,
        font_paths=FONTS,
        ignore_system_fonts=True,
        sys_inputs=_inputs(told),
    )


def pdf(template: str, *, day: date, **told: object) -> bytes:
    """A PDF/UA-1 of this day, as ``picture``; the same gives the same bytes."""
    import typst

    return typst.compile(
        _path(template),
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=int(datetime.combine(day, time(), UTC).timestamp()),
        font_paths=FONTS,
        ignore_system_fonts=True,
        sys_inputs=_inputs(told),
    )


def _path(template: str) -> str:
    return str(HERE / "templates" / f"{template}.typ")


def _inputs(told: dict[str, object]) -> dict[str, str]:
    return {name: orjson.dumps(one).decode() for name, one in told.items()}
