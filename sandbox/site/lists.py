"""The site's lists: rows with versions, a recycle bin and a change log, and hands for people in the browser."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import RLock
from typing import Any, Literal
from uuid import NAMESPACE_URL, uuid5

from sandbox.site.changes import (
    ADD,
    DELETE,
    MOVE_AWAY,
    MOVE_INTO,
    RENAME,
    RESTORE,
    SYSTEM_UPDATE,
    UPDATE,
    Change,
    ChangeLog,
)
from sandbox.site.columns import Column, built_in, escaped, internal_name
from sandbox.site.errors import ARGUMENT, bad
from sandbox.site.items import Item, Values, stored
from sandbox.site.zones import Zone, instant

Access = Literal["write", "read", "none"]


@dataclass
class Setting:
    """What a list needs of its site: one lock, the time, a counter of changes, the zone, the owner's id, the path, how
    many lists were taken away (one made anew is another list), and whom to tell of a change."""

    lock: RLock
    now: Callable[[], datetime]
    number: Callable[[], int]
    zone: Callable[[], Zone]
    owner: int
    path: str
    removed: int
    noted: Callable[[str], None]


class SiteList:
    """One list. Values are keyed by inner name: text, numbers, ``date``/``datetime``, ids for lookups and people.

    Nothing is checked on this side: people and imports leave every kind of mess, and tests build it here.
    Stored and served forms are the same; dates are stored as instants ending in ``Z``.
    """

    library = False

    def __init__(self, title: str, *, url: str, columns: list[Column], setting: Setting) -> None:
        self.title = title
        self.url = url
        self.id = str(uuid5(NAMESPACE_URL, f"list:{url}:{setting.removed}" if setting.removed else f"list:{url}"))
        self.access: Access = "write"
        self.versioning = True
        self.hidden = False
        self.description = ""
        self.columns: dict[str, Column] = {column.name: column for column in built_in(library=self.library)}
        self.items: dict[int, Item] = {}
        self.order: list[int] = []
        self.changes = ChangeLog(self.id)
        self.created = self.modified = self.deleted = setting.now()
        self.setting = setting
        self._bin: dict[int, Item] = {}
        self._last = 0
        for column in columns:
            self.add_column(column)

    @property
    def entity_type(self) -> str:
        name = escaped(self.url[:1].upper() + self.url[1:])
        return name if self.library else f"{name}List"

    @property
    def item_type(self) -> str:
        return f"SP.Data.{self.entity_type}Item"

    @property
    def root(self) -> str:
        """The list's folder, as a path on the host."""
        return f"{self.setting.path}/{'' if self.library else 'Lists/'}{self.url}"

    @property
    def token(self) -> str:
        """The change token of this moment."""
        return self.changes.token(self.setting.now(), self.setting.number())

    def add_column(self, column: Column) -> Column:
        """Add a column, or replace the one of the same inner name; its rows keep their values."""
        if not column.name:
            column.name = internal_name(column.title, set(self.columns))
        with self.setting.lock:
            self.columns[column.name] = column
        return column

    def field_id(self, column: Column) -> str:
        return column.id or str(uuid5(NAMESPACE_URL, f"{self.id}:{column.name}"))

    def field(self, where: Mapping[str, str]) -> Column:
        """The column that an address names by id, title or inner name. Refused (400): there is none."""
        wanted = where.get("field_id") or where["field"].replace("''", "'")
        for column in self.columns.values():
            names = (self.field_id(column),) if "field_id" in where else (column.name, column.title)
            if column.listed and wanted in names:
                return column
        raise bad(f"Column '{wanted}' does not exist. It may have been deleted by another user.", ARGUMENT)

    def rename_column(self, name: str, title: str) -> None:
        """Give a column another title; its inner name stays, as on the real site."""
        self.columns[name].title = title

    def remove_column(self, name: str) -> None:
        with self.setting.lock:
            del self.columns[name]
            for item in self.items.values():
                item.values.pop(name, None)

    def add(self, values: Mapping[str, Any], *, editor: int | None = None, folder: bool = False) -> int:
        """Add a row as a person in the browser would, and answer its id."""
        who = self.setting.owner if editor is None else editor
        with self.setting.lock:
            self._last += 1
            item = Item({**self._stored(values), **self._born(who, folder=folder)})
            self._insert(item)
            self._touch(item, who)
            self._note(ADD, self._last)
            return self._last

    def _born(self, who: int, *, folder: bool) -> Values:
        """The values that a row has from its first moment on."""
        return {
            "ID": self._last,
            "Created": instant(self.setting.now()),
            "Author": who,
            "Attachments": False,
            "GUID": str(uuid5(NAMESPACE_URL, f"{self.id}:{self._last}")),
            "ContentTypeId": "0x0120" if folder else "0x0100",
            "FileSystemObjectType": int(folder),
        }

    def edit(self, number: int, values: Mapping[str, Any], *, editor: int | None = None, system: bool = False) -> None:
        """Change some columns of a row; ``system``: without a trace in Modified and Editor. KeyError: no such row."""
        with self.setting.lock:
            item = self.items[number]
            if not system:
                item.revise(keep=self.versioning)
            item.values.update(self._stored(values))
            item.version += 1
            if not system:
                self._touch(item, self.setting.owner if editor is None else editor)
            self._note(SYSTEM_UPDATE if system else UPDATE, number)

    def attach(self, number: int, name: str, content: bytes, *, editor: int | None = None) -> None:
        """Attach a file to a row, over one of the very same name. KeyError: no such row."""
        with self.setting.lock:
            self.items[number].attachments[name] = content
            self.edit(number, {"Attachments": True}, editor=editor)

    def detach(self, number: int, name: str, *, editor: int | None = None) -> None:
        """Take a file off a row. KeyError: there is none."""
        with self.setting.lock:
            left = self.items[number].attachments
            del left[name]
            self.edit(number, {"Attachments": bool(left)}, editor=editor)

    def rename(self, number: int, title: str) -> None:
        """Change a row's title as by "Rename" in the browser. KeyError: no such row."""
        with self.setting.lock:
            item = self.items[number]
            item.revise(keep=self.versioning)
            item.values["Title"] = title
            item.version += 1
            self._touch(item, self.setting.owner)
            self._note(RENAME, number)

    def move(self, number: int) -> None:
        """Move a row to another folder of the list, which keeps its id and values. KeyError: no such row."""
        with self.setting.lock:
            self.items[number].version += 1
            self._note(MOVE_AWAY, number)
            self._note(MOVE_INTO, number)

    def delete(self, number: int) -> None:
        """Move a row to the recycle bin. KeyError: no such row."""
        with self.setting.lock:
            self._bin[number] = self.items.pop(number)
            del self.order[bisect_left(self.order, number)]
            self.deleted = self.setting.now()
            self._note(DELETE, number)

    def restore(self, number: int) -> None:
        """Bring a row back from the recycle bin with its id and values. KeyError: it is not there."""
        with self.setting.lock:
            self._insert(self._bin.pop(number))
            self._note(RESTORE, number)

    def rows(self) -> list[Values]:
        """Every row's values by inner name, a copy, in the order of ids."""
        with self.setting.lock:
            return [dict(self.items[number].values) for number in self.order]

    def find(self, name: str, value: object) -> int:
        """The id of the first row with ``value`` in the column ``name``. LookupError: there is none."""
        with self.setting.lock:
            for number in self.order:
                if self.items[number].values.get(name) == value:
                    return number
        raise LookupError(f"{self.title} has no row with {name} = {value!r}")

    def properties(self) -> dict[str, Column]:
        """Columns by the key they have in an item's JSON (a lookup's with ``Id``)."""
        return {column.property_name: column for column in self.columns.values()}

    def _insert(self, item: Item) -> None:
        self.items[item.id] = item
        insort(self.order, item.id)

    def _touch(self, item: Item, who: int) -> None:
        self.modified = self.setting.now()
        item.values["Modified"] = instant(self.modified)
        item.values["Editor"] = who
        item.values["_UIVersionString"] = f"{item.edition}.0"

    def _note(self, kind: int, item: int) -> None:
        self.changes.note(Change(self.setting.number(), kind, item, self.setting.now()))
        self.setting.noted(self.id)

    def _stored(self, values: Mapping[str, Any]) -> Values:
        return {name: stored(self.columns[name], value, self.setting.zone()) for name, value in values.items()}
