"""Samples of evidence: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from typing import Any

from tests.words.samples.facts import LONG, NUMBER, Samples

ABOUT: dict[str, Any] = {"obligation": NUMBER, "number": "2.8", "marks": [], "title": LONG}
KINDS = ("link", "picture", "file", "audio", "video")
PIECES = [{"id": NUMBER, "kind": KINDS[n % 5], "name": LONG, "size": 20 * 2**20} for n in range(20)]
PICTURE = {"id": NUMBER, "kind": "picture", "name": "", "size": 1}

SAMPLES: Samples = {
    "evidence-kept": [
        {**ABOUT, "pieces": PIECES},
        {**ABOUT, "pieces": [PICTURE]},
    ],
    "evidence-lost": [{**ABOUT, "pieces": [PICTURE]}],
    "evidence-too-large": [{"most": 20}],
    "evidence-too-many": [{"most": 20}],
    "evidence-nowhere": [{}],
    "evidence-no-link": [{}],
    "evidence-long-link": [{}],
    "evidence-dropped": [{}],
    "ask-evidence": [{"piece": NUMBER, "choices": [ABOUT] * 12}],
    "ask-piece": [ABOUT],
}
