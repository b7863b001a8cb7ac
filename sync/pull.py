"""Pull: what changed on the workspace is taken into the forum, list by list; a trouble with one list stops it alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import structlog
from sqlalchemy.orm import Session

from forum import baselines, findings, operations, shelving, times
from forum.baselines import ListState
from forum.findings import Finding
from forum.store.door import Store
from sync import checkpoints, tidiness
from sync.aside import aside
from sync.lists import LISTS, PULLED, WATCHED
from sync.owning import USUAL, Owners
from sync.reading import Reading
from sync.roster import Roster, naming
from sync.workspace import ListFit, NotAllowed, NotUnderstood, Unreachable, Workspace, WorkspaceError

log = structlog.get_logger()

# Told of a list's title, of so many rows more that were read of it, and of so many more that were taken in; first of
# none, when the list's turn comes.
Seen = Callable[[str, int, int], None]

# Columns are looked at anew so often (real seconds); at once where something did not fit.
LOOK_AGAIN = 600.0
# So many rows are looked through in one unit of work.
AT_ONCE = 500


def unseen(title: str, read: int, taken: int) -> None:
    """Nobody looks on."""


@dataclass(frozen=True, kw_only=True)
class ListReport:
    """What one list brought. ``whole``: it was read from its beginning; ``reason`` (None: none): why it was not
    read, or not to its end; ``flaws``: what cannot be read in it, standing now."""

    noun: str
    title: str
    read: int
    created: int
    changed: int
    gone: int
    whole: bool
    reason: Finding | None
    flaws: tuple[Finding, ...]


@dataclass(frozen=True)
class PullReport:
    """What a pull brought; ``trouble`` (None: none) says why it ended early, ``retry_after`` (seconds) when the
    workspace wants to be asked again at the earliest."""

    lists: tuple[ListReport, ...]
    trouble: Finding | None = None
    retry_after: float = 0.0


class Pull:
    """Takes the workspace's rows into the forum. One ``run`` at a time."""

    def __init__(
        self, store: Store, forum: str, workspace: Workspace, clock: times.Clock, *, owners: Owners = USUAL
    ) -> None:
        self._store, self._forum, self._workspace, self._clock = store, forum, workspace, clock
        self._owners = owners
        self._fits: Mapping[str, ListFit] = {}
        self._look_at = 0.0

    async def run(self, *, full: bool = False, seen: Seen = unseen) -> PullReport:
        """Read what changed since the last time, or (``full``, and the first time) everything, as ``seen`` is told.

        Whatever was read before a trouble stays; the next run repeats what this one could not end.
        """
        readings: dict[str, Reading] = {}
        trouble: Finding | None = None
        retry_after = 0.0
        try:
            await self._look(full=full)
            for noun in LISTS:
                readings[noun] = Reading(
                    self._store,
                    self._forum,
                    self._workspace,
                    fit=self._fits[noun],
                    now=self._clock(),
                    owners=self._owners,
                )
                readings[noun].seen = partial(seen, self._fits[noun].title)
                await self._read(readings[noun], noun, full=full)
        except WorkspaceError as error:
            trouble, retry_after = error.finding, error.retry_after
            log.warning("a pull ended early", action="pull.trouble", trouble=type(error).__name__)
        replaced = {noun: reading.tally.replaced for noun, reading in readings.items()}
        for noun in await self._store.read(_unsettled, self._forum, replaced):
            await self._settle(noun, replaced)
        if any(reading.whole or reading.read or reading.tally.gone for reading in readings.values()):
            await self._tidy({noun for noun, reading in readings.items() if reading.whole})
        flaws = await self._store.read(_flaws, self._forum)
        lists = tuple(self._report(noun, reading, flaws[noun]) for noun, reading in readings.items())
        return PullReport(lists, trouble, retry_after)

    async def _tidy(self, whole: set[str]) -> None:
        """Hold the rows against each other; a list that was read ``whole`` may be long, and has a unit to itself."""
        day = self._clock().date()
        for nouns in (LISTS.keys() - whole, *({noun} for noun in whole)):
            odd = await self._store.read(tidiness.look, self._forum, nouns, day=day, whole=whole)
            await self._store.do(tidiness.remember, self._forum, odd)

    async def _settle(self, noun: str, replaced: dict[str, set[int]]) -> None:
        """Take in once more the rows that look up what was not there when they were read, or what is another now."""
        after: int | None = 0
        while after is not None:
            after = await self._store.do(
                _settle, self._forum, noun, replaced, after=after, now=self._clock(), owners=self._owners
            )

    async def _look(self, *, full: bool) -> None:
        if full or time.monotonic() >= self._look_at or await self._store.read(baselines.stopped, self._forum):
            self._fits = await aside(self._workspace.open)
            held = await aside(self._workspace.held)
            await self._store.do(_remark, self._forum, self._fits, held)
            stopped = any(fit.reason for fit in self._fits.values())
            self._look_at = 0.0 if stopped else time.monotonic() + LOOK_AGAIN

    async def _read(self, reading: Reading, noun: str, *, full: bool) -> None:
        """Read one list. Raises Unreachable; any other trouble stops this list alone."""
        try:
            reason = self._fits[noun].reason
            if not (reason or self._fits[noun].list_id):
                reason = await self._store.do(_missed, self._forum, self._fits[noun])
                if reason is None:
                    return  # a site may do without this list
            if reason is None and noun in (*PULLED, *WATCHED):
                await reading.run(full=full)
            elif reason is None:
                await self._store.do(_seen, self._forum, self._fits[noun], now=self._clock())
        except NotUnderstood:
            self._look_at = 0.0  # its columns may be others than when they were looked at
            raise
        except Unreachable:
            raise
        except WorkspaceError as error:
            # Most likely a column or the list went away since it was looked at: then there is a better reason.
            await self._look(full=True)
            reason = self._fits[noun].reason or _refused(self._fits[noun], error)
        if reason is not None:
            reading.reason = reason
            log.warning("a list is not read", action="pull.stopped", noun=noun, reason=reason.kind)
            await self._store.do(checkpoints.stop, self._forum, noun, reason)

    def _report(self, noun: str, reading: Reading, flaws: tuple[Finding, ...]) -> ListReport:
        return ListReport(
            noun=noun,
            title=self._fits[noun].title,
            read=reading.read,
            created=reading.tally.created,
            changed=reading.tally.changed,
            gone=reading.tally.gone,
            whole=reading.whole,
            reason=reading.reason,
            flaws=flaws,
        )


