"""Reading answers from Debian's Dovecot, which nobody here wrote: what is kept, marked and known again."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from bot.email.imap import Place
from forum.store.door import Store
from tests.bot.email import boxes
from tests.databases import Files
from tests.ports import free_port

pytestmark = pytest.mark.outside

USER, PASSWORD = "forums", "S3cret-word"
NOBODY = 65534
SECONDS = 30.0

CONFIG = """
base_dir = {folder}/run
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain
first_valid_uid = 1
mail_location = maildir:{folder}/mail
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}
}}
namespace inbox {{
  inbox = yes
}}
service imap-login {{
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
"""
# Who is not root runs all of it as themselves, and cannot be shut into a folder.
UNPRIVILEGED = """
default_internal_user = {me}
default_internal_group = {group}
default_login_user = {me}
service imap-login {{
  chroot =
}}
service anvil {{
  chroot =
}}
"""


class Dovecot:
    """Dovecot with one mailbox, as a ``Box``."""

    def __init__(self, folder: Path, port: int) -> None:
        self._mail = folder / "mail"
        self._numbers = count(1)
        self.place = Place(host="127.0.0.1", port=port, user=USER, password=PASSWORD, tls=False)

    def put(self, raw: bytes) -> None:
        file = self._mail / "tmp" / f"{int(time.time())}.{next(self._numbers)}.test"
        file.write_bytes(raw)
        _give(file)
        file.rename(self._mail / "new" / file.name)

    def seen(self) -> int:
        return sum("S" in file.name.rpartition(",")[2] for file in (self._mail / "cur").iterdir())

    def renumber(self) -> None:
        """Its index and numbers are lost, as after a restoring of the server."""
        for file in self._mail.glob("dovecot*"):
            file.unlink()
        time.sleep(1.1)  # the next numbering is named by the second in which it begins


def _give(path: Path) -> None:
    if os.getuid() == 0:
        os.chown(path, NOBODY, NOBODY)


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    program = shutil.which("dovecot", path=f"{os.environ['PATH']}:/usr/sbin")
    assert program is not None, "Debian's dovecot-imapd is missing: apt-get install dovecot-imapd"
    folder = Path(tempfile.mkdtemp(prefix="dovecot"))
    folder.chmod(0o755)
    for name in ("mail", "mail/tmp", "mail/new", "mail/cur"):
        (folder / name).mkdir()
        _give(folder / name)
    port = free_port()
    root = os.getuid() == 0
    mine = {"uid": NOBODY, "gid": NOBODY} if root else {"uid": os.getuid(), "gid": os.getgid()}
    config = CONFIG.format(folder=folder, port=port, password=PASSWORD, **mine)
    if not root:
        config += UNPRIVILEGED.format(me=os.getuid(), group=os.getgid())
    (folder / "dovecot.conf").write_text(config)
    process = subprocess.Popen([program, "-F", "-c", str(folder / "dovecot.conf")])
    try:
        _wait(port, process, folder)
        yield Dovecot(folder, port)
    finally:
        process.terminate()
        process.wait(timeout=SECONDS)
        shutil.rmtree(folder, ignore_errors=True)


def _wait(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    log = folder / "log"
    raise RuntimeError(f"Dovecot did not begin: {log.read_text() if log.exists() else 'it says nothing'}")


@pytest.fixture
def memory(sqlite_databases: Files) -> Iterator[Store]:
    yield from boxes.memory(sqlite_databases)


async def test_what_comes_is_collected_once(dovecot: Dovecot, memory: Store) -> None:
    await boxes.collects_what_comes_and_nothing_twice(dovecot, memory)


async def test_of_a_giant_the_beginning_is_taken(dovecot: Dovecot, memory: Store) -> None:
    await boxes.takes_the_beginning_of_a_giant(dovecot, memory)


async def test_who_is_not_let_in(dovecot: Dovecot, memory: Store) -> None:
    await boxes.says_who_is_not_let_in(dovecot, memory)
