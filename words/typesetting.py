"""Typesetting: a template of ours and what it is to say, made into a picture or a PDF by Typst."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from pathlib import Path

import orjson

HERE = Path(__file__).parent
# Our own, so that every machine draws the same.
FONTS = [str(HERE / "fonts")]
# How Typst names a sign that no font of ours has; pictures come after all that people write in (Unicode's planes). So
# many kinds of signs are put otherwise, one after another.
LACKING = re.compile(r'the text `"(.+?)"` could not be displayed')
PICTURES, INSTEAD, MOST_SIGNS = "\U00010000", "\ufffd", 40


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
    """A PDF/UA-1 of this day, as ``picture``; the same gives the same bytes. A sign that our fonts do not
    have, as 👍 in somebody's answer, is shown as «�»: with it, it would be no PDF/UA."""
    import typst

    inputs, moment = _inputs(told), int(datetime.combine(day, time(), UTC).timestamp())
    for _ in range(MOST_SIGNS):
        try:
            return _pdf(template, inputs, moment)
        except typst.TypstError as error:
            lacking = "".join(LACKING.findall(str(error)))
            if not lacking:
                raise
            inputs = {name: _shown(text, lacking) for name, text in inputs.items()}
    return _pdf(template, inputs, moment)


def _pdf(template: str, inputs: dict[str, str], moment: int) -> bytes:
    import typst

    return typst.compile(
        _path(template),
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=moment,
        font_paths=FONTS,
        ignore_system_fonts=True,
        sys_inputs=inputs,
    )


def _shown(text: str, lacking: str) -> str:
    """A text without these signs, and without any picture among the signs."""
    return "".join(INSTEAD if sign in lacking or sign >= PICTURES else sign for sign in text)


def _path(template: str) -> str:
    return str(HERE / "templates" / f"{template}.typ")


def _inputs(told: dict[str, object]) -> dict[str, str]:
    return {name: orjson.dumps(one).decode() for name, one in told.items()}
