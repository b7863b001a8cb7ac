"""Views: what the pages about measures show, as plain values; looking changes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from forum import (
    answering,
    awaited,
    begun,
    erasing,
    evidence,
    filings,
    helping,
    link_checks,
    milestones,
    operations,
    plan_says,
    publication_texts,
    recommendations,
    replies,
    standing,
    voices,
    worksheets,
)
from forum.awaited import Owed
from forum.filings import Filing
from forum.people import Institution
from forum.plan import Completion, Measure, Plan, is_lead
from forum.replies import Manner, Reply, ReplyVersion
from forum.rounds import Kind, Obligation, Round
from forum.standing import Standing
from forum.store.base import Values
from forum.worksheets import NOTHING
from web.worksheet.visits import Visitor


def head(visitor: Visitor) -> Values:
    """What stands on every page: whose it is."""
    bodies = {person.institution_id for person in visitor.people if person.institution_id is not None}
    named = visitor.session.scalars(
        select(Institution)
        .where(Institution.forum == visitor.forum, Institution.id.in_(bodies))
        .order_by(Institution.id)
    )
    return {
        "name": visitor.person.name,
        "bodies": [body.named(visitor.language) for body in named],
        "partner": bool(voices.bodies(visitor.session, visitor.forum, visitor.people, day=visitor.at.day)),
        "until": visitor.until,
        "language": visitor.language,
    }


def start(visitor: Visitor) -> Values:
    """All that is asked of the visitor, what is answered, and what colleagues are asked about."""
    bodies = {person.institution_id for person in visitor.people if person.institution_id is not None}
    session, day = visitor.session, visitor.at.day
    owed, done = (
        awaited.owed(session, visitor.forum, day=day, answered=answered, bodies=bodies) for answered in (False, True)
    )
    told, plans = _told(visitor, done), _plans(visitor, [*owed, *done])
    begun_at = _begun(visitor, [*owed, *done])
    mine, others = _parted(visitor, owed)
    my_done, others_done = _parted(visitor, done)
    return {
        **{
            name: [
                {**_entry(visitor, one, plans, told.get(one.obligation.id)), "begun": begun_at.get(one.obligation.id)}
                for one in those
            ]
            for name, those in (("open", mine), ("answered", my_done), ("of_body", [*others, *others_done]))
        },
        "files": bool(mine or my_done),
    }


def file(visitor: Visitor) -> Values:
    """The rows of the visitor's worksheet file."""
    ids, english = visitor.person_ids, visitor.policy.english
    return {"lines": worksheets.lines(visitor.session, visitor.forum, ids, day=visitor.at.day, english=english)}


def _parted(visitor: Visitor, found: Iterable[Owed]) -> tuple[list[Owed], list[Owed]]:
    mine, others = list[Owed](), list[Owed]()
    for one in found:
        (mine if any(one.asks(number) for number in visitor.person_ids) else others).append(one)
    return mine, others


def _told(visitor: Visitor, done: list[Owed]) -> dict[int, ReplyVersion]:
    rows = visitor.session.execute(
        select(Reply.obligation_id, ReplyVersion)
        .join(ReplyVersion, (ReplyVersion.reply_id == Reply.id) & (ReplyVersion.version == Reply.version))
        .where(Reply.forum == visitor.forum, Reply.obligation_id.in_([one.obligation.id for one in done]))
    )
    return {row.obligation_id: row.ReplyVersion for row in rows}


def _begun(visitor: Visitor, found: list[Owed]) -> dict[int, datetime]:
    """When the visitor began an answer that is not sent yet, by obligation."""
    duties = [one.obligation.id for one in found]
    rows = begun.at(visitor.session, visitor.forum, duties, people=visitor.person_ids)
    return {duty: max(times.values()) for duty, times in rows.items()}


