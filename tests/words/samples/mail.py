"""Samples of what is told of mails that came in: at least one brief of each kind."""

from __future__ import annotations

from tests.words.samples.facts import LONG, Samples

SAMPLES: Samples = {
    "mail-aside": [{"sender": "x@y.example", "subject": LONG, "why": why} for why in ("another", "stranger")],
    "mail-undelivered": [{"name": LONG, "why": "SMTPRecipientRefused 452 4.2.2", "about": "nudge"}],
    "mail-files": [{"why": why, "most": 28} for why in ("size", "tnef", "deep", "letter", "unproven")],
}
