"""The brief of OGP's dates."""

from __future__ import annotations

from forum import ogp_dates
from forum.briefs.asked import Asked, Brief
from forum.store.base import Values


def dates(asked: Asked) -> list[Values]:
    """What stands first on a coordinator's first screen; empty where the forum goes by no such rules."""
    return ogp_dates.told(asked.session, asked.forum, at=asked.at, policy=asked.policy)


def _told(asked: Asked) -> Values:
    return {"ogp": dates(asked)}


BRIEFS: dict[str, Brief] = {"ogp": _told}
