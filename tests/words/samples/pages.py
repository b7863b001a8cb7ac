"""Samples of what messages say of the worksheet page."""

from __future__ import annotations

from tests.words.samples.facts import Samples

PAGE = "https://forum.example/lapa/ogp-forum/1a.0.0.5ff2d380.AAAAAAAAAAAAAAAAAAAAAA/"

SAMPLES: Samples = {"page-link": [{"page": PAGE}]}
