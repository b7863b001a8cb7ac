"""Workspace operations: what is to be written to the workspace, kept until it stands there."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Index, String, Text, and_, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from forum.store import bulk
from forum.store.base import Noun, Values, linked, unique


class State(enum.StrEnum):
    """``superseded``: it was never begun, and a later one about the same noun says all that it would have said."""

    PENDING = "pending"
    SENDING = "sending"
    DONE = "done"
    SUPERSEDED = "superseded"
    CONFLICT = "conflict"
    FAILED = "failed"


OPEN = (State.PENDING, State.SENDING)
# With this word begins the ``error`` of an operation that waits for whoever has the row or file to themselves.
LOCKED = "file-locked"
# After so many tries, with the pauses between them, an hour has passed.
HOUR = 20
# Among an operation's values these say what to do: a file's name there, that it is to go; that our words are given back
# to a row in which somebody wrote over them; which words (by their digests) its history is to forget, and which were
# erased, so that they are no change of anybody's that would have to be kept there.
NO_FIELDS = ("file", "remove", "back", "forget", "erased")


class WorkspaceOperation(Noun):
    """One write: the fields of one noun, in the forum's words (ids of nouns where a field is a lookup, ISO dates).

    ``key`` is the row's own key on the workspace, which makes a repeated create harmless. ``announces`` is the
    dedupe key of the outgoing message that waits for it. ``retry_at`` and ``claimed_at`` are real time.
    ``superseded_by``: the number of the operation that was written in its place; no link, as that one is younger.
    """

    __tablename__ = "workspace_operation"
    __table_args__ = (
        linked(),
        unique("operation_key"),
        Index("ix_workspace_operation_open", "forum", "state", "id"),
        Index("ix_workspace_operation_noun", "forum", "noun", "noun_id"),
        Index("ix_workspace_operation_announces", "forum", "announces"),
        Index("ix_workspace_operation_superseded_by", "forum", "superseded_by"),
    )

    operation_key: Mapped[str] = mapped_column(String(36))
    noun: Mapped[str] = mapped_column(String(24))
    noun_id: Mapped[int]
    values: Mapped[Values]
    decided_at: Mapped[datetime]
    row_key: Mapped[str | None] = mapped_column(String(36), default=None)
    announces: Mapped[str] = mapped_column(String(200), default="")
    state: Mapped[State] = mapped_column(default=State.PENDING)
    retry_at: Mapped[datetime | None] = mapped_column(default=None)
    claimed_at: Mapped[datetime | None] = mapped_column(default=None)
    epoch: Mapped[int] = mapped_column(default=0)
    attempts: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None] = mapped_column(default=None)
    error: Mapped[str] = mapped_column(Text, default="")
    superseded_by: Mapped[int | None] = mapped_column(default=None)


def put(
    session: Session,
    forum: str,
    *,
    noun: str,
    noun_id: int,
    values: Values,
    now: datetime,
    row_key: str | None = None,
    announces: str = "",
) -> None:
    """Keep a write to be made; those about one noun are made in the order they were put."""
    bulk.add(
        session,
        WorkspaceOperation,
        forum=forum,
        operation_key=str(uuid.uuid4()),
        noun=noun,
        noun_id=noun_id,
        row_key=row_key,
        values=values,
        announces=announces,
        decided_at=now,
        **_FRESH,
    )


_FRESH = {"state": State.PENDING.value, "epoch": 0, "attempts": 0, "error": ""}


def due(
    session: Session, forum: str, *, real: datetime, limit: int = 20, without: Collection[str] = ()
) -> Sequence[WorkspaceOperation]:
    """The oldest open operation of each noun that may be tried now, oldest first; ``without`` these kinds of noun."""
    first = (
        select(func.min(WorkspaceOperation.id))
        .where(WorkspaceOperation.forum == forum, WorkspaceOperation.state.in_(OPEN))
        .group_by(WorkspaceOperation.noun, WorkspaceOperation.noun_id)
    )
    return session.scalars(
        select(WorkspaceOperation)
        .where(
            WorkspaceOperation.id.in_(first),
            WorkspaceOperation.state == State.PENDING,
            or_(WorkspaceOperation.retry_at.is_(None), WorkspaceOperation.retry_at <= real),
            WorkspaceOperation.noun.not_in(sorted(without)),
        )
        .order_by(WorkspaceOperation.id)
        .limit(limit)
    ).all()


def open_fields(session: Session, forum: str, noun: str, noun_ids: Collection[int]) -> dict[int, Values]:
    """The fields of these nouns that are still on their way to the workspace, with our values, by noun id."""
    rows = session.scalars(
        select(WorkspaceOperation)
        .where(
            WorkspaceOperation.forum == forum,
            WorkspaceOperation.noun == noun,
            WorkspaceOperation.noun_id.in_(sorted(noun_ids)),
            WorkspaceOperation.state.in_(OPEN),
        )
        .order_by(WorkspaceOperation.id)
    )
    found: dict[int, Values] = {}
    for row in rows:
        found[row.noun_id] = found.get(row.noun_id, {}) | row.values
    return found


def making(session: Session, forum: str, noun: str, noun_id: int) -> bool:
    """Whether a noun's own row is still on its way to the workspace."""
    found = select(WorkspaceOperation.id).where(
        WorkspaceOperation.forum == forum,
        WorkspaceOperation.noun == noun,
        WorkspaceOperation.noun_id == noun_id,
        WorkspaceOperation.row_key.is_not(None),
        WorkspaceOperation.state.in_(OPEN),
    )
    return session.scalar(found.limit(1)) is not None


