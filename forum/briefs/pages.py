"""Briefs of pages: where the reader's worksheet page stands, for messages that name it."""

from __future__ import annotations

from forum import links
from forum.briefs.asked import Asked, Brief
from forum.store.base import Values

# What names the page beside its own buttons.
NAMING = ("nudge", "handover", "joined", "echo", "written")


def address(asked: Asked) -> str:
    """The address of the reader's page, with a link made at this moment; empty where there is none."""
    if asked.person is None:
        return ""
    return links.page_of(asked.session, asked.person, now=asked.at.now, policy=asked.policy)


def _page_link(asked: Asked) -> Values | None:
    page = address(asked)
    return {"page": page} if page else None


BRIEFS: dict[str, Brief] = {links.RENEWAL: _page_link}
