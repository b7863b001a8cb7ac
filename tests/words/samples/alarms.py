"""Samples of alarms: each trouble, lasting and over."""

from __future__ import annotations

from datetime import UTC, datetime

from forum.alarms import Trouble
from tests.words.samples.facts import LONG, Samples

SINCE = datetime(2021, 1, 18, 8, 42, tzinfo=UTC)
EVERY = [{"trouble": trouble.value, "since": SINCE, "where": ""} for trouble in Trouble]
EVERY += [{"trouble": "taken", "since": SINCE, "where": "vecais.forums.example"}]
LASTING = [{**one, "care": care} for one in EVERY for care in ("", LONG)]

SAMPLES: Samples = {"alarm": LASTING, "alarm-over": EVERY}
