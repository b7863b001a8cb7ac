"""Samples of what messages say of the worksheet page."""

from __future__ import annotations

from tests.words.samples.facts import PAGE, Samples

SAMPLES: Samples = {"page-link": [{"page": PAGE}]}
