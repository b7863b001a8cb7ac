"""Searching: finished reports are looked through for erased words, one after another, beside the other work."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import structlog

from forum import searching
from forum.policies import Policy
from forum.searching import Found
from forum.store.door import Store
from forum.times import Clock, at

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class Searching:
    """Looks through the reports of one forum."""

    store: Store
    forum: str
    policy: Policy
    clock: Clock

    async def step(self) -> int:
        """Look through all that wait; answers how many they were."""
        waiting = await self.store.read(searching.due, self.forum)
        for number in waiting:
            content, phrases = await self.store.read(searching.content, number)
            found = await asyncio.to_thread(look, content, phrases)
            await self.store.do(searching.keep, number, found, at=at(self.clock, self.policy))
            log.info("a finished report was searched", action="record.searched", id=number, found=found.value)
        return len(waiting)


def look(content: bytes | None, phrases: list[str]) -> Found:
    """Whether a file holds any of these phrases (``searching.phrases``); one that is kept no more does."""
    from words.reports import looking

    if content is None:
        return Found.HOLDS
    try:
        return Found.HOLDS if searching.holds(looking.text(content), phrases) else Found.NOTHING
    except looking.Unreadable:
        return Found.UNREADABLE
