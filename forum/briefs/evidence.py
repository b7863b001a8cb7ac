"""Briefs about evidence: what was kept, and of which measure."""

from __future__ import annotations

from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.evidence import Evidence, EvidenceKind
from forum.plan import Measure
from forum.rounds import Obligation
from forum.store.base import Values


def _about(asked: Asked, obligation_id: int) -> Values:
    duty = asked.session.get_one(Obligation, obligation_id)
    return {**naming.of(asked, duty), "title": asked.session.get_one(Measure, duty.measure_id).title}


def _kept(asked: Asked) -> Values | None:
    """Those pieces that were not taken back meanwhile."""
    rows = [asked.session.get_one(Evidence, number) for number in asked.message.values["pieces"]]
    pieces = [
        {"id": one.id, "kind": _kind(one), "name": one.name or one.url, "size": one.size}
        for one in rows
        if one.dropped_at is None
    ]
    if not pieces:
        return None
    return {**_about(asked, asked.message.values["obligation"]), "pieces": pieces}


def _kind(piece: Evidence) -> str:
    """``link``, ``picture`` or ``file``; of files those that are ``audio`` or ``video`` by their media type."""
    main = piece.media_type.partition("/")[0]
    return main if piece.kind is EvidenceKind.FILE and main in ("audio", "video") else piece.kind.value


def _ask_evidence(asked: Asked) -> Values:
    values = asked.message.values
    return {"piece": values["piece"], "choices": [_about(asked, number) for number in values["obligations"]]}


def _ask_piece(asked: Asked) -> Values:
    return _about(asked, asked.message.values["obligation"])


BRIEFS: dict[str, Brief] = {
    "evidence-kept": _kept,
    "evidence-lost": _kept,
    "ask-evidence": _ask_evidence,
    "ask-piece": _ask_piece,
}
