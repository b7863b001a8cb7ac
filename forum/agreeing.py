"""Agreeing: in a round that asks for words alone a body says that all is right as it stands, in one press."""

from __future__ import annotations

from forum.answering import Answer
from forum.replies import Manner


def agreed(*, channel: str) -> Answer:
    """There is nothing to put right, to add, or to object to."""
    return Answer(channel=channel, manner=Manner.UNCHANGED)