def claim(session: Session, row: WorkspaceOperation, *, real: datetime) -> bool:
    """Take an operation up, if nobody else did in the meantime; its outcome must name the epoch it has then."""
    taken = session.scalar(
        update(WorkspaceOperation)
        .where(
            WorkspaceOperation.id == row.id,
            WorkspaceOperation.state == State.PENDING,
            WorkspaceOperation.epoch == row.epoch,
        )
        .values(
            state=State.SENDING,
            claimed_at=real,
            retry_at=None,
            epoch=WorkspaceOperation.epoch + 1,
            attempts=WorkspaceOperation.attempts + 1,
        )
        .returning(WorkspaceOperation.id)
    )
    session.refresh(row)
    return taken is not None


def claimed(session: Session, operation_id: int, *, epoch: int) -> WorkspaceOperation | None:
    """The operation whose outcome is to be kept; None where it was taken over meanwhile (another epoch)."""
    row = session.get(WorkspaceOperation, operation_id)
    return row if row is not None and row.epoch == epoch and row.state is State.SENDING else None


def recover(session: Session, forum: str, *, claimed_before: datetime) -> int:
    """What was taken up before this real moment and never settled is to be tried again: row keys and etags make
    that harmless. Answers how many."""
    rows = session.scalars(
        select(WorkspaceOperation).where(
            WorkspaceOperation.forum == forum,
            WorkspaceOperation.state == State.SENDING,
            WorkspaceOperation.claimed_at < claimed_before,
        )
    ).all()
    for row in rows:
        row.state, row.retry_at = State.PENDING, None
    return len(rows)


def doubt(session: Session, forum: str) -> None:
    """What waits may have been written since the memory was as it is now: it is looked for there, and settled before
    what comes after it."""
    waits = WorkspaceOperation.state == State.PENDING, WorkspaceOperation.attempts == 0
    session.execute(update(WorkspaceOperation).where(WorkspaceOperation.forum == forum, *waits).values(attempts=1))


def long_locked(session: Session, forum: str) -> Sequence[WorkspaceOperation]:
    """What could not be written for an hour, as somebody has the row or file to themselves."""
    return session.scalars(
        select(WorkspaceOperation)
        .where(WorkspaceOperation.forum == forum, WorkspaceOperation.state.in_(OPEN))
        .where(WorkspaceOperation.error.startswith(f"{LOCKED}:"), WorkspaceOperation.attempts >= HOUR)
        .order_by(WorkspaceOperation.id)
    ).all()


def try_again(session: Session, forum: str, noun: str) -> None:
    """What was refused for good in this noun's list is to be tried once more: what hindered it is gone. Only the last
    word about each row: an older one would go over a newer one."""
    last = (
        select(func.max(WorkspaceOperation.id))
        .where(WorkspaceOperation.forum == forum, WorkspaceOperation.noun == noun)
        .group_by(WorkspaceOperation.noun_id)
    )
    refused = update(WorkspaceOperation).where(
        WorkspaceOperation.id.in_(last), WorkspaceOperation.state == State.FAILED
    )
    session.execute(refused.values(state=State.PENDING, retry_at=None))


def waiting(session: Session, forum: str) -> int:
    """How many operations are still on their way to the workspace."""
    rows = select(func.count()).where(WorkspaceOperation.forum == forum, WorkspaceOperation.state.in_(OPEN))
    return session.scalar(rows) or 0


def announce(session: Session, forum: str, announces: str, *, by: str, noun: str) -> None:
    """What one message was to announce of these nouns, another announces (``by``)."""
    session.flush()
    session.execute(
        update(WorkspaceOperation)
        .where(
            WorkspaceOperation.forum == forum,
            WorkspaceOperation.announces == announces,
            WorkspaceOperation.noun == noun,
        )
        .values(announces=by)
    )


def unfinished(session: Session, forum: str, announces: str) -> bool:
    """Whether something that this message announces is not on the workspace yet."""
    return bool(_standing(session, forum, announces) - {State.DONE})


def refused(session: Session, forum: str, announces: str) -> bool:
    """Whether something that this message announces will not be written before a coordinator has seen to it."""
    return bool(_standing(session, forum, announces) & {State.CONFLICT, State.FAILED})


def untried(session: Session, forum: str, announces: str) -> bool:
    """Whether something that this message announces has not been tried once."""
    found = select(WorkspaceOperation.id).where(
        WorkspaceOperation.forum == forum,
        WorkspaceOperation.announces == announces,
        WorkspaceOperation.state.in_(OPEN),
        WorkspaceOperation.attempts == 0,
    )
    return session.scalar(found.limit(1)) is not None


def superseded(session: Session, forum: str, announces: str) -> bool:
    """Whether something that this message announces was never written, as a later write says it all."""
    found = select(WorkspaceOperation.id).where(
        WorkspaceOperation.forum == forum,
        WorkspaceOperation.announces == announces,
        WorkspaceOperation.state == State.SUPERSEDED,
    )
    return session.scalar(found.limit(1)) is not None


def _standing(session: Session, forum: str, announces: str) -> set[State]:
    """In which states is what this message announces; what was superseded is where that stands which was written."""
    found = (
        select(func.coalesce(_INSTEAD.state, WorkspaceOperation.state))
        .select_from(WorkspaceOperation)
        .outerjoin(_INSTEAD, and_(_INSTEAD.forum == forum, _INSTEAD.id == WorkspaceOperation.superseded_by))
        .where(WorkspaceOperation.forum == forum, WorkspaceOperation.announces == announces)
    )
    return set(session.scalars(found))


# Made once, as to make it takes longer than to ask.
_INSTEAD = aliased(WorkspaceOperation)


def pause(attempts: int) -> timedelta:
    """How long (real time) to wait after this many tries: 2, 4, 8 … s, at most five minutes."""
    return timedelta(seconds=min(2**attempts, 300))
