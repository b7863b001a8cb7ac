"""Forgetting: where the words of an answer stood beside our own rows: what was to be written, what both sides agreed on
or disagreed about, the journal, the history of the workspace's rows, files given as evidence, and what members wrote in
chat. That they are erased there follows from ``erasing``."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from forum import evidence, operations, outbox, publication_texts, shelving
from forum.baselines import Baseline
from forum.disputes import Dispute
from forum.inbox import IncomingMessage
from forum.journal import JournalEntry
from forum.operations import State, WorkspaceOperation
from forum.outbox import To
from forum.people import ChannelName
from forum.replies import TEXTS
from forum.rounds import Obligation
from forum.store import traces
from forum.store.base import Noun, Values
from forum.times import At

KIND = "chat-removed"
# Rows that say what a noun's row on the workspace said, and where; a write that is on the wire is left to its end.
_TOLD: tuple[tuple[type[Noun], tuple[str, ...]], ...] = (
    (WorkspaceOperation, ("values",)),
    (Baseline, ("values",)),
    (Dispute, ("ours", "theirs")),
    (JournalEntry, ("before", "after")),
)
# What a bot may take out of a private chat: https://core.telegram.org/bots/api#deletemessage
REMOVABLE = timedelta(hours=48)


def digest(text: str) -> str:
    """By what erased words are known again, where they are to be forgotten: which they were, it does not say."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def of_memory(session: Session, forum: str, noun: str, number: int, digests: Collection[str]) -> None:
    """What is kept here of how this noun's row was written, agreed on, disputed and journaled, as far as it says words
    with these digests. Asked again once the row itself was written over: what was under way until then said them
    still."""
    traces.wipe(session)
    for kind, told in _TOLD:
        columns = kind.__table__.c
        such = (columns.forum == forum, columns.noun == noun, columns.noun_id == number)
        for row in session.scalars(select(kind).where(*such)):
            if isinstance(row, WorkspaceOperation) and row.state is State.SENDING:
                continue
            for name in told:
                setattr(row, name, without(getattr(row, name), digests))


def without(values: Values, digests: Collection[str]) -> Values:
    """These values, empty where a text has one of these digests."""
    texts = (*TEXTS, *publication_texts.NAMES)
    return {
        name: "" if name in texts and isinstance(word, str) and digest(word) in digests else word
        for name, word in values.items()
    }


def of_row(session: Session, forum: str, noun: str, number: int, digests: Collection[str], *, at: At) -> None:
    """All that is kept here of this noun's row, and on the workspace the row's earlier versions, once what waits to be
    written there has been: to that, what it meets of the words in the row is no change of anybody's."""
    of_memory(session, forum, noun, number, digests)
    waiting = select(WorkspaceOperation).where(
        WorkspaceOperation.forum == forum,
        WorkspaceOperation.noun == noun,
        WorkspaceOperation.noun_id == number,
        WorkspaceOperation.state == State.PENDING,
    )
    for row in session.scalars(waiting):
        row.values = {**row.values, "erased": sorted(digests)}
    operations.put(session, forum, noun=noun, noun_id=number, values={"forget": sorted(digests)}, now=at.now)


def of_evidence(session: Session, obligation: Obligation, *, at: At) -> bool:
    """What was given for the answer, from here and from the library; answers whether there was anything."""
    pieces = evidence.kept(session, obligation)
    for piece in pieces:
        evidence.drop(session, piece, now=at.now)
        shelving.take_off(session, piece, now=at.now)
    return bool(pieces)


def of_chat(session: Session, forum: str, heard: Collection[int], *, at: At) -> None:
    """What members wrote themselves, as far as a chat lets us take it out."""
    told = select(IncomingMessage).where(
        IncomingMessage.forum == forum,
        IncomingMessage.id.in_(heard),
        IncomingMessage.channel == ChannelName.TELEGRAM,
        IncomingMessage.message_ref.is_not(None),
        IncomingMessage.received_at > at.real - REMOVABLE,
    )
    for row in session.scalars(told.order_by(IncomingMessage.id)).all():
        outbox.put(
            session,
            forum,
            to=To(channel=row.channel, address=row.lane),
            kind=KIND,
            dedupe=f"{KIND}/{row.lane}/{row.message_ref}"[:200],
            now=at.now,
            asked=True,
            edits=row.message_ref,
        )


def unkept(session: Session, forum: str, heard_id: int, *, at: At) -> None:
    """What an incoming message says is not to be kept at all: it goes from here, and as far as it can be from the
    chat."""
    traces.wipe(session)
    of_chat(session, forum, [heard_id], at=at)
    session.execute(
        update(IncomingMessage).where(IncomingMessage.forum == forum, IncomingMessage.id == heard_id).values(body="")
    )
