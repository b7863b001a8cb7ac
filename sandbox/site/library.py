"""A document library: files and folders, each with a row of columns, versions of its bytes, and a place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sandbox.site.changes import ADD, MOVE_AWAY, MOVE_INTO, RENAME, UPDATE
from sandbox.site.items import Item
from sandbox.site.lists import SiteList


class Library(SiteList):
    """A list of files. Paths are those on the host: ``{site}/{library}/{folder}/{name}``."""

    library = True

    def upload(self, name: str, content: bytes, *, folder: str = "", editor: int | None = None) -> int:
        """Put a file as a person would who drags it in, over one of that name, and answer its row's id.

        ``folder`` is a path within the library. LookupError: there is no such folder.
        """
        where = self._within(folder)
        with self.setting.lock:
            found = self.at(f"{where}/{name}")
            if found is not None:
                self.replace(found, content, editor=editor)
                return found.id
            return self._lay(where, name, editor=editor, content=content)

    def add_folder(self, name: str, *, folder: str = "", editor: int | None = None) -> int:
        """Make a folder, and answer its row's id. LookupError: there is no such ``folder`` to make it in."""
        where = self._within(folder)
        with self.setting.lock:
            return self._lay(where, name, editor=editor, content=None)

    def replace(self, item: Item, content: bytes, *, editor: int | None = None) -> None:
        """Other bytes for a file: a new version."""
        with self.setting.lock:
            item.revise(keep=self.versioning)
            item.content = content
            item.version += 1
            self._touch(item, self.setting.owner if editor is None else editor)
            self._note(UPDATE, item.id)

    def check_out(self, number: int, *, editor: int) -> None:
        """Keep a file to one person, as by "Check out" in the browser: nobody else changes it until it is checked in.
        KeyError: no such row."""
        with self.setting.lock:
            self.items[number].values["CheckoutUser"] = editor

    def check_in(self, number: int) -> None:
        """Give a file back to everybody. KeyError: no such row."""
        with self.setting.lock:
            del self.items[number].values["CheckoutUser"]

    def at(self, path: str) -> Item | None:
        """The file or folder at a path, which is compared without regard to case."""
        wanted = path.casefold()
        return next((item for item in self.items.values() if item.values["FileRef"].casefold() == wanted), None)

    def inside(self, folder: str) -> list[Item]:
        """What lies directly in the folder at a path, by its age."""
        wanted = folder.casefold()
        return [self.items[n] for n in self.order if self.items[n].values["FileDirRef"].casefold() == wanted]

    def edit(self, number: int, values: Mapping[str, Any], *, editor: int | None = None, system: bool = False) -> None:
        """Change some columns of a row; another ``FileLeafRef`` is another name. KeyError: no such row."""
        rest = dict(values)
        name = rest.pop("FileLeafRef", None)
        with self.setting.lock:
            if name is not None and name != self.items[number].values["FileLeafRef"]:
                self.rename(number, name, editor=editor)
            if rest or name is None:
                super().edit(number, rest, editor=editor, system=system)

    def rename(self, number: int, title: str, *, editor: int | None = None) -> None:
        """Give a file or folder another name where it lies. KeyError: no such row."""
        with self.setting.lock:
            item = self.items[number]
            self._put(item, item.values["FileDirRef"], title)
            self._touch(item, self.setting.owner if editor is None else editor)
            self._note(RENAME, number)

    def move(self, number: int, folder: str = "") -> None:
        """Move a file or folder to another folder here. KeyError: no such row; LookupError: no such folder."""
        where = self._within(folder)
        with self.setting.lock:
            item = self.items[number]
            self._put(item, where, item.values["FileLeafRef"])
            self._note(MOVE_AWAY, number)
            self._note(MOVE_INTO, number)

    def delete(self, number: int) -> None:
        """Move a file to the recycle bin, or a folder with all that lies in it. KeyError: no such row."""
        with self.setting.lock:
            if self.items[number].is_folder:
                for inner in self.inside(self.items[number].values["FileRef"]):
                    self.delete(inner.id)
            super().delete(number)

    def _within(self, folder: str) -> str:
        where = f"{self.root}/{folder}" if folder else self.root
        if folder and ((found := self.at(where)) is None or not found.is_folder):
            raise LookupError(f"{self.title} has no folder '{folder}'")
        return where

    def _lay(self, where: str, name: str, *, editor: int | None, content: bytes | None) -> int:
        who = self.setting.owner if editor is None else editor
        self._last += 1
        item = Item({"Title": None, **self._born(who, folder=content is None)}, content=content)
        del item.values["Attachments"]
        item.values["ContentTypeId"] = "0x0120" if content is None else "0x0101"
        self._name(item, where, name)
        self._insert(item)
        self._touch(item, who)
        self._note(ADD, item.id)
        return item.id

    def _put(self, item: Item, where: str, name: str) -> None:
        """Give a file or folder its place, and all that lies in the folder theirs."""
        inner = self.inside(item.values["FileRef"]) if item.is_folder else []
        item.version += 1
        self._name(item, where, name)
        for one in inner:
            self._put(one, item.values["FileRef"], one.values["FileLeafRef"])

    @staticmethod
    def _name(item: Item, where: str, name: str) -> None:
        stem, dot, kind = name.rpartition(".")
        told = {"FileLeafRef": name, "FileDirRef": where, "FileRef": f"{where}/{name}"}
        item.values.update(told, File_x0020_Type=kind.lower() if stem and dot and not item.is_folder else None)