def _plans(visitor: Visitor, found: list[Owed]) -> dict[int, str]:
    """The plans' codes where the visitor's measures are of several."""
    ids = {one.measure.plan_id for one in found if one.measure.plan_id is not None}
    if len(ids) < 2:
        return {}
    rows = visitor.session.scalars(select(Plan).where(Plan.forum == visitor.forum, Plan.id.in_(ids)))
    return {row.id: row.code or row.title for row in rows}


def _entry(visitor: Visitor, one: Owed, plans: dict[int, str], told: ReplyVersion | None = None) -> Values:
    return {
        "id": one.obligation.id,
        "number": one.measure.number,
        "title": one.measure.title,
        "plan": plans.get(one.measure.plan_id or 0, ""),
        "source": recommendations.source(one.measure),
        "body": one.institution.named(visitor.language),
        "year": one.round.year,
        "kind": one.round.kind.value,
        "mandatory": one.round.kind.duty,
        "due_on": one.due_on,
        "left": (one.due_on - visitor.at.day).days,
        "answered": told is not None,
        "completion": told.completion.value if told and told.completion else "",
    }


def measure(visitor: Visitor, duty: Obligation) -> Values:
    """One measure: what is on record, what was answered, what was given, what was asked for."""
    session = visitor.session
    one, row = session.get_one(Round, duty.round_id), session.get_one(Measure, duty.measure_id)
    version, found = replies.of_obligation(session, duty), standing.on_record(session, duty)
    call, letters = helping.of_obligation(session, duty), erasing.letters(session, duty)
    plan = session.get(Plan, row.plan_id) if row.plan_id else None
    return {
        "id": duty.id,
        "number": row.number,
        "title": row.title,
        "plan": plan.title if plan else "",
        "stance": recommendations.stance(row),
        "steps": milestones.of_measures(session, visitor.forum, [row.id]).get(row.id, []),
        "step_words": [one.value for one in milestones.SAID],
        "leads": is_lead(session, row, duty.institution_id),
        "plan_due": row.due_text,
        "result": row.result,
        "body": session.get_one(Institution, duty.institution_id).named(visitor.language),
        "year": one.year,
        "due_on": duty.due_in(one),
        "left": (duty.due_in(one) - visitor.at.day).days,
        "basis": one.legal_basis,
        "sign_by": one.term(duty.due_in(one)).sign_by,
        "mandatory": one.kind.duty,
        "kind": one.kind.value,
        "progress": one.kind.tells_progress,
        "sheet": plan_says.of(session, row) if one.kind is Kind.FILLING else None,
        "day_off": one.due_given if duty.due_on is None else None,
        "closed": visitor.closed(duty),
        "skipped": duty.reason if duty.skipped_at else None,
        "version": _version(visitor, version) if version else None,
        "worded": erasing.worded(session, duty),
        "erasing": {"stays": erasing.stays(session, duty, visitor.at), "letters": [*map(Filing.told, letters)]},
        "record": _record(found) if found and version is None else None,
        "typed": prefilled(version, found),
        "english": english(visitor, duty),
        "evidence": _evidence(visitor, duty),
        "trouble": call.trouble.value if call else "",
        "next": _next(visitor, duty) if version else None,
    }


def _version(visitor: Visitor, version: ReplyVersion) -> Values:
    key = replies.echo_key(version.id)
    return {
        "completion": version.completion.value if version.completion else "",
        "done": version.done,
        "obstacles": version.obstacles,
        "next_step": version.next_step,
        "manner": version.manner.value,
        "internal": version.internal,
        "erased": visitor.day_of(version.erased_at),
        "version": version.version,
        "at": version.submitted_at,
        "name": version.submitted_by,
        "letter": version.channel == answering.LETTER,
        "written": not operations.unfinished(visitor.session, visitor.forum, key),
        "refused": operations.refused(visitor.session, visitor.forum, key),
        "before": _before(visitor, version),
        **_filed(visitor, version),
        "public": _public(visitor, version),
    }


