"""Briefs of inviting: a page of those whom a coordinator may make a link for, as it stands with them now."""

from __future__ import annotations

from forum import inviting
from forum.briefs.asked import Asked, Brief
from forum.inviting import Guest, Link
from forum.store.base import Values

# So many stand on one page: two rows of four numbers, and a row to turn it.
ON_A_PAGE = 8


def _guests(asked: Asked) -> Values:
    """``people``: those found by a word; None: all who are in no chat."""
    everyone = inviting.guests(asked.session, asked.forum, now=asked.at.now, day=asked.at.day)
    named = asked.message.values["people"]
    wanted = [one for one in everyone if (one.link is not Link.JOINED if named is None else one.person.id in named)]
    pages = max(1, -(-len(wanted) // ON_A_PAGE))
    page = min(asked.message.values["page"], pages - 1)
    start = page * ON_A_PAGE
    return {
        "named": named is not None,
        "missing": sum(one.link is not Link.JOINED for one in everyone),
        "total": len(everyone),
        "page": page,
        "pages": pages,
        "first": start + 1,
        "guests": [_guest(one) for one in wanted[start : start + ON_A_PAGE]],
    }


def _guest(one: Guest) -> Values:
    return {
        "person": one.person.id,
        "name": one.person.name,
        "code": one.body.code if one.body else "",
        "link": one.link.value,
        "until": one.until,
    }


BRIEFS: dict[str, Brief] = {"guests": _guests}
