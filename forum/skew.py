"""Skew: how far our clock is off, by the ``Date`` in the answers of those we talk to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from forum.pulses import Beat, Part

# What was seen longer ago than this says nothing of the clock as it is.
LASTS = timedelta(minutes=15)
# The parts whose word is no time.
TIMELESS = (Part.REFUSED, Part.TAKEN)


class Skew:
    """What one far side's clock says. ``word`` is how many whole seconds it is ahead of ours («-3»), as the pulse of
    what was heard from there keeps it; empty where nothing is known."""

    def __init__(self) -> None:
        self.word = ""

    def heard(self, date: str | None, *, real: datetime) -> None:
        """An answer came at this real moment, and its ``Date`` says this (https://www.rfc-editor.org/rfc/rfc9110#date)."""
        try:
            at = parsedate_to_datetime(date) if date else None
        except ValueError:
            at = None
        if at is not None:
            # One without a zone means UTC.
            ahead = (at if at.tzinfo else at.replace(tzinfo=UTC)) - real
            self.word = f"{ahead.total_seconds():.0f}"


def seen(beats: Mapping[Part, Beat], *, real: datetime) -> timedelta | None:
    """How far the others are ahead of us: where two are heard, as far as the nearer one, for then ours is right. None:
    nobody was heard lately."""
    lately = [one for part, one in beats.items() if part not in TIMELESS and real - one.at <= LASTS]
    ahead = [int(one.word) for one in lately if one.word]
    return timedelta(seconds=min(ahead, key=abs)) if ahead else None