def _filed(visitor: Visitor, version: ReplyVersion) -> Values:
    """The signed letter that this version stands in, or another version of the same answer does."""
    duty = replies.obligation_of(visitor.session, version.id)
    filing = filings.signed(visitor.session, duty)
    held = filings.parts(visitor.session, filing).get(duty.id) if filing else None
    if filing is None or held is None or filing.letter_on is None:
        return {"filed": None}
    return {"filed": {"number": filing.number, "on": filing.letter_on, "version": held.version}}


def _public(visitor: Visitor, version: ReplyVersion) -> Values | None:
    """How the public will read it, in the coordinator's words, and of which version these are."""
    row = publication_texts.of_reply(visitor.session, visitor.session.get_one(Reply, version.reply_id))
    return {"text": row.text, "english": row.text_en, "version": row.version, "at": row.at} if row else None


def english(visitor: Visitor, duty: Obligation) -> str | None:
    """The answer's words in English, given with it; None where nobody asks for them, or a coordinator worded it."""
    reply = replies.reply_of(visitor.session, duty)
    row = publication_texts.of_reply(visitor.session, reply) if reply else None
    if not visitor.policy.english or (row and row.text):
        return None
    return row.text_en if row else ""


def _before(visitor: Visitor, version: ReplyVersion) -> Values | None:
    """What a colleague had answered before the visitor did."""
    before = replies.before(visitor.session, version)
    mine = version.person_id in visitor.person_ids
    if not mine or before is None or before.person_id in visitor.person_ids or before.manner is Manner.WITHDRAWN:
        return None
    text = before.done or before.obstacles
    return {"name": before.submitted_by, "completion": before.completion and before.completion.value, "text": text}


def _record(found: Standing) -> Values:
    return {
        "completion": found.completion.value if found.completion else "",
        "done": found.done,
        "obstacles": found.obstacles,
        "next_step": found.next_step,
        "since": found.since,
        "why": asks_why(found),
        "seen": seen(found),
    }


def asks_why(found: Standing) -> bool:
    """Of what has not been started a reader wants to know why."""
    return found.completion is Completion.NOT_STARTED and not found.obstacles


def seen(found: Standing) -> str:
    """A short word for exactly these words: what was shown is what is kept."""
    words = "\0".join([found.completion or "", found.done, found.obstacles, found.next_step])
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def prefilled(version: ReplyVersion | None, found: Standing | None) -> Values:
    """What the form begins with: the answer that stands, else what is on record."""
    of = version if version is not None and version.channel != answering.LETTER else found
    if of is None:
        return {"choice": "", "done": "", "obstacles": "", "next_step": "", "internal": False}
    nothing = isinstance(of, ReplyVersion) and of.manner is Manner.NOTHING
    choice = of.completion.value if of.completion else ""
    return {
        "choice": NOTHING if nothing else choice,
        "done": of.done,
        "obstacles": of.obstacles,
        "next_step": of.next_step,
        "internal": isinstance(of, ReplyVersion) and of.internal,
    }


def _evidence(visitor: Visitor, duty: Obligation) -> list[Values]:
    """What was given, and which links of it open no more."""
    dead = {one.evidence_id for one in link_checks.dead(visitor.session, visitor.forum, obligations=[duty.id])}
    return [{**_piece(piece), "dead": piece.id in dead} for piece in evidence.kept(visitor.session, duty)]


def _piece(piece: evidence.Evidence) -> Values:
    return {"id": piece.id, "kind": piece.kind.value, "name": piece.name, "url": piece.url, "size": piece.size}


def _next(visitor: Visitor, duty: Obligation) -> Values | None:
    """What else is asked of the visitor, the nearest first."""
    mine = awaited.of_people(visitor.session, visitor.forum, visitor.person_ids, day=visitor.at.day)
    one = next((owed for owed in mine if owed.obligation.id != duty.id), None)
    return {"id": one.obligation.id, "number": one.measure.number, "title": one.measure.title} if one else None
