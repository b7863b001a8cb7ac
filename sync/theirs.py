"""Theirs: what others wrote into rows that we are about to write, taken in, or told of before it is written over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from sync import owning
from sync.lists import PULLED, WATCHED
from sync.owning import USUAL, Overruled, Owners
from sync.roster import Roster
from sync.watching import Watch
from sync.workspace import Row


def take_in(
    session: Session,
    forum: str,
    rows: Sequence[tuple[str, Row]],
    *,
    now: datetime,
    owners: Owners = USUAL,
    disputed: Sequence[str] = (),
) -> None:
    """Take in rows (with their nouns) that somebody changed; what we are about to write stays ours, and a change of
    what is ``disputed`` is no answer. Whose hand it was is not told any more once we wrote there."""
    for noun, row in rows:
        if noun in PULLED:
            Roster(session, forum, noun, now=now, owners=owners, disputed=disputed).take([row])
        elif noun in WATCHED:
            Watch(session, forum, noun, now=now, owners=owners, disputed=disputed).take([row])


def overrule(session: Session, forum: str, found: Sequence[Overruled], *, now: datetime) -> None:
    """Tell of what somebody put where our word counts, before it is written over."""
    for one in found:
        owning.overrule(session, forum, one, now=now)
