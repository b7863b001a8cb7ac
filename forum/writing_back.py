"""Writing back: what a version of a reply makes of the workspace: its row among the replies, the measure's own row."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import filings, operations, publication_texts, replies
from forum.people import Institution
from forum.plan import MEASURE, Completion, Measure
from forum.replies import TEXTS, Manner, Reply, ReplyVersion, echo_key
from forum.rounds import Obligation, Round, Voice
from forum.store.base import Values
from forum.times import At


def reply_row(session: Session, obligation: Obligation, reply: Reply, version: ReplyVersion, *, at: At) -> None:
    """The row of the reply is to say what this version says; the echo announces it."""
    operations.put(
        session,
        reply.forum,
        noun="reply",
        noun_id=reply.id,
        row_key=reply.key,
        values=_row(session, obligation, version),
        announces=echo_key(version.id),
        now=at.now,
    )


def letter(session: Session, reply: Reply, *, at: At) -> None:
    """The row of the reply is to name the letter that its answer stands in now, or none."""
    version = replies.latest(session, reply)
    if version is not None:
        named = _letter(session, session.get_one(Obligation, reply.obligation_id), version)
        operations.put(
            session, reply.forum, noun="reply", noun_id=reply.id, row_key=reply.key, values=named, now=at.now
        )


def erased(session: Session, reply: Reply, *, at: At) -> None:
    """The row of the reply is to say no more words than its version that counts still does."""
    version = replies.latest(session, reply)
    if version is not None:
        left = {name: version.told(name) for name in TEXTS} | publication_texts.words(session, reply)
        operations.put(session, reply.forum, noun="reply", noun_id=reply.id, row_key=reply.key, values=left, now=at.now)


def _letter(session: Session, obligation: Obligation, version: ReplyVersion) -> Values:
    """A version that was said since is in no letter."""
    filing = filings.signed(session, obligation)
    held = filings.parts(session, filing).get(obligation.id) if filing else None
    if filing is None or held is None or held.id != version.id:
        return {"letter_no": "", "letter_on": None}
    return {"letter_no": filing.number, "letter_on": filing.letter_on and filing.letter_on.isoformat()}


def words(session: Session, reply: Reply) -> Values:
    """What the row of the reply is to say now."""
    version = replies.latest(session, reply)
    if version is None:
        return {}
    return _row(session, session.get_one(Obligation, reply.obligation_id), version)


def _row(session: Session, obligation: Obligation, version: ReplyVersion) -> Values:
    one = session.get_one(Round, obligation.round_id)
    measure = session.get_one(Measure, obligation.measure_id)
    institution = session.get_one(Institution, obligation.institution_id)
    withdrawn = version.manner is Manner.WITHDRAWN
    number = f"{measure.number}." if measure.noun == MEASURE else measure.number
    row: Values = {
        "title": f"{number} · {(one.period_to or one.due_on).year} · {institution.code}",
        "round": one.id,
        measure.noun: measure.id,
        "institution": institution.id,
        "person": version.person_id,
        "plan": measure.plan_id,
        "submitted_by": version.submitted_by,
        "voice": obligation.voice.value,
        **{name: version.told(name) for name in TEXTS},
        "unchanged": version.manner is Manner.UNCHANGED,
        "sign_off": "returned" if withdrawn else "draft" if obligation.voice is Voice.INSTITUTION else "submitted",
        "channel": version.channel,
        "version": version.version,
        "submitted_at": version.submitted_at.isoformat(),
    }
    if version.version > 1:
        row |= publication_texts.words(session, session.get_one(Reply, version.reply_id))
        if filings.signed(session, obligation) is not None:
            row |= _letter(session, obligation, version)
    if version.completion is not None or withdrawn:
        row["completion"] = version.completion and version.completion.value
    return row


def measure_row(
    session: Session, obligation: Obligation, version: ReplyVersion, said: Values, *, at: At, keep: bool = True
) -> None:
    """Set these fields of the measure (completion, completion_on, done, next_step, obstacles; in the forum's words)
    here and on the workspace; the version remembers what they said before, unless ``keep`` is false."""
    if not said:
        return
    measure = session.get_one(Measure, obligation.measure_id)
    if keep:
        was = {name: plain(getattr(measure, name)) for name in said}
        version.on_record = {**was, **version.on_record}
        version.written = {**version.written, **said}
    set_measure(session, measure, said, announces=echo_key(version.id), at=at)


def set_measure(session: Session, measure: Measure, said: Values, *, announces: str, at: At) -> None:
    """Set these fields of a measure here and on the workspace; ``announces``: the message that waits for it."""
    for name, word in said.items():
        setattr(measure, name, _typed(name, word))
    operations.put(
        session, measure.forum, noun=measure.noun, noun_id=measure.id, values=said, announces=announces, now=at.now
    )


def plain(word: Any) -> Any:
    """A measure's field in the forum's words: codes, ISO dates, texts."""
    if isinstance(word, date):
        return word.isoformat()
    return word.value if isinstance(word, Completion) else word


def _typed(name: str, word: Any) -> Any:
    if word is None:
        return None
    if name == "completion":
        return Completion(word)
    return date.fromisoformat(word) if name == "completion_on" else word


def before_us(session: Session, obligation: Obligation, reply: Reply) -> Values:
    """What the measure's row said before this body's answer, of the fields that still say what it set; what somebody
    has changed since is theirs."""
    ours, before = Values(), Values()
    for version in _since_withdrawn(session, reply):
        ours = {**version.written, **ours}
        before |= version.on_record
    measure = session.get_one(Measure, obligation.measure_id)
    return {
        name: before[name] for name, word in ours.items() if name in before and plain(getattr(measure, name)) == word
    }


def _since_withdrawn(session: Session, reply: Reply) -> list[ReplyVersion]:
    """The versions of the answer that stands, the newest first; none from before an earlier withdrawal."""
    found = []
    for version in session.scalars(
        select(ReplyVersion)
        .where(ReplyVersion.forum == reply.forum, ReplyVersion.reply_id == reply.id)
        .order_by(ReplyVersion.version.desc())
    ):
        if version.manner is Manner.WITHDRAWN:
            break
        found.append(version)
    return found
