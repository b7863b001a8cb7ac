"""Briefs about the workspace: what must be put right there, what both sides changed, what one hand changed at once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from forum import baselines, disputes, findings, milestones, settling_edits
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.disputes import SETTLED_IN_CHAT, Dispute
from forum.milestones import Milestone
from forum.plan import MEASURE, RECOMMENDATION, Measure, number_order
from forum.replies import Reply
from forum.rounds import Obligation
from forum.shrinks import Shrink, Word
from forum.store.base import Values

# So many findings go into one message at the most; those of one kind share a sentence there.
MOST_FINDINGS = 300


def _to_put_right(asked: Asked) -> Values | None:
    """What must be put right now, unless it is what the reader was told before; by which it will be known whether
    something changed since is remembered."""
    found = findings.standing(asked.session, asked.forum)
    digest = findings.digest(found)
    if not found or digest == findings.told_last(asked.session, asked.message):
        return None
    asked.message.values = {"digest": digest}
    return {"findings": found[:MOST_FINDINGS], "more": len(found[MOST_FINDINGS:])}


def _conflict(asked: Asked) -> Values | None:
    """Dropped where nobody has to choose any more."""
    dispute = asked.session.get_one(Dispute, asked.message.values["dispute"])
    return _about(asked, dispute) if disputes.stands(asked.session, dispute) else None


def _settled(asked: Asked) -> Values:
    dispute = asked.session.get_one(Dispute, asked.message.values["dispute"])
    return {**_about(asked, dispute), "choice": dispute.choice and dispute.choice.value}


def _about(asked: Asked, dispute: Dispute) -> Values:
    measure = _measure(asked.session, dispute)
    return {
        "dispute": dispute.id,
        **(naming.plans(asked, number=measure.number).named(measure) if measure else {"number": "", "marks": []}),
        "title": measure.title if measure else "",
        "fields": list(dispute.ours),
        "theirs": dispute.theirs,
        "ours": dispute.ours,
        "editor": dispute.editor,
        "modified": datetime.fromisoformat(dispute.modified) if dispute.modified else None,
        "settles": dispute.noun in SETTLED_IN_CHAT,
    }


def _measure(session: Session, dispute: Dispute) -> Measure | Milestone | None:
    """What it is about; None of what has no number, such as a meeting."""
    if dispute.noun == milestones.NOUN:
        return session.get(Milestone, dispute.noun_id)
    if dispute.noun == "reply":
        duty = session.get_one(Obligation, session.get_one(Reply, dispute.noun_id).obligation_id)
        return session.get_one(Measure, duty.measure_id)
    return session.get(Measure, dispute.noun_id) if dispute.noun in (MEASURE, RECOMMENDATION) else None


def _waiting(asked: Asked) -> Values | None:
    found = settling_edits.of_batch(asked.session, asked.forum, asked.message.values["batch"])
    if not found:
        return None
    rows = {one.measure_id: asked.session.get_one(Measure, one.measure_id) for one in found}
    plans = naming.plans(asked)
    return {
        "batch": asked.message.values["batch"],
        "name": found[0].name,
        "made_at": found[0].made_at,
        "measures": [plans.named(one) for one in sorted(rows.values(), key=lambda one: number_order(one.number))],
    }


def _shrunk(asked: Asked) -> Values | None:
    """Dropped where nobody has to say a word any more."""
    told = _what_shrank(asked)
    return told if told["word"] == Word.ASKED.value else None


def _what_shrank(asked: Asked) -> Values:
    shrink = asked.session.get_one(Shrink, asked.message.values["shrink"])
    known = next(one for one in baselines.lists(asked.session, asked.forum) if one.noun == shrink.noun)
    return {
        "shrink": shrink.id,
        "list": known.title,
        "noun": shrink.noun,
        "gone": shrink.gone,
        "known": shrink.known,
        "anew": bool(shrink.list_id),
        "word": shrink.word.value,
    }


BRIEFS: dict[str, Brief] = {
    "to-put-right": _to_put_right,
    "conflict": _conflict,
    "conflict-mine": _conflict,
    "conflict-compare": _conflict,
    "conflict-settled": _settled,
    "edits-waiting": _waiting,
    "shrink": _shrunk,
    "shrink-settled": _what_shrank,
}
