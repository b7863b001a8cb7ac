"""Samples of publishing: texts for the public, and the report of record."""

from __future__ import annotations

from tests.words.samples.facts import HUGE, LONG, NUMBER, Samples

TEXT = {"obligation": NUMBER, "number": "2.10", "marks": ["LV-5"], "text": HUGE, "version": 3}

SAMPLES: Samples = {
    "publication-text": [{"texts": [TEXT]}, {"texts": [TEXT] * 21}],
    "publication-yielded": [
        {
            **{name: TEXT[name] for name in ("number", "marks")},
            "code": "IZM",
            "editor": LONG,
            "here": HUGE,
            "there": HUGE,
        }
    ],
}
