"""Briefs about following: the measures that a partner may follow, and for which of several partners it is chosen."""

from __future__ import annotations

from sqlalchemy import select

from forum import voices
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.people import Institution
from forum.plan import Measure, number_order, of_plan
from forum.store.base import Values


def _following(asked: Asked) -> Values | None:
    """The measures of the plans there are, those marked that the partner follows."""
    session, page = asked.session, asked.message.values["page"]
    bodies = voices.bodies(session, asked.forum, naming.people(asked), day=asked.at.day)
    meant = asked.message.values.get("body")
    body = next((one for one in bodies if meant in (None, one.id)), None)
    if body is None:
        return None
    follows = voices.followed(session, asked.forum, [body.id])[body.id]
    does = voices.implements(session, asked.forum, [body.id])[body.id]
    rows = session.scalars(select(Measure).where(of_plan(asked.forum)))
    plans = naming.plans(asked)
    return {
        "body": body.code,
        "body_id": body.id,
        "page": page,
        "count": len(follows),
        "measures": [
            {
                "id": row.id,
                **plans.named(row),
                "title": row.title,
                "followed": row.id in follows,
                "does": row.id in does,
            }
            for row in sorted(rows, key=lambda row: (number_order(row.number), row.id))
        ],
    }


def _which(asked: Asked) -> Values:
    """The partners of whom one is meant."""
    rows = [asked.session.get_one(Institution, number) for number in asked.message.values["bodies"]]
    return {"bodies": [{"id": row.id, "code": row.code} for row in rows]}


BRIEFS: dict[str, Brief] = {"following": _following, "following-which": _which}
