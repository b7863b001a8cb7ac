"""Briefs about the memorandum council: the pack it reads, and the opinion that is recorded."""

from __future__ import annotations

from forum import reports
from forum.briefs.asked import Asked, Brief
from forum.council import Opinion
from forum.rounds import Round
from forum.store.base import Values


def _round(asked: Asked) -> Round | None:
    one = asked.session.get(Round, asked.message.values["round"])
    return None if one is None or one.gone_at is not None else one


def _pack(asked: Asked) -> Values | None:
    one = _round(asked)
    return {"round": one.id, "report": reports.of(asked.session, one, day=asked.at.day)} if one else None


def _titled(asked: Asked) -> Values | None:
    one = _round(asked)
    return {**asked.message.values, "title": one.title} if one else None


def _opinion(asked: Asked) -> Values:
    """An opinion as it was kept."""
    row = asked.session.get_one(Opinion, asked.message.values["opinion"])
    return {"opinion": row.id, "number": row.minutes, "on": row.given_on, "version": row.version, "text": row.words}


BRIEFS: dict[str, Brief] = {
    "council": _pack,
    "council-ask-minutes": _titled,
    "council-ask-words": _titled,
    **dict.fromkeys(("council-kept", "council-undone"), _opinion),
}
