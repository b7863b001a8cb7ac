"""Erasing: the words of an answer leave the memory, the rows of the workspace and our own messages, on its body's word
or by law, at any time; that there was one, when and by whom, stays."""

from __future__ import annotations

import enum
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from forum import (
    answering,
    begun,
    colleagues,
    filings,
    forgetting,
    landed,
    outbox,
    people,
    publication_texts,
    replies,
    returning,
    searching,
    translations,
    unsaying,
    withdrawing,
    writing_back,
)
from forum.edits import Edit
from forum.filings import Filing
from forum.outbox import To
from forum.people import Person
from forum.plan import Measure
from forum.replies import HEARD, TEXTS, Reply, ReplyVersion
from forum.rounds import Obligation, Round
from forum.store.base import Values
from forum.times import At

TOLD, TOLD_BODY = "answer-erased", "answer-erased-body"
BY_COORDINATOR = "coordinator"


class Why(enum.StrEnum):
    """On whose word the words go: its body's, or the law's, which a coordinator keeps."""

    ASKED = "asked"
    LAW = "law"


def worded(session: Session, obligation: Obligation) -> bool:
    """Whether any version of its answer has words that could be erased."""
    return any(getattr(version, name) for version in _versions(session, obligation) for name in TEXTS)


def worded_in(session: Session, one: Round) -> set[int]:
    """The obligations of a round whose answers have such words."""
    rows = session.scalars(
        select(Reply.obligation_id)
        .join(Obligation, Obligation.id == Reply.obligation_id)
        .join(ReplyVersion, ReplyVersion.reply_id == Reply.id)
        .where(
            Reply.forum == one.forum,
            Obligation.round_id == one.id,
            or_(*(getattr(ReplyVersion, name) != "" for name in TEXTS)),
        )
    )
    return set(rows)


def stays(session: Session, obligation: Obligation, at: At) -> bool:
    """Whether the answer stays, without its words: it can be given no more, or a signed letter holds it. Else it is
    taken back with them, and asked for anew."""
    if replies.of_obligation(session, obligation) is None:
        return True
    return replies.closed(session, obligation, at.day) or filings.signed(session, obligation) is not None


def letters(session: Session, obligation: Obligation) -> list[Filing]:
    """The letters, signed or being signed, that were made with words of its answer: these stay in them, wherever they
    are kept."""
    held = {version.id for version in _versions(session, obligation) if version.erased_at or _said(version)}
    parts = filings.PARTS.all(session, obligation.forum, obligation.id)
    return [session.get_one(Filing, part.filing_id) for part in parts if part.version_id in held]


def erase(
    session: Session,
    obligation: Obligation,
    person: Person,
    *,
    channel: str,
    at: At,
    own: Collection[int],
    echo: To | None,
    heard_id: int | None = None,
) -> bool:
    """Erase the words of an answer in all its versions, on its body's word, and take it back where it does not stay;
    the coordinators hear that it was done, and not what it said. ``heard_id``: the incoming message that asks for it,
    which may quote them. False where there are none."""
    if not worded(session, obligation):
        return False
    if not stays(session, obligation, at):
        colleagues.withdraw(session, obligation, person, channel=channel, at=at, own=own, echo=echo)
    _go(session, obligation, _Word(person, Why.ASKED, at, heard_id))
    begun.erase(session, obligation)
    return True


def erase_for(session: Session, obligation: Obligation, by: Person, why: Why, *, at: At) -> bool:
    """``erase``, by a coordinator; whoever gave the answer hears of it."""
    if not worded(session, obligation):
        return False
    gave = {version.person_id for version in _versions(session, obligation)} - {None, by.id}
    if not stays(session, obligation, at):
        withdrawing.withdraw(session, obligation, by, channel=BY_COORDINATOR, at=at, echo=None)
    _go(session, obligation, _Word(by, why, at))
    begun.erase(session, obligation)
    for number in sorted(filter(None, gave)):
        outbox.put(
            session,
            obligation.forum,
            to=To(person_id=number),
            kind=TOLD_BODY,
            values={"obligation": obligation.id, "name": by.name, "why": why.value},
            dedupe=f"{TOLD_BODY}/{obligation.id}/{at.now.isoformat()}/{number}",
            now=at.now,
        )
    return True


@dataclass(frozen=True)
class _Word:
    """Who had it done, why and when."""

    person: Person
    why: Why
    at: At
    heard_id: int | None = None


