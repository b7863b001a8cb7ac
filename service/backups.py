"""Backups: made once a day into a folder while the service runs, the oldest put away; or once, by a command."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import structlog

from config.policies import policy
from config.settings import Settings
from forum import restoring
from forum.store import backup as store_backup
from forum.store.backup import Kept
from forum.store.door import Store
from forum.store.errors import StoreError
from forum.times import Clock, real

log = structlog.get_logger()

DAILY = timedelta(hours=24)
# Files of ours are known by their names: no others are ever put away.
NAME, PATTERN = "forumbot-%Y%m%dT%H%M%SZ.backup", "forumbot-*.backup"


@dataclass(frozen=True, kw_only=True)
class Backups:
    """Backups of the memory at ``url`` in ``folder``, the newest ``keep`` of them; ``real``: real time."""

    url: str
    folder: Path
    keep: int
    real: Clock = real

    async def tick(self) -> None:
        """Make one where the newest is a day old; a trouble is logged, and tried again at the next tick."""
        newest = self.newest()
        if newest is None or self.real() - newest >= DAILY:
            try:
                await asyncio.to_thread(self.make)
            except StoreError as trouble:
                log.warning("no backup was made", action="backup.trouble", trouble=type(trouble).__name__)

    def make(self) -> Kept:
        """Make one now, then put away all but the newest. Raises the store's errors."""
        now = self.real()
        kept = store_backup.backup(self.url, self.folder / now.strftime(NAME), real=now)
        for old in self._all()[: -self.keep]:
            old.unlink()
        log.info("a backup was made", action="backup.made", bytes=kept.size, rows=sum(kept.rows.values()))
        return kept

    def newest(self) -> datetime | None:
        """When the newest was made; None: there is none."""
        found = self._all()
        return datetime.strptime(found[-1].name, NAME).replace(tzinfo=UTC) if found else None

    def _all(self) -> list[Path]:
        return sorted(self.folder.glob(PATTERN))


def backups(settings: Settings) -> Backups | None:
    """The backups that these settings ask for; None: none."""
    wanted = settings.backup
    if wanted.folder is None:
        return None
    return Backups(url=settings.database.url, folder=wanted.folder, keep=wanted.keep)


def backup_once(settings: Settings, out: Path | None) -> dict[str, Any]:
    """Make a backup now, in ``out`` or else among the daily ones; answers what it holds. Raises the store's errors."""
    file = out or (settings.backup.folder or Path()) / real().strftime(NAME)
    return _told(file, store_backup.backup(settings.database.url, file, real=real()))


def restore_once(settings: Settings, file: Path) -> dict[str, Any]:
    """Lay out a backup in the empty database that the settings name; all its forums are silent then. Answers what it
    held, and how many messages are in doubt. Raises the store's errors."""
    kept = store_backup.restore(file, settings.database.url)
    with Store.open(settings.database.url) as store:
        doubted = store.do_now(restoring.settle, made_at=kept.made_at, now=real(), policy=policy(settings))
    return {**_told(file, kept), "messages in doubt": doubted}


def _told(file: Path, kept: Kept) -> dict[str, Any]:
    return {
        "file": str(file),
        "made at": kept.made_at.isoformat(timespec="seconds"),
        "rows": sum(kept.rows.values()),
        "bytes": kept.size,
        "sha256": kept.sha256,
    }
