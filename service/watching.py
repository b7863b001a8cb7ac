"""Watching: whether what the forum relies on still works, looked at once a minute and told to the coordinators."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from forum import alarms, pulses
from forum.alarms import Watched
from forum.policies import Policy
from forum.pulses import Part
from forum.store.door import Store
from forum.times import Clock, at
from service.backups import Backups


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

    async def tick(self) -> None:
        """Look, and tell what has begun, lasts, or is over."""
        await self.store.do(self._tick, self.backups.newest() if self.backups else None)

    def _tick(self, session: Session, backed_up: datetime | None) -> None:
        moment = at(self.clock, self.policy)
        seen = Watched(
            real=moment.real,
            begun=self.begun,
            parts=self.parts,
            beats=pulses.last(session, self.forum),
            backups=self.backups is not None,
            backed_up=backed_up,
        )
        alarms.tick(session, self.forum, alarms.standing(seen), at=moment, policy=self.policy)
