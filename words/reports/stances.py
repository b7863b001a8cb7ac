"""Stances: where a recommendation is from and what the forum answers to it, in a report's sentences."""

from __future__ import annotations

from forum.recommendations import Stance
from words.reports.telling import Telling


def facts(telling: Telling, stance: Stance | None) -> list[str]:
    """Its source, all of its text, and what was decided and why; nothing of a measure, which has no stance."""
    if stance is None:
        return []
    decision, response = stance.decision.value if stance.decision else "none", telling.own(stance.response)
    source = telling.say("recommendation-source", source=stance.source.value, url=stance.url or "none")
    said = telling.say("recommendation-decision", decision=decision)
    return [
        source,
        *([telling.say("recommendation-text", text=telling.own(stance.text))] if stance.text else []),
        *([said] if not response else [telling.say("recommendation-response", decided=said, text=response)]),
    ]