def _go(session: Session, obligation: Obligation, word: _Word) -> None:
    """The words go: out of its versions, out of whatever else of the same body says just the same about the measure,
    and out of all that was made of them."""
    at, versions = word.at, _versions(session, obligation)
    again = _again(session, obligation, {text for version in versions for text in _said(version)})
    all_of = [*versions, *again]
    answers = [session.get_one(Reply, number) for number in dict.fromkeys(one.reply_id for one in all_of)]
    words = {text for version in versions for text in _said(version)}
    heard = {number for one in all_of for column in HEARD if (number := getattr(one, column))}
    for reply in answers:
        texts, told = publication_texts.erase(session, reply)
        words, heard = words | texts, heard | told
        returning.erase(session, reply)
    sought = searching.begin(session, obligation, words, at=at)
    for one in all_of:
        _empty(one, words if one in again else None, at=at)
    files = forgetting.of_evidence(session, obligation, at=at)
    _rows(session, obligation, answers, words, at=at)
    translations.erase(session, obligation.forum, words)
    heard |= {word.heard_id} - {None}
    unsaying.forget(session, obligation, all_of, words, heard=heard, at=at)
    _announce(session, obligation, word, {"files": files, "sought": sought})
    answering.note(session, versions[-1], "reply.erased", word.person, at=at)
    session.flush()


def _versions(session: Session, obligation: Obligation) -> Sequence[ReplyVersion]:
    return session.scalars(
        select(ReplyVersion)
        .join(Reply, Reply.id == ReplyVersion.reply_id)
        .where(Reply.forum == obligation.forum, Reply.obligation_id == obligation.id)
        .order_by(ReplyVersion.version)
    ).all()


def _said(version: ReplyVersion) -> list[str]:
    return [word for name in TEXTS if (word := getattr(version, name))]


def _again(session: Session, obligation: Obligation, words: set[str]) -> list[ReplyVersion]:
    """What the same body said of the measure in other rounds in the very same words: most often that nothing has
    changed."""
    rows = session.scalars(
        select(ReplyVersion)
        .join(Reply, Reply.id == ReplyVersion.reply_id)
        .join(Obligation, Obligation.id == Reply.obligation_id)
        .where(
            Reply.forum == obligation.forum,
            Obligation.measure_id == obligation.measure_id,
            Obligation.institution_id == obligation.institution_id,
            Obligation.voice == obligation.voice,
            Obligation.id != obligation.id,
        )
        .order_by(ReplyVersion.id)
    )
    return [row for row in rows if not words.isdisjoint(_said(row))]


def _empty(version: ReplyVersion, words: Collection[str] | None, *, at: At) -> None:
    """Nothing of it says these words any more; None: it says nothing at all."""
    for name in TEXTS:
        said = getattr(version, name)
        if said and (words is None or said in words):
            setattr(version, name, "")
            version.erased_at = at.now
    if words is None:
        version.written, version.on_record = _without(version.written), _without(version.on_record)


def _without(values: Values) -> Values:
    return {name: word for name, word in values.items() if name not in TEXTS}


def _rows(
    session: Session, obligation: Obligation, answers: Sequence[Reply], words: Collection[str], *, at: At
) -> None:
    """The rows of the answers and of the measure, there and as they are kept here; whatever any answer about the
    measure would put back on it."""
    forum, measure = obligation.forum, session.get_one(Measure, obligation.measure_id)
    digests = {forgetting.digest(word) for word in words}
    for version in _about(session, measure):
        version.written = forgetting.without(version.written, digests)
        version.on_record = forgetting.without(version.on_record, digests)
    for edit in session.scalars(select(Edit).where(Edit.forum == forum, Edit.measure_id == measure.id)):
        edit.values = forgetting.without(edit.values, digests)
    said: Values = {name: "" for name in TEXTS if forgetting.digest(getattr(measure, name)) in digests}
    if said:
        writing_back.set_measure(session, measure, said, announces="", at=at)
    for reply in answers:
        writing_back.erased(session, reply, at=at)
    landed.forget(session, forum)
    session.flush()
    for noun, number in [*(("reply", reply.id) for reply in answers), (measure.noun, measure.id)]:
        forgetting.of_row(session, forum, noun, number, digests, at=at)


def _about(session: Session, measure: Measure) -> Sequence[ReplyVersion]:
    """All that was ever said of a measure, by whomever."""
    return session.scalars(
        select(ReplyVersion)
        .join(Reply, Reply.id == ReplyVersion.reply_id)
        .join(Obligation, Obligation.id == Reply.obligation_id)
        .where(Reply.forum == measure.forum, Obligation.measure_id == measure.id)
    ).all()


def _announce(session: Session, obligation: Obligation, word: _Word, found: Values) -> None:
    """The coordinators hear that there were words, and who had them erased."""
    about = {"obligation": obligation.id, "name": word.person.name, "why": word.why.value, **found}
    for coordinator in people.coordinators(session, obligation.forum, day=word.at.day):
        outbox.put(
            session,
            obligation.forum,
            to=To(person_id=coordinator.id),
            kind=TOLD,
            values=about,
            dedupe=f"{TOLD}/{obligation.id}/{word.at.now.isoformat()}/{coordinator.id}",
            now=word.at.now,
        )
