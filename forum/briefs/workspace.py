"""Briefs about the workspace: what must be put right there."""

from __future__ import annotations

from forum import findings
from forum.briefs.asked import Asked, Brief
from forum.store.base import Values

# So many sentences of what must be put right in one message.
MOST_FINDINGS = 15


def _to_put_right(asked: Asked) -> Values | None:
    """What must be put right now, unless it is what the reader was told before; by which it will be known whether
    something changed since is remembered."""
    found = findings.standing(asked.session, asked.forum)
    digest = findings.digest(found)
    if not found or digest == findings.told_last(asked.session, asked.message):
        return None
    asked.message.values = {"digest": digest}
    return {"findings": found[:MOST_FINDINGS], "more": len(found[MOST_FINDINGS:])}


BRIEFS: dict[str, Brief] = {"to-put-right": _to_put_right}
