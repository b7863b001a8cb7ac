"""Stepping: it is said how far milestones are, several at once, and whoever said it hears when that stands on the
workspace."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from forum import echoing, milestones, outbox
from forum.milestones import Milestone
from forum.people import Person
from forum.plan import Completion
from forum.replies import ReplyVersion, echo_key
from forum.store.base import Values
from forum.times import At

KIND = "milestone-said"


@dataclass(frozen=True)
class Step:
    """A milestone is as far as ``completion`` says (None: nothing is on record of it); ``evidence``: a link that shows
    it (empty: none was given now)."""

    milestone: Milestone
    completion: Completion | None
    evidence: str = ""

    @property
    def is_new(self) -> bool:
        """Whether it says something else than what is kept."""
        linked = self.evidence not in ("", self.milestone.evidence)
        return linked or self.milestone.completion is not self.completion


def news(steps: Iterable[Step]) -> list[Step]:
    """Those that say something else than what is kept."""
    return [one for one in steps if one.is_new]


def record(
    session: Session,
    steps: Sequence[Step],
    *,
    by: Person,
    at: At,
    echo: outbox.To | None,
    edits: str | None = None,
) -> None:
    """Keep them, and tell ``echo`` of it once they stand on the workspace, or after a moment; with ``edits``, in place
    of that message, as what was said there is taken back."""
    key = f"{KIND}/{uuid.uuid4()}"
    told = keep(session, steps, by=by, at=at, announces=key if echo else "")
    if echo is None or not steps:
        return
    outbox.put(
        session,
        steps[0].milestone.forum,
        to=echo,
        kind="milestone-back" if edits else KIND,
        values={"steps": told},
        dedupe=key,
        now=at.now,
        asked=True,
        edits=edits,
        hold_until=at.real + echoing.PATIENCE,
    )


def keep(session: Session, steps: Sequence[Step], *, by: Person, at: At, announces: str) -> list[Values]:
    """Keep them; answers each ``milestone`` with what stood ``before`` (empty: nothing), as messages tell it."""
    told: list[Values] = []
    for one in steps:
        before = one.milestone.completion
        linked = {"evidence": True} if one.evidence else {}
        told.append({"milestone": one.milestone.id, "before": before.value if before else "", **linked})
        given = one.evidence if one.evidence != one.milestone.evidence else ""
        milestones.say(session, one.milestone, one.completion, evidence=given, by=by, at=at, announces=announces)
    return told


def beside(session: Session, version: ReplyVersion, steps: Sequence[Step], *, by: Person, at: At) -> None:
    """Keep what was said of milestones in one breath with an answer, which has not been told of yet: its echo tells of
    both."""
    echo = outbox.unsent(session, version.forum, echo_key(version.id))
    told = keep(session, steps, by=by, at=at, announces=echo_key(version.id) if echo else "")
    if echo is not None:
        # What stood first can be had back, where one was said anew before anything was told.
        all_of: dict[int, Values] = {}
        for one in [*told, *echo.values.get("steps", ())]:
            all_of[one["milestone"]] = {**all_of.get(one["milestone"], {}), **one}
        echo.values = {**echo.values, "steps": list(all_of.values())}


def kept(values: Values) -> Collection[Values]:
    """The milestones that a message tells of; before several could stand in one, it named its own."""
    return values.get("steps") or ([values] if "milestone" in values else [])


# By its place a completion is named where room is short, as on a button.
_PLACES = (None, *Completion)


def short(before: Completion | None, said: Completion | None) -> str:
    """What stood before and what was said, in two signs."""
    return f"{_PLACES.index(before)}{_PLACES.index(said)}"


def long(word: str) -> tuple[Completion | None, Completion | None]:
    """The two completions that ``short`` named, or, as buttons once did, what stood before one was complete."""
    if len(word) == 2 and word.isdigit():
        return _PLACES[int(word[0])], _PLACES[int(word[1])]
    return Completion(word) if word else None, Completion.COMPLETE
