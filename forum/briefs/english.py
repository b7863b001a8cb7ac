"""Briefs of an answer's words in English: whether they are offered, what they are about, what was kept."""

from __future__ import annotations

from forum import publication_texts, replies
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.plan import Measure
from forum.replies import ReplyVersion
from forum.rounds import Obligation
from forum.store.base import Values


def beside(asked: Asked, duty: Obligation, version: ReplyVersion) -> Values:
    """What the echo of this version tells of it ``in_english`` (empty: nothing is said), and whether it offers to say
    that (``english``): ``asked`` where the forum asks for it, ``may`` where whoever reads English may; empty where it
    is said, or may not be."""
    latest = replies.of_obligation(asked.session, duty)
    counts = latest is not None and latest.id == version.id
    words = publication_texts.in_english(asked.session, duty) if counts else None
    offered = "asked" if asked.policy.english else "may"
    return {"in_english": words or "", "english": offered if words == "" else ""}


def _about(asked: Asked) -> Values | None:
    duty = asked.session.get(Obligation, asked.message.values["obligation"])
    if duty is None or duty.void_at is not None:
        return None
    measure = asked.session.get_one(Measure, duty.measure_id)
    return {**asked.message.values, **naming.of(asked, duty), "measure_title": measure.title}


def _kept(asked: Asked) -> Values | None:
    """None where they were taken back meanwhile, or a newer version has none yet."""
    found = _about(asked)
    duty = asked.session.get_one(Obligation, asked.message.values["obligation"])
    words = publication_texts.in_english(asked.session, duty)
    return {**found, "text": words} if found is not None and words else None


BRIEFS: dict[str, Brief] = {"ask-english": _about, "english-kept": _kept, "english-not": _about}
