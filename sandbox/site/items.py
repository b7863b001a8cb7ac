"""A row of a list: its values, its versions, its attachments, and its bytes where the row is a file's."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sandbox.site.columns import Column
from sandbox.site.zones import Zone, instant

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Edition:
    """A version of a row that another one followed: its number from 1 on, its values and its bytes."""

    number: int
    values: Values
    content: bytes | None


@dataclass(slots=True)
class Item:
    """A row: ``values`` by inner name, the built-in ones included.

    ``version`` counts every change and makes the etag, ``edition`` the versions that people see: a system update makes
    none. ``past`` holds the versions before this one, oldest first; ``content`` is a file's bytes.
    """

    values: Values
    version: int = 1
    edition: int = 1
    content: bytes | None = None
    past: list[Edition] = field(default_factory=list)
    attachments: dict[str, bytes] = field(default_factory=dict)

    @property
    def id(self) -> int:
        return int(self.values["ID"])

    @property
    def etag(self) -> str:
        """A number in a list, an id and a number in a library: clients must not read it."""
        if "FileRef" in self.values:
            return f'"{self.values["GUID"]},{self.version}"'
        return f'"{self.version}"'

    @property
    def is_folder(self) -> bool:
        return self.values.get("FileSystemObjectType") == 1

    def revise(self, *, keep: bool) -> None:
        """Begin a new version; ``keep``: the one before stays in the history."""
        if keep:
            self.past.append(Edition(self.edition, dict(self.values), self.content))
        self.edition += 1


def stored(column: Column, value: Any, zone: Zone) -> Any:
    """A Python value in the form the site keeps and serves: days and moments as instants, a link as two texts."""
    if isinstance(value, datetime):
        return zone.midnight(zone.day_of(value)) if column.kind == "Date" else instant(value)
    if isinstance(value, date):
        return zone.midnight(value)
    if column.several:
        return list(value or [])
    if column.kind == "URL" and isinstance(value, str):
        return {"Description": value, "Url": value} if value else None
    if column.kind == "Number" and isinstance(value, int):
        return float(value)
    return None if value == "" else value
