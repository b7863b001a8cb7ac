"""Samples of publishing: texts for the public, and the report of record."""

from __future__ import annotations

from tests.words.samples.facts import HUGE, LONG, NUMBER, Samples

TEXT = {"obligation": NUMBER, "number": "2.10", "marks": ["LV-5"], "text": HUGE, "version": 3}

WORDING = {**TEXT, "reply": NUMBER, "code": "IZM"}

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
    "wording-ask": [
        {**WORDING, "english": False, "since": False, "text": "", "text_en": "", "given": []},
        {**WORDING, "english": True, "since": True, "text": HUGE, "text_en": HUGE, "given": [HUGE, "", HUGE]},
    ],
    "wording-kept": [{**WORDING, "text": HUGE, "text_en": HUGE}],
    "wording-removed": [WORDING],
}
