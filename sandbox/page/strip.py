"""The calendar strip: the days around today, which of them are off and why, when an answer is due."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sandbox.page.stage import Stage
from sandbox.page.turning import local

Json = dict[str, Any]

BEFORE, AFTER = timedelta(days=7), timedelta(days=35)
SATURDAY = 5


def strip(stage: Stage, due: Json | None) -> list[Json]:
    """A day each: ``day`` (ISO), ``off`` whether nobody is written to, ``name`` of a holiday in both languages or
    None, ``due`` whether the round's answers are, ``out`` whether the service was off then."""
    today = local(stage.clock.now()).date()
    monday = today - BEFORE - timedelta(days=(today - BEFORE).weekday())
    outages = [(local(start).date(), local(end).date()) for start, end in stage.off]
    days = [monday + timedelta(days=number) for number in range((today + AFTER - monday).days + 1)]
    return [
        {
            "day": day.isoformat(),
            "off": day.weekday() >= SATURDAY or day in stage.days_off,
            "name": dict(zip(("lv", "en"), stage.days_off[day], strict=True)) if day in stage.days_off else None,
            "due": due is not None and due["on"] == day.isoformat(),
            "out": any(start <= day < end for start, end in outages),
        }
        for day in days
    ]
