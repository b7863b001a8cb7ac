"""Copies: a workbook written into aside, and put in its own place as a whole, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sync.workbook import files
from sync.workbook.files import Stamp
from sync.workbook.workbook import Workbook


@dataclass
class Copy:
    """``book`` is the copy to write into; nothing of it is kept before ``keep`` is called."""

    book: Workbook
    kept: bool = field(default=False, init=False)

    def keep(self) -> None:
        self.kept = True


@contextmanager
def copied(place: Workbook) -> Iterator[Copy]:
    """A copy of this workbook, while nobody else may write into it. What was kept is put in its place at one stroke, of
    a folder file by file. Raises Busy where somebody opened or saved it since, and Unreadable."""
    with place.alone() as beside, tempfile.TemporaryDirectory(prefix=".forumbot-", dir=place.path.parent) as folder:
        seen = dict(zip(place.files(), files.stamp(place.files()), strict=True))
        path = Path(folder) / place.path.name
        if place.path.is_dir():
            shutil.copytree(place.path, path)
        else:
            shutil.copy2(place.path, path)
            if beside.exists():
                shutil.copy2(beside, path.with_name(beside.name))
        copy = Copy(place.like(path))
        yield copy
        if copy.kept:
            _take_over(place, copy.book, seen)


def _take_over(place: Workbook, book: Workbook, seen: dict[Path, Stamp]) -> None:
    """What differs in the copy is put in its place."""
    for file in place.files():
        content = (book.path / file.name if book.path.is_dir() else book.path).read_bytes()
        if content != file.read_bytes():
            files.replace(file, content, seen=seen[file])
    place.remember(book)
