"""Push: what the forum decided is written to the workspace, each thing once, and never over somebody's change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

import structlog

from forum import evidence, operations, times
from forum.policies import Policy
from forum.store.door import Store
from forum.times import At
from sync import taking_up, theirs, writes
from sync.aside import aside
from sync.attempts import Attempt, Clash, End, Write, Written
from sync.owning import USUAL, Owners
from sync.workspace import TryAgain, Unreachable, Workspace, WorkspaceError

log = structlog.get_logger()

# No round of writes takes so long, its time limits and repeats included: whoever took them up is gone.
LEASE = timedelta(minutes=15)


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
        owners: Owners = USUAL,
        after: Callable[[], None] = lambda: None,
    ) -> None:
        self._store, self._forum, self._workspace, self._clock = store, forum, workspace, clock
        self._policy, self._owners, self._after = policy, owners, after

    async def recover(self) -> int:
        """At the start, before anything is drained: what an earlier process was writing is tried again."""
        return await self._store.do(operations.recover, self._forum, claimed_before=times.real())

    async def drain(self) -> int:
        """Write all that is due, many in a call; answers how many operations were tried or put off."""
        await self._store.do(operations.recover, self._forum, claimed_before=times.real() - LEASE)
        count = 0
        while taken := await self._take_up():
            count += len(taken)
            try:
                down = await self._settle(taken)
                if down is not None:
                    wait = down.retry_after
                    count += await self._store.do(writes.put_off_all, self._forum, seconds=wait, at=self._at())
                    break
            finally:
                self._after()
        return count

    async def _take_up(self) -> Sequence[Write]:
        return await self._store.do(taking_up.take_up, self._forum, at=self._at(), owners=self._owners)

    async def _settle(self, taken: Sequence[Write]) -> Unreachable | None:
        """Write these, and keep what became of each; answers why the rest need not be tried now, if so."""
        attempts = [Attempt(write) for write in taken]
        while any(one.end is None for one in attempts):
            await self._look([one for one in attempts if one.end is None and one.looking])
            await self._attach([one for one in attempts if one.end is None and not one.looking and one.bare])
            await self._forget([one for one in attempts if one.end is None and one.write.forget])
            await self._write([one for one in attempts if one.end is None and not one.looking and not one.lost])
            await self._make_anew([one for one in attempts if one.lost])
        ended = [(one.write, one.end) for one in attempts if one.end is not None]
        await self._store.do(writes.settle, self._forum, ended, at=self._at())
        for write, end in ended:
            _log(write, end)
        return max((end for _, end in ended if isinstance(end, Unreachable)), key=_wish, default=None)

    async def _look(self, attempts: Sequence[Attempt]) -> None:
        if not attempts:
            return
        answers = await aside(self._workspace.find, [one.sought() for one in attempts])
        for one, answer in zip(attempts, answers, strict=True):
            one.found(answer)
        news = [(one.write.noun, one.row) for one in attempts if one.news and one.row is not None]
        await self._store.do(theirs.take_in, self._forum, news, now=self._clock(), owners=self._owners)
        over = [one.overruling() for one in attempts if one.overruled]
        await self._store.do(theirs.overrule, self._forum, over, now=self._clock())

    async def _write(self, attempts: Sequence[Attempt]) -> None:
        if not attempts:
            return
        answers = await aside(self._workspace.write, [one.change() for one in attempts])
        for one, answer in zip(attempts, answers, strict=True):
            one.wrote(answer)

    async def _attach(self, attempts: Sequence[Attempt]) -> None:
        """The bytes go first, under a name of their own: a repeat lies over them, and then their row is filled in."""
        for one in attempts:
            content = await self._store.read(evidence.content, self._forum, one.write.noun_id)
            try:
                one.attached(await aside(self._workspace.attach, one.file(), content))
            except WorkspaceError as error:
                one.attached(error)

    async def _forget(self, attempts: Sequence[Attempt]) -> None:
        """Words that were erased leave the rows' history; it was written over before, as a row's writes keep order."""
        for one in attempts:
            try:
                await aside(self._workspace.forget, one.sought(), one.write.forget)
                one.forgotten(None)
            except WorkspaceError as error:
                one.forgotten(error)

    async def _make_anew(self, attempts: Sequence[Attempt]) -> None:
        for one in attempts:
            one.begin(await self._store.do(taking_up.row_gone, one.write, now=self._clock(), owners=self._owners))

    def _at(self) -> At:
        return times.at(self._clock, self._policy)


def _wish(error: Unreachable) -> float:
    return error.retry_after


def _log(write: Write, end: End) -> None:
    """The trouble's name alone: what the site says of it may repeat what somebody wrote."""
    if isinstance(end, Written):
        return
    outcome = "conflict" if isinstance(end, Clash) else "waits" if isinstance(end, TryAgain) else "failed"
    log.warning(
        "a write did not go through",
        action=f"push.{outcome}",
        noun=write.noun,
        operation=write.operation_id,
        trouble=type(end).__name__,
    )
