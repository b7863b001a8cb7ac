"""Briefs of what was begun: that the reader began an answer that is not sent yet, and when; never its words."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from forum import begun
from forum.briefs.asked import Asked
from forum.rounds import Obligation


def of_reader(asked: Asked, duties: Collection[int], people: Collection[int]) -> dict[int, date]:
    """The day on which these people, who are the reader, began an answer that is not sent yet, by obligation."""
    rows = begun.at(asked.session, asked.forum, duties, people=people)
    return {duty: asked.policy.day(max(times.values())) for duty, times in rows.items()}


def on_page(asked: Asked, duty: Obligation) -> date | None:
    """The day on which the reader last kept an answer on their page that is not sent yet."""
    row = begun.of(asked.session, duty, asked.person) if asked.person is not None else None
    return asked.policy.day(row.typed_at) if row is not None and row.typed_at is not None else None
