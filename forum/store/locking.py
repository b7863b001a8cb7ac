"""The lock file: one process at a time keeps the forum's memory where that is a single file."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from forum.store.errors import AlreadyOpen, StoreUnavailable


class LockFile:
    """Held from making to ``close``, and let go by the system if the process dies.

    The file holds the process number of whoever has it. It is never deleted: whoever waited for a deleted file
    would hold a lock that nobody else sees. Raises AlreadyOpen, StoreUnavailable.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreUnavailable(f"{path}: {error.strerror}") from error
        try:
            fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(self._fd, 32, 0).decode().strip()
            os.close(self._fd)
            raise AlreadyOpen(f"process {holder or 'unknown'}, {path}") from None
        os.ftruncate(self._fd, 0)
        os.pwrite(self._fd, f"{os.getpid()}\n".encode(), 0)

    def close(self) -> None:
        os.ftruncate(self._fd, 0)
        os.close(self._fd)
