"""Fetching: the bytes of files that members gave are taken from the channel into the forum's memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import structlog

from bot.channel import Channel, SendTrouble, TryLater
from forum import bringing, evidence
from forum.bringing import BroughtReport
from forum.evidence import Evidence
from forum.policies import Policy
from forum.store.door import Store
from forum.times import Clock, at, real

log = structlog.get_logger()


@dataclass(frozen=True)
class Keeper:
    """What wants files: which wait, and what becomes of each."""

    to_fetch: Callable[..., Sequence[Evidence | BroughtReport]]
    fetched: Callable[..., None]
    not_yet: Callable[..., None]
    lost: Callable[..., None]


KEEPERS = tuple(Keeper(one.to_fetch, one.fetched, one.not_yet, one.lost) for one in (evidence, bringing))


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
        tried = 0
        for keeper in KEEPERS:
            waiting = await self.store.read(keeper.to_fetch, self.forum, self.channel.name, real=real())
            for piece in waiting:
                await self._fetch(keeper, piece.id, piece.external_id)
            tried += len(waiting)
        return tried

    async def _fetch(self, keeper: Keeper, number: int, external_id: str) -> None:
        try:
            content = await self.channel.fetch(external_id)
        except SendTrouble as trouble:
            log.warning("a file was not fetched", action="fetching.trouble", id=number, why=type(trouble).__name__)
            moment = at(self.clock, self.policy)
            if isinstance(trouble, TryLater):
                await self.store.do(keeper.not_yet, number, seconds=trouble.seconds, at=moment)
            else:
                await self.store.do(keeper.lost, number, type(trouble).__name__, at=moment)
        else:
            await self.store.do(keeper.fetched, number, content, at=at(self.clock, self.policy))
