"""Push: what the forum decided is written to the workspace, each thing once, and never over somebody's change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import structlog

from forum import operations, times
from forum.policies import Policy
from forum.store.door import Store
from forum.times import At
from sync import conflicts, writes
from sync.aside import aside
from sync.workspace import (
    Gone,
    KeyTaken,
    Rejected,
    Row,
    Stale,
    TryAgain,
    Unreachable,
    Workspace,
    WriteInDoubt,
)
from sync.writes import Write, Written

log = structlog.get_logger()

# A row that is changed under our hands so often in a row is left alone for a while.
TURNS = 3
# No write takes so long, its time limits and repeats included: whoever took it up is gone.
LEASE = timedelta(minutes=10)


class Clash(Exception):
    """Somebody changed the same fields of the row."""

    def __init__(self, row: Row, fields: tuple[str, ...]) -> None:
        super().__init__(", ".join(fields))
        self.row, self.fields = row, fields


class Push:
    """Writes the forum's open operations. ``after`` is called when messages may have been let go.

    One ``drain`` at a time in one process; across processes an operation is taken up by one of them only.
    """

    def __init__(
        self,
        store: Store,
        forum: str,
        workspace: Workspace,
        clock: times.Clock,
        policy: Policy,
        *,
        after: Callable[[], None] = lambda: None,
    ) -> None:
        self._store, self._forum, self._workspace, self._clock = store, forum, workspace, clock
        self._policy, self._after = policy, after

    async def recover(self) -> int:
        """At the start, before anything is drained: what an earlier process was writing is tried again."""
        return await self._store.do(operations.recover, self._forum, claimed_before=times.real())

    async def drain(self) -> int:
        """Write all that is due; answers how many operations were tried or put off."""
        await self._store.do(operations.recover, self._forum, claimed_before=times.real() - LEASE)
        count = 0
        while (write := await self._store.do(writes.take_up, self._forum, real=times.real())) is not None:
            count += 1
            try:
                await self._settle(write)
            except Unreachable as error:
                count += await self._store.do(writes.put_off_all, self._forum, seconds=error.retry_after, at=self._at())
                break
            finally:
                self._after()
        return count

    async def _settle(self, write: Write) -> None:
        """Write it, and keep what became of it. Raises Unreachable, with the write put off."""
        try:
            written = await self._write(write)
        except (TryAgain, Stale) as error:
            _log("waits", write, error)
            await self._store.do(writes.put_off, write, str(error), seconds=error.retry_after, at=self._at())
            if isinstance(error, Unreachable):
                raise
        except Clash as clash:
            _log("conflict", write, clash)
            await self._store.do(writes.conflict, write, clash.row, clash.fields, at=self._at())
        except (Rejected, Gone, KeyTaken) as error:
            _log("failed", write, error)
            await self._store.do(writes.failed, write, error, at=self._at())
        else:
            await self._store.do(writes.done, write, written, now=self._clock())

    async def _write(self, write: Write) -> Written:
        if write.item_id is not None:
            try:
                return await self._update(write, write.item_id, write.etag)
            except Gone:
                if not write.key:
                    raise
                write = await self._store.do(writes.row_gone, write, now=self._clock())
        if not write.key:
            raise Gone(f"{write.noun} has no row there")
        return await self._create(write)

    async def _create(self, write: Write) -> Written:
        """Make the row. After any doubt the key is looked up first, and a row that is there is made right."""
        found = await aside(self._workspace.by_key, write.noun, write.key) if write.again else None
        if found is None:
            try:
                item_id, etag = await aside(self._workspace.create, write.noun, write.key, write.values)
                return Written(item_id, etag)
            except KeyTaken:
                found = await aside(self._workspace.by_key, write.noun, write.key)
                if found is None:
                    raise
        if conflicts.merge(write.base, found.values, write.values).written:
            return Written(found.item_id, found.etag, found)
        etag = await aside(self._workspace.update, write.noun, found.item_id, found.etag, write.values)
        return Written(found.item_id, etag, found)

    async def _update(self, write: Write, item_id: int, etag: str) -> Written:
        """Change the row if it is as we know it; else see who changed what, and change it as it is now."""
        row: Row | None = None
        for _ in range(TURNS):
            try:
                etag = await aside(self._workspace.update, write.noun, item_id, etag, write.values)
                return Written(item_id, etag, row)
            except Stale:
                row = await aside(self._workspace.row, write.noun, item_id)
            merged = conflicts.merge(write.base, row.values, write.values)
            if merged.clashing:
                raise Clash(row, merged.clashing)
            await self._store.do(writes.take_theirs, self._forum, write.noun, row, now=self._clock())
            if merged.written:
                return Written(item_id, row.etag, row)
            etag = row.etag
        raise WriteInDoubt("the row keeps changing")

    def _at(self) -> At:
        return times.at(self._clock, self._policy)


def _log(outcome: str, write: Write, error: Exception) -> None:
    """The trouble's name alone: what the site says of it may repeat what somebody wrote."""
    log.warning(
        "a write did not go through",
        action=f"push.{outcome}",
        noun=write.noun,
        operation=write.operation_id,
        trouble=type(error).__name__,
    )
