"""Watching: whether what the forum relies on still works, looked at once a minute and told to the coordinators."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import structlog
from sqlalchemy.orm import Session

from forum import alarms, pulses, skew
from forum.alarms import Watched
from forum.policies import Policy
from forum.pulses import Part
from forum.store.door import Store
from forum.times import Clock, at
from service.backups import Backups
from sync.sharepoint import certificate
from sync.workspace import SignInFailed

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class Watching:
    """Watches one forum from the moment ``begun`` (real time). ``parts``: which parts there are."""

    store: Store
    forum: str
    policy: Policy
    clock: Clock
    begun: datetime
    parts: frozenset[Part]
    backups: Backups | None
    certificate: Path | None

    async def tick(self) -> None:
        """Look, and tell what has begun, lasts, or is over."""
        files = await asyncio.to_thread(self._files)
        await self.store.patiently(self._tick, *files)

    def _files(self) -> tuple[datetime | None, datetime | None]:
        """When the newest backup was made, and when the certificate ends, which may have been renewed meanwhile. One
        that cannot be read is told of by the reading of the site."""
        ends = None
        if self.certificate is not None:
            with suppress(SignInFailed):
                ends = certificate.ends(self.certificate)
        return self.backups.newest() if self.backups else None, ends

    def _tick(self, session: Session, backed_up: datetime | None, certificate_ends: datetime | None) -> None:
        moment = at(self.clock, self.policy)
        beats, before = pulses.last(session, self.forum), alarms.lasting(session, self.forum)
        seen = Watched(
            real=moment.real,
            begun=self.begun,
            parts=self.parts,
            beats=beats,
            backups=self.backups is not None,
            backed_up=backed_up,
            certificate_ends=certificate_ends,
            skew=skew.seen(beats, real=moment.real),
            lasting=before,
        )
        found = alarms.standing(seen)
        alarms.tick(session, self.forum, found, at=moment, policy=self.policy)
        for trouble in found.keys() - set(before):
            # Where it is the way to the coordinators that does not work, this line and /readyz say it.
            log.error("something has stopped working", action="alarm.begun", forum=self.forum, trouble=trouble.value)
