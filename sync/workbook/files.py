"""Files: reading a workbook as it stands, and replacing its file at one stroke, never under somebody's hands."""

from __future__ import annotations

import fcntl
import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sync.workbook.grids import Busy, Unreadable

# A file as it was when it was read: when and how it was last saved.
Stamp = tuple[int, int, int]


def stamp(paths: Sequence[Path]) -> tuple[Stamp, ...]:
    """By which it is known whether somebody has saved since. Raises Unreadable."""
    try:
        facts = [path.stat() for path in paths]
    except OSError as error:
        raise Unreadable(f"{error.strerror}: {Path(str(error.filename)).name}") from error
    return tuple((one.st_mtime_ns, one.st_size, one.st_ino) for one in facts)


def not_open(path: Path) -> None:
    """Raises Busy where a spreadsheet program has the file open: Excel keeps ``~$name.xlsx`` beside it (of a long
    name without its first two signs), LibreOffice ``.~lock.name.xlsx#``."""
    name = path.name
    for mark in (f"~${name}", f"~${name[2:]}", f".~lock.{name}#"):
        if path.with_name(mark).exists():
            raise Busy(mark)


def replace(path: Path, content: bytes, *, seen: Stamp) -> None:
    """Put ``content`` in the file's place, whole or not at all. Raises Busy where somebody opened it, or saved it
    since it was ``seen``."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as temporary:
            temporary.write(content)
            temporary.flush()
            os.fsync(temporary.fileno())
        os.chmod(name, path.stat().st_mode & 0o777)
        not_open(path)
        if stamp([path]) != (seen,):
            raise Busy(path.name)
        os.replace(name, path)
        _keep(path.parent)
    except OSError as error:
        raise Busy(f"{error.strerror}: {path.name}") from error
    finally:
        with suppress(OSError):
            os.unlink(name)


def _keep(folder: Path) -> None:
    """The new name outlasts a power cut too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Beside:
    """The small file beside a workbook: who writes, one at a time, and each sheet's last number ever given.

    It is never deleted by us. Without it, the numbers go on from the highest that is there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._within = False

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One writer at a time, among processes; whoever calls it sees to the threads. Within another it is the same.
        Raises Busy, and Unreadable where nothing can be written there."""
        if self._within:
            yield
            return
        with self._alone():
            self._within = True
            try:
                yield
            finally:
                self._within = False

    @contextmanager
    def _alone(self) -> Iterator[None]:
        try:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise Unreadable(f"{error.strerror}: {self.path.name}") from error
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise Busy(self.path.name) from error
            yield
        finally:
            os.close(handle)

    def last(self) -> dict[str, int]:
        """The last number given on each sheet; a file that cannot be read says nothing."""
        try:
            told = json.loads(self.path.read_text())
            return {str(sheet): int(number) for sheet, number in told.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}

    def remember(self, last: Mapping[str, int]) -> None:
        """Call it while ``writing``."""
        self.path.write_text(json.dumps(last, ensure_ascii=False))
