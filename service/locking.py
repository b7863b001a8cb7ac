"""Locking down from the command line: done at once, or by the service that holds the memory, within seconds."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from config.policies import policy
from config.settings import Settings
from forum import lockdown
from forum.people import ChannelName
from forum.store import migrate
from forum.store.door import Store
from forum.store.errors import AlreadyOpen
from forum.times import At, Clock, at, real

# The service looks every five seconds; whoever waits longer than this for it is told so.
SECONDS = 60.0


class NotTaken(Exception):
    """The running service did not take the lockdown up: stop it, and run this once more."""


@dataclass(frozen=True)
class Done:
    """What a lockdown came to; ``told`` is None where the running service did it, and the list of what passed."""

    told: int | None
    untold: list[str]
    passed: list[dict[str, Any]]

    def lines(self, channel: str) -> list[str]:
        """What it came to, and what is to be done next, for a terminal."""
        told = "are told" if self.told is None else f"told: {self.told}"
        found = [f"{channel} is locked: all links and buttons are dead. Members {told} by their other way."]
        if self.untold:
            found.append(f"There is no other way to: {', '.join(self.untold)}")
        return [*found, "Give it a new secret, stop the service, run `forumbot unlock`, and start the service again."]


def requests(url: str) -> Path | None:
    """Where a command asks the running service for a lockdown; None on PostgreSQL, where it needs nobody's help."""
    return Path(f"{url.removeprefix('sqlite:///')}.lockdown") if url.startswith("sqlite") else None


def mark(settings: Settings, channel: str) -> str:
    """By which a channel's secret is known again, without being told."""
    secret = settings.email.password if channel == ChannelName.EMAIL else settings.telegram.token
    return hashlib.sha256(f"{settings.forum.key}/{secret.get_secret_value()}".encode()).hexdigest()


def lock_once(settings: Settings, channel: str, *, since: datetime, clock: Clock = real) -> Done:
    """Lock a channel down, and list what passed since a moment.

    Raises NotTaken and the store's errors.
    """
    url, key = settings.database.url, settings.forum.key
    migrate.check(url)
    told, untold = None, list[str]()
    moment = at(clock, policy(settings))
    try:
        with Store.open(url) as store:
            found = store.do_now(lockdown.lock, key, channel, mark=mark(settings, channel), at=moment)
            told, untold = found.told, found.untold
    except AlreadyOpen:
        _ask(url, {"forum": key, "channel": channel, "mark": mark(settings, channel)})
    with Store.open(url, reading=True) as store:
        rows = store.read_now(lockdown.passed, key, since=since)
    return Done(told, untold, [asdict(row) for row in rows])


def _ask(url: str, wanted: dict[str, str]) -> None:
    place = requests(url)
    assert place is not None  # noqa: S101 (only a file is held by one process)
    place.touch(mode=0o600)
    place.write_bytes(orjson.dumps(wanted))
    until = time.monotonic() + SECONDS
    while place.exists():
        if time.monotonic() > until:
            place.unlink(missing_ok=True)
            raise NotTaken
        time.sleep(0.2)


async def take(store: Store, forum: str, place: Path | None, *, moment: Callable[[], At]) -> bool:
    """Do what was asked of this process for its forum; False where nothing was."""
    wanted = await asyncio.to_thread(_asked, place, forum) if place else None
    if place is None or wanted is None:
        return False
    await store.do(lockdown.lock, forum, wanted["channel"], mark=wanted["mark"], at=moment())
    await asyncio.to_thread(place.unlink, missing_ok=True)
    return True


def _asked(place: Path, forum: str) -> dict[str, str] | None:
    """What a command asks of this forum; None where it asks nothing, or is writing it just now."""
    try:
        found = orjson.loads(place.read_bytes())
        wanted = {"channel": ChannelName(found["channel"]).value, "mark": str(found["mark"])}
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
    return wanted if found.get("forum") == forum else None


def unlock_once(settings: Settings, *, clock: Clock = real) -> str:
    """Let the locked channel be used again; answers which it was.

    Raises NotLocked, SecretNotChanged and the store's errors.
    """
    migrate.check(settings.database.url)
    with Store.open(settings.database.url) as store:
        moment = at(clock, policy(settings))
        channel = store.do_now(lockdown.locked, settings.forum.key)
        return store.do_now(lockdown.unlock, settings.forum.key, mark=mark(settings, channel or ""), at=moment)
