"""The works: all that one process does for its forums, over one memory, with one engine."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence

from forum.leases import Hand
from forum.store.door import Store
from service.engines.engine import Engine
from service.leasing import Leasing
from service.outfit import Outfit
from service.schedule import TICKS
from service.service import Service

ALL_HANDS = frozenset(Hand)


class Works:
    """The forums' services in this process; ``hands``: the only ones that it may do the work of."""

    def __init__(
        self,
        outfits: Sequence[Outfit],
        store: Store,
        engine: Engine,
        *,
        hands: Collection[Hand] = ALL_HANDS,
        seconds: Mapping[str, float] = TICKS,
    ) -> None:
        self.services = [Service(one, engine, seconds=seconds) for one in outfits]
        charges = [one for service in self.services for one in service.charges() if one.wanted.hand in hands]
        self._engine, self._leasing = engine, Leasing(store, charges)

    async def start(self) -> None:
        """Take up what nobody does, settle what an earlier process left of it, and begin to work. Raises the store's
        errors."""
        # Together, so that hundreds of forums share a few commits.
        await asyncio.gather(*(service.prepare() for service in self.services))
        await self._engine.start()
        await self._leasing.start()
        for place, service in enumerate(self.services):
            service.start(spread=place / len(self.services))

    async def stop(self) -> None:
        """End within three seconds; what could not be finished is in the memory, and goes on elsewhere or at the next
        start."""
        for service in self.services:
            service.rest()
        await self._leasing.stop()
        for service in self.services:
            service.close()
        await self._engine.stop()
