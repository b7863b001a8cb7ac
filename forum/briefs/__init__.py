"""Briefs: what a message must know at the moment it is sent, as plain values; nothing where it no longer holds."""

from __future__ import annotations

from forum.briefs import board, joining, reporting, workspace
from forum.briefs.asked import Asked, Brief
from forum.store.base import Values

__all__ = ["BRIEFS", "Asked", "of"]

BRIEFS: dict[str, Brief] = {**reporting.BRIEFS, **joining.BRIEFS, **workspace.BRIEFS, **board.BRIEFS}


def of(asked: Asked) -> Values | None:
    """The brief of a message; None: it has nothing left to say and is dropped."""
    make = BRIEFS.get(asked.message.kind)
    return dict(asked.message.values) if make is None else make(asked)
