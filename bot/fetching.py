"""Fetching: the bytes of files that members gave are taken from the channel into the forum's memory."""

from __future__ import annotations

from dataclasses import dataclass

import structlog

from bot.channel import Channel, SendTrouble, TryLater
from forum import evidence
from forum.evidence import Evidence
from forum.policies import Policy
from forum.store.door import Store
from forum.times import Clock, at, real

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class Fetching:
    """Fetches what one channel holds for the forum."""

    store: Store
    forum: str
    channel: Channel
    policy: Policy
    clock: Clock

    async def step(self) -> int:
        """Fetch a few files, one after the other; answers how many were tried."""
        waiting = await self.store.read(evidence.to_fetch, self.forum, self.channel.name, real=real())
        for piece in waiting:
            await self._fetch(piece)
        return len(waiting)

    async def _fetch(self, piece: Evidence) -> None:
        try:
            content = await self.channel.fetch(piece.external_id)
        except SendTrouble as trouble:
            log.warning("a file was not fetched", action="fetching.trouble", id=piece.id, why=type(trouble).__name__)
            moment = at(self.clock, self.policy)
            if isinstance(trouble, TryLater):
                await self.store.do(evidence.not_yet, piece.id, seconds=trouble.seconds, at=moment)
            else:
                await self.store.do(evidence.lost, piece.id, type(trouble).__name__, at=moment)
        else:
            await self.store.do(evidence.fetched, piece.id, content, at=at(self.clock, self.policy))
