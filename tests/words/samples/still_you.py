"""Samples of asking who still answers."""

from __future__ import annotations

from tests.words.samples.facts import HUGE, LONG, NUMBER, ROUND, Samples

MEASURE = {"obligation": NUMBER, "number": "2.10", "marks": ["Valsts kase"]}

SAMPLES: Samples = {
    "still-you": [{"rounds": [{**ROUND, "measures": [MEASURE] * count}] * 2} for count in (1, 20)],
    "still-you-yes": [{}],
    "still-you-who": [{}],
    "still-you-unclear": [{}],
    "still-you-kept": [{"name": HUGE, "email": "adrese@iestade.example"}],
    "still-you-other": [
        {"member": LONG, "code": code, "name": HUGE, "email": "adrese@iestade.example", "link": link}
        for code, link in (("IZM", "https://site.example/3"), ("", ""))
    ],
}
