"""Shelving: what members gave to show that a thing was done also lies in the workspace's library, where it has one."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from forum import baselines, evidence, operations, replies
from forum.evidence import Evidence, EvidenceKind
from forum.operations import State, WorkspaceOperation
from forum.people import Institution
from forum.plan import MEASURE, Measure
from forum.rounds import Obligation, Round
from forum.store.base import Values

NOUN = "evidence"
# Signs that a library takes in no name (support.microsoft.com, "Restrictions and limitations in OneDrive and
# SharePoint"), and how much of a member's own name for a file is kept: whole paths have their limit, too.
NO_SIGNS = re.compile(r'["*:<>?/\\|~\x00-\x1f]')
LONGEST = 100


def shelve(session: Session, forum: str, *, now: datetime, anew: bool = False) -> int:
    """Have everything written to the library that was kept and is not there yet; answers how many pieces. ``anew``: the
    library is another one than before, and has nothing."""
    known = select(WorkspaceOperation.noun_id).where(WorkspaceOperation.forum == forum, WorkspaceOperation.noun == NOUN)
    if anew:
        known = known.where(WorkspaceOperation.state.in_(operations.OPEN))
    found: Sequence[Evidence] = session.scalars(
        _kept(forum).where(Evidence.id.not_in(known)).order_by(Evidence.id)
    ).all()
    open_ = [piece for piece in found if not _internal(session, piece)]
    for piece in open_:
        _queue(session, piece, _values(session, piece), now=now)
    return len(open_)


def _internal(session: Session, piece: Evidence) -> bool:
    """Whether the answer that it belongs to is internal: then it stays here, as the words do."""
    version = replies.of_obligation(session, session.get_one(Obligation, piece.obligation_id))
    return version is not None and version.internal


def laid(session: Session, operation: WorkspaceOperation, *, item_id: int, etag: str) -> None:
    """A file lies in the library, though its row is not filled in yet."""
    base = baselines.of_item(session, operation.forum, NOUN, item_id)
    if base is None:
        base = baselines.begin(session, operation.forum, NOUN, item_id)
    base.noun_id, base.etag, base.gone_at = operation.noun_id, etag, None


def kept_here(session: Session, forum: str) -> bool:
    """Whether anything is kept that a library would hold."""
    return session.scalar(_kept(forum).limit(1)) is not None


def take_off(session: Session, piece: Evidence, *, now: datetime) -> None:
    """A member took it back: what is on its way there stays here, and what may be there is to go."""
    mine = session.scalars(
        select(WorkspaceOperation).where(
            WorkspaceOperation.forum == piece.forum,
            WorkspaceOperation.noun == NOUN,
            WorkspaceOperation.noun_id == piece.id,
        )
    ).all()
    for operation in mine:
        if operation.state in operations.OPEN:
            operation.state, operation.done_at = State.DONE, now
    if any(operation.attempts for operation in mine):
        _queue(session, piece, {"remove": True}, now=now)


def withhold(session: Session, obligation: Obligation, *, now: datetime) -> None:
    """The answer has become internal: what was given for it stays here, and is no longer to lie there."""
    for piece in evidence.kept(session, obligation):
        take_off(session, piece, now=now)


def _kept(forum: str) -> Select[Evidence]:
    return select(Evidence).where(
        Evidence.forum == forum,
        Evidence.obligation_id.is_not(None),
        Evidence.fetched_at.is_not(None),
        Evidence.dropped_at.is_(None),
        Evidence.error == "",
    )


def _queue(session: Session, piece: Evidence, values: Values, *, now: datetime) -> None:
    operations.put(session, piece.forum, noun=NOUN, noun_id=piece.id, row_key=_key(piece), values=values, now=now)


def _key(piece: Evidence) -> str:
    """The same whenever it is asked for, so that nothing is there twice."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{piece.forum}/{piece.id}/{piece.sha256}"))


def _values(session: Session, piece: Evidence) -> Values:
    duty = session.get_one(Obligation, piece.obligation_id)
    reply, of = replies.reply_of(session, duty), session.get_one(Measure, duty.measure_id)
    return {
        "file": _file(session, piece, duty),
        "key": _key(piece),
        **({"measure": duty.measure_id} if of.noun == MEASURE else {}),
        "round": duty.round_id,
        "reply": reply.id if reply else None,
        "kind": piece.kind.value,
        "source_url": piece.url,
        "publishable": "not_weighed",
        "sha256": piece.sha256,
    }


def _file(session: Session, piece: Evidence, duty: Obligation) -> str:
    """A name that says what it is of, and that no other piece has: ``2.8_2020_IZM_17_Apraksts.pdf``."""
    measure, body = session.get_one(Measure, duty.measure_id), session.get_one(Institution, duty.institution_id)
    one = session.get_one(Round, duty.round_id)
    place = f"{measure.number}_{(one.period_to or one.due_on).year}_{body.code}_{piece.id}_"
    return NO_SIGNS.sub("_", place) + _own(piece)


def _own(piece: Evidence) -> str:
    """The member's own name for it, as a library takes it; a link is a file that opens its address."""
    name = f"{urlsplit(piece.url).hostname or 'link'}.url" if piece.kind is EvidenceKind.LINK else piece.name
    stem, dot, ending = NO_SIGNS.sub("_", " ".join(name.split())).rpartition(".")
    if not dot or len(ending) > 10:
        stem, ending = f"{stem}{dot}{ending}", ""
    stem = stem[: LONGEST - len(ending)].strip(" .") or piece.kind.value
    return f"{stem}.{ending}" if ending else stem
