"""Briefs of publishing: how the public will read a body's answers, for whoever gave them; where a record stands."""

from __future__ import annotations

from forum import publication_texts, replies
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.people import Institution
from forum.replies import Reply
from forum.rounds import Obligation
from forum.store.base import Values


def _texts(asked: Asked) -> Values | None:
    """The wordings that stand; None where all of them were taken back."""
    told = []
    for number in asked.message.values["replies"]:
        reply = asked.session.get_one(Reply, number)
        row = publication_texts.of_reply(asked.session, reply)
        if row is not None and row.text:
            duty = asked.session.get_one(Obligation, reply.obligation_id)
            told.append({**naming.of(asked, duty), "text": row.text, "version": row.version})
    return {"texts": told} if told else None


def _yielded(asked: Asked) -> Values:
    """What was written here, and what counts in its place."""
    values = asked.message.values
    reply = asked.session.get_one(Reply, values["reply"])
    duty = asked.session.get_one(Obligation, reply.obligation_id)
    there = publication_texts.of_reply(asked.session, reply)
    return {
        **naming.of(asked, duty, body_told=True),
        "code": asked.session.get_one(Institution, duty.institution_id).code,
        "editor": values["editor"],
        "here": publication_texts.of_turn(asked.session, reply, values["turn"]),
        "there": there.text if there else "",
    }


def _wording(asked: Asked) -> Values:
    """An answer's words as given, and how they are worded for the public now."""
    values = asked.message.values
    reply = asked.session.get_one(Reply, values["reply"])
    duty = asked.session.get_one(Obligation, reply.obligation_id)
    version, row = replies.latest(asked.session, reply), publication_texts.of_reply(asked.session, reply)
    return {
        **values,
        **naming.of(asked, duty, body_told=True),
        "code": asked.session.get_one(Institution, duty.institution_id).code,
        "given": [version.told(name) for name in ("done", "obstacles", "next_step")] if version else [],
        "text": row.text if row else "",
        "text_en": row.text_en if row else "",
    }


BRIEFS: dict[str, Brief] = {
    publication_texts.TOLD: _texts,
    "publication-yielded": _yielded,
    **dict.fromkeys(("wording-ask", "wording-kept", "wording-removed"), _wording),
}
