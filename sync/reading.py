"""Reading one list: from its beginning, where rows land first and are taken in afterwards, or only what changed; once a
week all its versions, lest the log was silent."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import aclosing, contextmanager
from datetime import datetime
from typing import TypeVar

import structlog

from forum import baselines, times
from forum.findings import Finding
from forum.store.door import Store
from forum.times import At
from sync import checkpoints, landing
from sync.aside import ahead, aside
from sync.checkpoints import Begun, Ended, Part
from sync.owning import USUAL, Owners
from sync.roster import Tally
from sync.workspace import ListFit, Row, TokenUnknown, Workspace

log = structlog.get_logger()

T = TypeVar("T")

# So many rows are taken in at once: whoever else writes to the forum's memory waits for no more.
AT_ONCE = 1250
# Who was in these rows may have a chat to be ended and a successor to be asked for.
AWAY_AT_ONCE = 200


class Reading:
    """One list being read; ``seen`` is told how many rows more were read, and how many more taken in. What has landed,
    and what was taken in, stays when a trouble ends the reading: the next one goes on from there if the list was read
    wholly, and else repeats what changed, as the token is kept only at the end."""

    def __init__(
        self,
        store: Store,
        forum: str,
        workspace: Workspace,
        *,
        fit: ListFit,
        now: datetime,
        owners: Owners = USUAL,
    ) -> None:
        self._store, self._forum, self._workspace, self._fit, self._now = store, forum, workspace, fit, now
        self._owners = owners
        self._noun = fit.noun
        self.tally = Tally()
        self.read = 0
        self.whole = False
        self.reason: Finding | None = None
        self.seen: Callable[[int, int], None] = _unseen

    async def run(self, *, full: bool) -> None:
        """Read what changed since the last time; everything where that is not known, or ``full``. Raises
        WorkspaceError."""
        self.seen(0, 0)
        begun = await self._begin(full=full)
        if begun.anew:
            await self._leave()
            begun = await self._begin(full=full)
        self.reason = begun.reason
        if not self.reason and not (begun.token and await self._changes(begun)):
            await self._everything(begun)

    async def _begin(self, *, full: bool) -> Begun:
        return await self._store.do(checkpoints.begin, self._forum, self._fit, at=self._moment(), full=full)

    async def _leave(self) -> None:
        gone: Tally | None = Tally()
        while gone is not None:
            self._add(gone)
            gone = await self._store.do(checkpoints.leave, self._forum, self._noun, now=self._now, limit=AWAY_AT_ONCE)

    async def _changes(self, begun: Begun) -> bool:
        """False where the site does not know the token any more."""
        at = times.real()
        # A list in which nothing happens would go on with its first token until nobody knows it any more.
        renewed = await aside(self._workspace.token, self._noun) if begun.sweep else ""
        try:
            changes = await aside(self._workspace.changes, self._noun, begun.token)
        except TokenUnknown:
            return False
        token = renewed or changes.token
        if begun.calm and (token, begun.sweep) == (begun.token, False) and not (changes.changed or changes.gone):
            return True  # most lists, most of the time: nothing is to be kept
        await self._refetch(changes.changed)
        await self._told_gone(sorted(changes.gone))
        if begun.sweep:
            await self._sweep()
        await self._end(Ended(token, at if token != begun.token else None, swept=begun.sweep))
        return True

    async def _told_gone(self, item_ids: Sequence[int]) -> None:
        if not item_ids:
            return
        many = await self._store.read(checkpoints.too_many, self._forum, self._noun, item_ids)
        await (self._miss if many else self._drop)(item_ids)

    async def _everything(self, begun: Begun) -> None:
        """The token comes first: what changes while the list is read is in the log after it."""
        self.whole, token, at = True, begun.saved, begun.at
        if not token:
            at, token = times.real(), await aside(self._workspace.token, self._noun)
            await self._store.do(checkpoints.start, self._forum, self._noun, token=token, at=at)
        with seldom_collected():
            if not begun.landed:
                await self._land(begun.after)
            await self._take_in(begun.taken)
        await self._store.do(checkpoints.miss_after, self._forum, self._noun, after=None, now=self._now)
        await self._end(Ended(token, at, swept=True))

    async def _land(self, after: int) -> None:
        """Keep page by page, so that the site is asked no longer than it takes to hand the list out."""
        async with aclosing(ahead(self._workspace.pages(self._noun, after=after))) as pages:
            async for page in pages:
                await self._store.do(checkpoints.land, self._forum, self._noun, page)
                self.read += len(page.ids)
                self.seen(len(page.ids), 0)
        await self._store.do(checkpoints.all_landed, self._forum, self._noun)

    async def _take_in(self, after: int) -> None:
        """Take in what has landed."""
        async with aclosing(ahead(self._landed(after))) as parts:
            async for part in parts:
                self._add(await self._take(checkpoints.take_part, part))
                self.seen(0, len(part.rows))

    def _landed(self, after: int) -> Iterator[Part]:
        """For a thread of its own. What was forgotten of a row meanwhile, the workspace is asked for once more."""
        while found := self._store.read_now(landing.after, self._forum, self._noun, after=after, limit=AT_ONCE):
            again = self._workspace.rows(self._noun, found.forgotten)
            after = found.page.last
            yield Part([*found.page.rows(), *again], after)

    async def _sweep(self) -> None:
        """Hold all versions against those known: a log that has silently forgotten our place tells of no change."""
        after, found = 0, 0
        async with aclosing(ahead(self._workspace.etags(self._noun))) as pages:
            async for etags in pages:
                last = max(etags, default=after)
                known = await self._store.read(baselines.between, self._forum, self._noun, after=after, last=last)
                changed = [item for item, etag in etags.items() if known.get(item) != (etag, False)]
                await self._refetch(changed)
                await self._miss(known.keys() - etags.keys())
                after, found = last, found + len(changed)
        await self._store.do(checkpoints.miss_after, self._forum, self._noun, after=after, now=self._now)
        log.info("all versions of a list were looked at", action="pull.swept", noun=self._noun, found=found)

    async def _refetch(self, item_ids: Collection[int]) -> None:
        for wanted in _parts(sorted(item_ids), AT_ONCE):
            rows = await aside(self._workspace.rows, self._noun, wanted)
            self._add(await self._take(checkpoints.take, rows))
            self.read += len(rows)
            self.seen(len(rows), len(rows))
            await self._miss(set(wanted) - {row.item_id for row in rows})

    async def _take(self, verb: Callable[..., Tally], what: Sequence[Row] | Part) -> Tally:
        return await self._store.do(verb, self._forum, self._noun, what, now=self._now, owners=self._owners)

    async def _miss(self, item_ids: Collection[int]) -> None:
        for part in _parts(sorted(item_ids), AT_ONCE):
            await self._store.do(baselines.miss, self._forum, self._noun, part, now=self._now)

    async def _end(self, ended: Ended) -> None:
        """What vanished is taken away first, where it is believed: only after that the list was read to its end."""
        gone = await self._close(ended)
        if gone:
            await self._drop(gone)
            await self._close(ended)

    async def _close(self, ended: Ended) -> Sequence[int]:
        gone, self.reason = await self._store.do(checkpoints.end, self._forum, self._fit, ended, at=self._moment())
        return gone

    def _moment(self) -> At:
        return At(now=self._now, real=times.real(), day=self._now.date())

    async def _drop(self, item_ids: Sequence[int]) -> None:
        for part in _parts(item_ids, AWAY_AT_ONCE):
            self._add(await self._store.do(checkpoints.drop, self._forum, self._noun, part, now=self._now))

    def _add(self, tally: Tally) -> None:
        self.tally.created += tally.created
        self.tally.changed += tally.changed
        self.tally.gone += tally.gone
        self.tally.replaced |= tally.replaced


def _unseen(read: int, taken: int) -> None:
    """Nobody looks on."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for garbage less often meanwhile: the thousands of rows of a page are none, and to go through them again and
    again takes a third of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(200_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _parts(several: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(several), size):
        yield several[start : start + size]
