"""A list's change log: what happened to which row, kept for 60 days, read onward from a token."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from sandbox.site.errors import AGED, ARGUMENT, FOREIGN, RANGE, bad

Aged = Literal["error", "range", "silent"]
KEPT = timedelta(days=60)
# SP.ChangeType, of MS-CSOMSPT 3.2.5.44.
ADD, UPDATE, DELETE, RENAME, MOVE_AWAY, MOVE_INTO, RESTORE, SYSTEM_UPDATE = 1, 2, 3, 4, 5, 6, 7, 15
# What a change query must ask for to see a change; the log holds no other kinds.
ASKED_BY = {
    "Add": {ADD},
    "Update": {UPDATE},
    "DeleteObject": {DELETE},
    "Rename": {RENAME},
    "Move": {MOVE_AWAY, MOVE_INTO},
    "Restore": {RESTORE},
    "SystemUpdate": {SYSTEM_UPDATE},
}

_EPOCH = datetime(1, 1, 1, tzinfo=UTC)
_TOKEN = re.compile(r"1;3;([0-9a-fA-F-]{36});(\d+);(-?\d+)")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: ``number`` grows over the whole site, ``at`` is the sandbox's time."""

    number: int
    kind: int
    item: int
    at: datetime


def ticks(moment: datetime) -> int:
    """Steps of 100 ns since the year 1, as .NET counts them."""
    return (moment - _EPOCH) // timedelta(microseconds=1) * 10


class ChangeLog:
    """The changes of one list, oldest first."""

    def __init__(self, list_id: str) -> None:
        self._list_id = list_id
        self._changes: list[Change] = []

    def note(self, change: Change) -> None:
        self._changes.append(change)

    def token(self, at: datetime, number: int) -> str:
        return f"1;3;{self._list_id};{ticks(at)};{number}"

    def between(self, start: str | None, end: str | None, *, now: datetime, aged: Aged) -> list[Change]:
        """Changes after the token ``start`` up to the token ``end``, in their order.

        A ``start`` older than 60 days meets what ``aged`` says: "error" (-2130575172) and "range" (-2146233086) are
        the two refusals that have been seen, "silent" answers as if nothing had changed, as SharePoint Online has
        been seen to do (sp-dev-docs 10389).
        """
        first, last = 0, len(self._changes)
        if start is not None:
            at, number = self._read(start)
            if now - at > KEPT:
                if aged == "silent":
                    return []
                if aged == "range":
                    raise bad("Specified argument was out of the range of valid values.", RANGE)
                raise bad("The changeToken refers to a time before the start of the current change log.", AGED)
            first = self._position(number)
        if end is not None:
            last = self._position(self._read(end)[1])
        return [change for change in self._changes[first:last] if now - change.at <= KEPT]

    def _position(self, number: int) -> int:
        return bisect_right(self._changes, number, key=lambda change: change.number)

    def _read(self, token: str) -> tuple[datetime, int]:
        match = _TOKEN.fullmatch(token)
        if match is None:
            raise bad(f"'{token}' is not a change token: 1;3;<list>;<ticks>;<number> is.", ARGUMENT)
        if match[1].lower() != self._list_id:
            raise bad("The changeToken refers to another list.", FOREIGN)
        try:
            return _EPOCH + timedelta(microseconds=int(match[2]) // 10), int(match[3])
        except OverflowError as error:
            raise bad(f"'{token}' holds no time.", ARGUMENT) from error
