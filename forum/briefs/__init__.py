"""Briefs: what a message must know at the moment it is sent, as plain values; nothing where it no longer holds."""

from __future__ import annotations

from forum.briefs import (
    absence,
    alarms,
    board,
    chasing,
    convening,
    council,
    digest,
    doubts,
    english,
    erasing,
    evidence,
    excusing,
    extending,
    filing,
    following,
    handover,
    inviting,
    joining,
    measures,
    meetings,
    ogp,
    own_dates,
    pages,
    personal,
    publishing,
    reading_back,
    rejoining,
    report,
    reporting,
    resting,
    returning,
    standing,
    stepping,
    still_you,
    switching,
    unread,
    voices,
    why,
    workspace,
)
from forum.briefs.asked import Asked, Brief
from forum.people import Role
from forum.store.base import Values

__all__ = ["BRIEFS", "Asked", "of"]

BRIEFS: dict[str, Brief] = {
    **reporting.BRIEFS,
    **standing.BRIEFS,
    **joining.BRIEFS,
    **inviting.BRIEFS,
    **workspace.BRIEFS,
    **english.BRIEFS,
    **erasing.BRIEFS,
    **board.BRIEFS,
    **evidence.BRIEFS,
    **switching.BRIEFS,
    **digest.BRIEFS,
    **chasing.BRIEFS,
    **meetings.BRIEFS,
    **ogp.BRIEFS,
    **own_dates.BRIEFS,
    **stepping.BRIEFS,
    **resting.BRIEFS,
    **returning.BRIEFS,
    **still_you.BRIEFS,
    **handover.BRIEFS,
    **absence.BRIEFS,
    **personal.BRIEFS,
    **excusing.BRIEFS,
    **extending.BRIEFS,
    **convening.BRIEFS,
    **alarms.BRIEFS,
    **doubts.BRIEFS,
    **unread.BRIEFS,
    **why.BRIEFS,
    **pages.BRIEFS,
    **report.BRIEFS,
    **filing.BRIEFS,
    **reading_back.BRIEFS,
    **publishing.BRIEFS,
    **measures.BRIEFS,
    **voices.BRIEFS,
    **rejoining.BRIEFS,
    **following.BRIEFS,
    **council.BRIEFS,
}

# What tells a coordinator how things stand: it says too where nothing goes to members.
SUMMARIES = ("awaited", "board", "digest")


def of(asked: Asked) -> Values | None:
    """The brief of a message; None: it has nothing left to say and is dropped."""
    make = BRIEFS.get(asked.message.kind)
    brief = dict(asked.message.values) if make is None else make(asked)
    if brief is not None and asked.message.kind in SUMMARIES and _coordinates(asked):
        brief["notice"] = switching.stopped(asked)
    if brief is not None and asked.message.values.get("again"):
        brief["again"] = True
    if brief is not None and asked.message.kind in pages.NAMING and (page := pages.address(asked)):
        brief["page"] = page
    if brief is not None and asked.message.kind in switching.OFFERING and (on := switching.address(asked)):
        brief["switch"] = on
    return brief


def _coordinates(asked: Asked) -> bool:
    return asked.person is not None and asked.person.role is Role.COORDINATOR
