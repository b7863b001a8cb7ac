"""Disputes: the forum and the workspace changed one field each in its own way; somebody has to choose."""

from __future__ import annotations

import enum
from datetime import datetime

from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import journal, milestones, operations, writing_back
from forum.milestones import Milestone
from forum.operations import State, WorkspaceOperation
from forum.people import Person
from forum.plan import MEASURE, RECOMMENDATION, Measure
from forum.replies import Reply, ReplyVersion
from forum.store.base import Noun, Values, link, linked, unique
from forum.times import At

# Of these both values can be written again with a press; of others (a meeting) the coordinator is told.
SETTLED_IN_CHAT = (MEASURE, RECOMMENDATION, milestones.NOUN, "reply")


class Choice(enum.StrEnum):
    OURS = "ours"
    THEIRS = "theirs"


class Dispute(Noun):
    """One conflict: ``ours`` and ``theirs`` by field, in the forum's words; ``editor`` and ``modified`` (ISO moment)
    say who changed the row there and when. ``version_id``: the version of a reply that meets it. The workspace keeps
    theirs until somebody chooses."""

    __tablename__ = "dispute"
    __table_args__ = (
        linked(),
        link("operation_id", "workspace_operation"),
        link("version_id", "reply_version"),
        link("settled_by_id", "person"),
        unique("operation_id"),
    )

    operation_id: Mapped[int]
    noun: Mapped[str]
    noun_id: Mapped[int]
    ours: Mapped[Values]
    theirs: Mapped[Values]
    editor: Mapped[str]
    modified: Mapped[str]
    arose_at: Mapped[datetime]
    version_id: Mapped[int | None] = mapped_column(default=None)
    settled_at: Mapped[datetime | None] = mapped_column(default=None)
    settled_by_id: Mapped[int | None] = mapped_column(default=None)
    choice: Mapped[Choice | None] = mapped_column(default=None)


def stands(session: Session, dispute: Dispute) -> bool:
    """Whether somebody still has to choose: nobody has, and no newer version of the reply has taken its place."""
    if dispute.settled_at is not None:
        return False
    version = session.get(ReplyVersion, dispute.version_id) if dispute.version_id else None
    return version is None or session.get_one(Reply, version.reply_id).version == version.version


def settle(session: Session, dispute: Dispute, choice: Choice, *, by: Person, at: At) -> bool:
    """Write ours again, over what stands there now and only if that is still so; or leave theirs. False where nobody
    has to choose any more."""
    if not stands(session, dispute):
        return False
    dispute.settled_at, dispute.settled_by_id, dispute.choice = at.now, by.id, choice
    operation = session.get_one(WorkspaceOperation, dispute.operation_id)
    # Nothing of it is left to be done: whoever waits for it waits for the write that follows, if any.
    operation.state, operation.done_at = State.DONE, at.now
    if choice is Choice.OURS:
        _write_again(session, dispute, operation, at=at)
    journal.note(
        session,
        dispute.forum,
        at=at.now,
        actor=f"person:{by.id}",
        side="forum",
        action="workspace.settled",
        noun=dispute.noun,
        noun_id=dispute.noun_id,
        after={"choice": choice.value, "fields": sorted(dispute.ours)},
    )
    return True


def _write_again(session: Session, dispute: Dispute, operation: WorkspaceOperation, *, at: At) -> None:
    if dispute.noun in (MEASURE, RECOMMENDATION):
        measure = session.get_one(Measure, dispute.noun_id)
        writing_back.set_measure(session, measure, dispute.ours, announces=operation.announces, at=at)
        return
    if dispute.noun == milestones.NOUN:
        milestone = session.get_one(Milestone, dispute.noun_id)
        milestones.put(session, milestone, dispute.ours, announces=operation.announces, at=at)
        return
    operations.put(
        session,
        dispute.forum,
        noun=dispute.noun,
        noun_id=dispute.noun_id,
        row_key=operation.row_key,
        values=dispute.ours,
        announces=operation.announces,
        now=at.now,
    )
