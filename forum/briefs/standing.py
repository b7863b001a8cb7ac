"""Briefs of where a round stands, for a coordinator: who is awaited, who cannot be reached."""

from __future__ import annotations

from forum import awaited
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief, round_facts
from forum.rounds import Round
from forum.store.base import Values


def _report(asked: Asked) -> Values | None:
    """For a coordinator: where a round stands, as long as it takes answers."""
    one = asked.session.get(Round, asked.message.values["round"])
    if one is None or one.gone_at is not None or one.closed_on(asked.at.day):
        return None
    return {
        "round": one.id,
        **round_facts(one, asked.at.day, asked.policy),
        **_standing(asked, one),
    }


def _standing(asked: Asked, one: Round) -> Values:
    """Who of a round is awaited, by body, who cannot be reached, and what has no lead."""
    session, day, plans = asked.session, asked.at.day, naming.plans(asked)
    owed = [row for row in awaited.owed(session, one.forum, day=day) if row.round.id == one.id and not row.spared(day)]
    answered = [row for row in awaited.owed(session, one.forum, day=day, answered=True) if row.round.id == one.id]
    bodies: dict[str, list[Values]] = {}
    for row in owed:
        bodies.setdefault(row.institution.code, []).append(plans.named(row.measure))
    missing = awaited.unreached(session, owed)
    return {
        "answered": len(answered),
        "total": len(owed) + len(answered),
        "awaited": [{"code": code, "measures": measures} for code, measures in bodies.items()],
        "unreached": [one.name for one in missing],
        **naming.without_lead(asked, one),
    }


BRIEFS: dict[str, Brief] = {"nudge-report": _report}
