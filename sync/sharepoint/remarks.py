"""Remarks: what is wrong about the site or a list and stops nothing: its zone, rights, a second list, a file held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from forum.findings import Finding
from sync.columns import folded
from sync.lists import NounList

# The rights to add and to change rows, of SharePoint's permission mask's lower half (SP.PermissionKind 2 and 3).
TO_ADD, TO_CHANGE = 0x2, 0x4
# Into these lists the forum writes.
WRITTEN = ("measure", "milestone", "recommendation", "reply", "meeting", "attendance", "evidence")
# What a list that was copied or begun anew is called after the first one's title.
COPY = re.compile(r"[\s_\-–(.]*(?:\d|jaun|vec|kopija|arhīv|copy|new|old|archiv)")


def of_zone(zone: ZoneInfo | None, ours: ZoneInfo | None) -> tuple[Finding, ...]:
    """The site's clock shows another time than the forum's."""
    if zone is None or ours is None or _shows(zone) == _shows(ours):
        return ()
    return (Finding("zone-differs", {"zone": zone.key, "ours": ours.key}),)


def _shows(zone: ZoneInfo) -> list[Any]:
    """A clock is known by what it shows in winter and in summer."""
    return [datetime(2026, month, 15, tzinfo=UTC).astimezone(zone).utcoffset() for month in (1, 4, 7, 10)]


def of_rights(spec: NounList, told: dict[str, Any]) -> tuple[Finding, ...]:
    """A list into which the forum writes and may only look."""
    rights = int((told.get("EffectiveBasePermissions") or {}).get("Low", TO_ADD | TO_CHANGE))
    if spec.noun not in WRITTEN or (rights & TO_ADD and rights & TO_CHANGE):
        return ()
    return (Finding("list-read-only", {"list": told["Title"]}),)


def of_files(title: str, rows: Sequence[dict[str, Any]]) -> tuple[Finding, ...]:
    """Files that somebody has checked out: nobody else sees what is done to them, and nothing can be written there."""
    return tuple(
        Finding("file-checked-out", {"list": title, "row": str(row["Id"])})
        for row in rows
        if row["CheckoutUserId"] is not None
    )


def beside(title: str, others: Sequence[str]) -> tuple[Finding, ...]:
    """Lists that look like a second one of this title: people may be filling in the wrong one."""
    ours = folded(title)
    return tuple(
        Finding("list-second", {"list": title, "other": other})
        for other in sorted(others)
        if folded(other).startswith(ours) and COPY.match(folded(other)[len(ours) :])
    )
