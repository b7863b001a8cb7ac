"""Workers: how a process is called, and whether one that was called so has certainly ended."""

from __future__ import annotations

import os
import socket
import uuid
from hashlib import sha256
from pathlib import Path

# What tells this machine since it was started, and this set of process numbers, from all others (Linux); a machine
# that does not say is told by its name.
BOOT, NUMBERS = Path("/proc/sys/kernel/random/boot_id"), Path("/proc/self/ns/pid")


def name() -> str:
    """A new name for this process: its machine's, its number's, and one of its own."""
    return f"{socket.gethostname()[:20]}/{_here()}/{os.getpid()}/{uuid.uuid4().hex[:8]}"


def ended(worker: str) -> bool:
    """Whether this worker has certainly ended; False where it ran elsewhere, as nobody can say."""
    _, here, number, _ = worker.rsplit("/", 3)
    if here != _here():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _here() -> str:
    try:
        told = BOOT.read_text() + NUMBERS.readlink().as_posix()
    except OSError:
        told = socket.gethostname()
    return sha256(told.encode()).hexdigest()[:12]
