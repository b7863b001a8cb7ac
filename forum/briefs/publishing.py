"""Briefs of publishing: how the public will read a body's answers, for whoever gave them; where a record stands."""

from __future__ import annotations

from forum import publication_texts
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.replies import Reply
from forum.rounds import Obligation
from forum.store.base import Values


def _texts(asked: Asked) -> Values | None:
    """The wordings that stand; None where all of them were taken back."""
    told = []
    for number in asked.message.values["replies"]:
        reply = asked.session.get_one(Reply, number)
        row = publication_texts.of_reply(asked.session, reply)
        if row is not None:
            duty = asked.session.get_one(Obligation, reply.obligation_id)
            told.append({**naming.of(asked, duty), "text": row.text, "version": row.version})
    return {"texts": told} if told else None


BRIEFS: dict[str, Brief] = {publication_texts.TOLD: _texts}