def _missed(session: Session, forum: str, fit: ListFit) -> Finding | None:
    """Whether a list that a site may do without was there before: somebody took it away, or our right to see it."""
    if fit.noun == shelving.NOUN and shelving.kept_here(session, forum):
        stays = Finding("evidence-stays", {"list": fit.title})
        baselines.list_of(session, forum, fit.noun).remarks = [stays.kept]
    known = next((one for one in baselines.lists(session, forum) if one.noun == fit.noun), None)
    return Finding("list-not-seen", {"list": known.title}) if known and known.list_id else None


def _refused(fit: ListFit, error: WorkspaceError) -> Finding:
    """The list fits, and yet the site does not hand it out."""
    if isinstance(error, NotAllowed):
        return Finding("list-not-allowed", {"list": fit.title})
    return Finding("list-refused", {"list": fit.title, "detail": error.finding.values["detail"]})


def _seen(session: Session, forum: str, fit: ListFit, *, now: datetime) -> None:
    """A list that is only written to fits."""
    known = baselines.list_of(session, forum, fit.noun)
    anew = known.list_id not in ("", fit.list_id)
    if anew:
        baselines.forget(session, forum, fit.noun)  # rows of the new one have numbers of the old one's
    if fit.noun == shelving.NOUN:
        shelving.shelve(session, forum, now=now, anew=anew)
    checkpoints.remember(known, fit)
    known.state, known.reason = ListState.READ, {}


def _remark(
    session: Session, forum: str, fits: Mapping[str, ListFit], held: Mapping[str, Sequence[Finding]], /
) -> None:
    """Keep what is wrong about the lists themselves, whether they are read or not. What was refused because of it is
    tried again when it is gone."""
    for noun, fit in fits.items():
        if fit.list_id or fit.remarks:
            known = baselines.list_of(session, forum, noun)
            before, known.remarks = known.remarks, [one.kept for one in (*fit.remarks, *held.get(noun, ()))]
            if any(one["kind"] in findings.HINDERING and one not in known.remarks for one in before):
                operations.try_again(session, forum, noun)


def _unsettled(session: Session, forum: str, replaced: dict[str, set[int]]) -> list[str]:
    """The nouns of which a row may look up what is another now, or was not there."""
    missing = {noun for noun, found in baselines.amiss_by_noun(session, forum).items() if any(b.missing for b in found)}
    return [noun for noun in PULLED if noun in missing or _touched(noun, replaced)]


def _touched(noun: str, replaced: dict[str, set[int]]) -> bool:
    return any(replaced.get(one.target) for one in LISTS[noun].fields if one.target)


def _settle(
    session: Session,
    forum: str,
    noun: str,
    replaced: dict[str, set[int]],
    /,
    *,
    after: int,
    now: datetime,
    owners: Owners,
) -> int | None:
    """The rows after this one, as far as one unit of work goes; answers the last (None: there are no more)."""
    found = (baselines.alive if _touched(noun, replaced) else baselines.amiss)(
        session, forum, noun, after=after, limit=AT_ONCE
    )
    Roster(session, forum, noun, now=now, owners=owners).again(naming(found, noun, replaced))
    return found[-1].item_id if len(found) == AT_ONCE else None


def _flaws(session: Session, forum: str) -> dict[str, tuple[Finding, ...]]:
    amiss = baselines.amiss_by_noun(session, forum)
    return {
        noun: tuple(Finding.of(one) for base in amiss.get(noun, ()) for one in findings.of_row(base)) for noun in LISTS
    }
