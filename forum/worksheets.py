"""Worksheet files: what stands in a member's Word or Excel worksheet, and what of one that came back is known."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import awaited, forums, milestones, plan, publication_texts, recommendations, replies, seals, standing
from forum.awaited import Owed
from forum.milestones import Milestone
from forum.plan import Completion, Plan, is_lead, number_order
from forum.replies import Manner
from forum.rounds import Obligation
from forum.store.base import Noun, Values, link, unique

# Bytes of a row's signature: who has the file may answer by it, as who has a mail of ours may.
SEAL = 9
UNCHANGED, NOTHING = "unchanged", "nothing"
# Of what a body says it has done, it says what; of what was not begun, or is not told, why.
WITH_WORDS = (Completion.LIMITED, Completion.SUBSTANTIAL, Completion.COMPLETE)
WITH_REASON = (Completion.NOT_STARTED, NOTHING)
# What somebody fills in, in this order.
FILLED = ("choice", "done", "obstacles", "next_step")
# The same in English, where the forum asks for it.
ENGLISH = "english"
# What a key says: an obligation, and where the row is a milestone's, which.
NAMES = re.compile(r"w(?P<duty>\d{1,18})(?:s(?P<step>\d{1,18}))?", re.ASCII)


class ReturnedRow(Noun):
    """A row of a worksheet that came back and was recorded: by its ``digest`` the same row is known when it comes once
    more, be it within another file, and changes nothing then."""

    __tablename__ = "returned_row"
    __table_args__ = (link("obligation_id", "obligation"), unique("obligation_id", "digest"))

    obligation_id: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    taken_at: Mapped[datetime]


def lines(
    session: Session, forum: str, person_ids: Collection[int], *, day: date, english: bool = False
) -> list[Values]:
    """The rows of a worksheet: all that these people are asked about, answered or not, with what is known of each; but
    where a round asks for words alone. After a measure come its milestones (``step``), where its lead is asked.
    ``english``: whether the words are asked for in English, too."""
    found = [
        one
        for answered in (False, True)
        for one in awaited.of_people(session, forum, person_ids, day=day, answered=answered)
        if one.round.kind.tells_progress
    ]
    secret, plans = forums.secret(session, forum), _plans(session, forum, found)
    order = sorted(found, key=lambda one: (one.due_on, number_order(one.measure.number), one.obligation.id))
    measures = {one.measure.id for one in order}
    plan.OF_MEASURE.gather(session, forum, [(number,) for number in measures])
    steps = milestones.of_measures(session, forum, measures)
    rows: list[Values] = []
    for one in order:
        number, named = one.obligation.id, plans(one)
        said = _english(session, one, english)
        rows.append({**_line(session, one), ENGLISH: said, "key": key(secret, number), "plan": named})
        led = is_lead(session, one.measure, one.institution.id)
        rows += [
            {**_step(step, one), "key": key(secret, number, step.id), "plan": named}
            for step in (steps.get(one.measure.id, []) if led else ())
        ]
    return rows


def key(secret: bytes, obligation_id: int, milestone_id: int | None = None) -> str:
    """The key of a row, which names its obligation, and thereby the round, the measure and the body; and of a
    milestone's row, the milestone."""
    step = "" if milestone_id is None else f"s{milestone_id}"
    return seals.seal(secret, f"w{obligation_id}{step}", size=SEAL)


def named_by(session: Session, forum: str, word: str) -> Obligation | None:
    """The obligation that a row's key names; None where the key is none of this forum's."""
    found = _named(session, forum, word)
    duty = session.get(Obligation, int(found["duty"])) if found else None
    return duty if duty is not None and duty.forum == forum else None


def step_named_by(session: Session, forum: str, word: str) -> Milestone | None:
    """The living milestone that a row's key names; None where it names none."""
    found = _named(session, forum, word)
    step = session.get(Milestone, int(found["step"])) if found and found["step"] else None
    return step if step is not None and step.forum == forum and step.gone_at is None else None


def _named(session: Session, forum: str, word: str) -> re.Match[str] | None:
    try:
        return NAMES.fullmatch(seals.broken(forums.secret(session, forum), word.strip(), size=SEAL))
    except seals.Forged:
        return None


def came_before(session: Session, obligation: Obligation, words: Sequence[str]) -> bool:
    """Whether a row of these words was recorded once."""
    digest = _digest(words)
    mine = (ReturnedRow.obligation_id == obligation.id) & (ReturnedRow.digest == digest)
    return session.scalar(select(ReturnedRow.id).where(ReturnedRow.forum == obligation.forum, mine)) is not None


def remember(session: Session, obligation: Obligation, words: Sequence[str], *, now: datetime) -> None:
    """A row of these words is recorded."""
    if not came_before(session, obligation, words):
        session.add(
            ReturnedRow(forum=obligation.forum, obligation_id=obligation.id, digest=_digest(words), taken_at=now)
        )
        session.flush()


def _digest(words: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(" ".join(word.split()) for word in words).encode()).hexdigest()


def _line(session: Session, one: Owed) -> Values:
    duty = one.obligation
    version = replies.of_obligation(session, duty)
    known = standing.on_record(session, duty) if version is None else None
    told: Values = {"completion": None, "done": "", "obstacles": "", "next_step": ""}
    if version is not None:
        told = {name: version.told(name) for name in FILLED[1:]}
        told["completion"] = version.completion and version.completion.value
    elif known is not None:
        told = {name: getattr(known, name) for name in FILLED[1:]}
        told["completion"] = known.completion and known.completion.value
    return {
        "number": one.measure.number,
        "title": one.measure.title,
        "source": recommendations.source(one.measure),
        "body": one.institution.name,
        "body_en": one.institution.name_en,
        "year": one.round.year,
        "due_on": one.due_on,
        "answered": version is not None,
        "nothing": version is not None and version.manner is Manner.NOTHING,
        "internal": version is not None and version.internal,
        **told,
    }


def _english(session: Session, one: Owed, asked: bool) -> str | None:
    """What is said in English; None where nobody asks for it."""
    return (publication_texts.in_english(session, one.obligation) or "") if asked else None


def _step(step: Milestone, one: Owed) -> Values:
    return {
        "step": step.id,
        "number": step.number,
        "title": step.whole,
        "body": one.institution.name,
        "body_en": one.institution.name_en,
        "year": one.round.year,
        "due_on": step.due_on,
        "due_text": step.due_text,
        "completion": step.completion and step.completion.value,
        "done_on": step.done_on,
        ENGLISH: None,
    }


class _Plans:
    """The plans' codes where the measures are of several; else nothing."""

    def __init__(self, codes: dict[int, str]) -> None:
        self._codes = codes if len(codes) > 1 else {}

    def __call__(self, one: Owed) -> str:
        return self._codes.get(one.measure.plan_id or 0, "")


def _plans(session: Session, forum: str, found: Sequence[Owed]) -> _Plans:
    ids = {one.measure.plan_id for one in found if one.measure.plan_id is not None}
    rows = session.scalars(select(Plan).where(Plan.forum == forum, Plan.id.in_(ids))) if len(ids) > 1 else ()
    return _Plans({row.id: row.code or row.title for row in rows})
