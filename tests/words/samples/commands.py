"""Samples of the commands' help: without any, and with all that a coordinator may be offered."""

from __future__ import annotations

from tests.words.samples.facts import Samples

SAMPLES: Samples = {"help": [{"commands": []}, {"commands": ["gaidam", "plans", "pauze", "pause"]}]}
