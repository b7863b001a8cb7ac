"""Reading one list: from its beginning, or only what changed; each page is taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from forum import baselines, times
from forum.baselines import ListState, WorkspaceList
from forum.findings import Finding
from forum.store.door import Store
from sync.aside import aside
from sync.lists import WATCHED
from sync.roster import Roster, Tally
from sync.watching import Watch
from sync.workspace import ListFit, Row, TokenUnknown, Workspace

# The site's log of changes reaches back 60 days, and older places in it may be answered with silence instead of an
# error; so a token is not trusted for that long.
TOKEN_LIVES = timedelta(days=45)
# So many rows are taken in at once: whoever else writes to the forum's memory waits for no more.
AT_ONCE = 200
# Of a list of more rows than this, no more than this share is believed to have vanished at once.
SMALL, SHARE = 10, 0.2


class Reading:
    """One list being read. What was taken in stays when a trouble ends the reading; the token is kept only at its
    end, so that the next one repeats what this one missed."""

    def __init__(self, store: Store, forum: str, workspace: Workspace, *, fit: ListFit, now: datetime) -> None:
        self._store, self._forum, self._workspace, self._fit, self._now = store, forum, workspace, fit, now
        self.tally = Tally()
        self.read = 0
        self.whole = False
        self.reason: Finding | None = None

    async def run(self, *, full: bool) -> None:
        """Read what changed since the last time; everything where that is not known, or ``full``. Raises
        WorkspaceError."""
        token, self.reason = await self._store.do(_begin, self._forum, self._fit, real=times.real())
        if not self.reason and not (token and not full and await self._changes(token)):
            await self._everything()

    async def _changes(self, token: str) -> bool:
        """False where the site does not know the token any more."""
        at = times.real()
        noun = self._fit.noun
        try:
            changes = await aside(self._workspace.changes, noun, token)
        except TokenUnknown:
            return False
        rows = await aside(self._workspace.rows, noun, changes.changed)
        vanished = set(changes.changed) - {row.item_id for row in rows}
        await self._take(rows)
        await self._drop([*changes.gone, *vanished])
        await self._done(changes.token, at)
        return True

    async def _everything(self) -> None:
        """The token comes first: what changes while the list is read is in the log after it."""
        self.whole, at = True, times.real()
        token = await aside(self._workspace.token, self._fit.noun)
        pages, seen = iter(self._workspace.pages(self._fit.noun)), set[int]()
        while (page := await aside(next, pages, None)) is not None:
            await self._take(page)
            seen.update(row.item_id for row in page)
        known = await self._store.read(_alive, self._forum, self._fit.noun)
        gone = sorted(known - seen)
        if len(known) > SMALL and len(gone) > SHARE * len(known):
            self.reason = Finding("rows-vanished", {"list": self._fit.title, "gone": len(gone), "known": len(known)})
        else:
            await self._drop(gone)
        await self._done(token, at)

    async def _take(self, rows: Sequence[Row]) -> None:
        for start in range(0, len(rows), AT_ONCE):
            part = rows[start : start + AT_ONCE]
            self._add(await self._store.do(_take, self._forum, self._fit.noun, part, now=self._now, whole=self.whole))
        self.read += len(rows)

    async def _drop(self, item_ids: Sequence[int]) -> None:
        if item_ids:
            self._add(await self._store.do(_drop, self._forum, self._fit.noun, item_ids, now=self._now))

    def _add(self, tally: Tally) -> None:
        self.tally.created += tally.created
        self.tally.changed += tally.changed
        self.tally.gone += tally.gone
        self.tally.replaced |= tally.replaced

    async def _done(self, token: str, at: datetime) -> None:
        await self._store.do(_done, self._forum, self._fit.noun, token=token, at=at, reason=self.reason)


def _begin(session: Session, forum: str, fit: ListFit, *, real: datetime) -> tuple[str, Finding | None]:
    """The token to go on from (empty: there is none to be trusted), or the reason not to read the list."""
    known = baselines.list_of(session, forum, fit.noun)
    if known.list_id and known.list_id != fit.list_id:
        reason = Finding("list-replaced", {"list": fit.title})
        known.state, known.reason = ListState.STOPPED, reason.kept
        return "", reason
    remember(known, fit)
    fresh = known.token_at is not None and real - known.token_at < TOKEN_LIVES
    return (known.change_token if fresh and known.state is ListState.READ else ""), None


def remember(known: WorkspaceList, fit: ListFit) -> None:
    """Keep which list it is, and what people call it and its columns."""
    known.list_id, known.title, known.row_link = fit.list_id, fit.title, fit.row_link
    known.columns = dict(fit.columns)


def _take(session: Session, forum: str, noun: str, rows: Sequence[Row], *, now: datetime, whole: bool) -> Tally:
    return _hand(session, forum, noun, now=now).take(rows, whole=whole)


def _drop(session: Session, forum: str, noun: str, item_ids: Sequence[int], *, now: datetime) -> Tally:
    return _hand(session, forum, noun, now=now).drop(item_ids)


def _hand(session: Session, forum: str, noun: str, *, now: datetime) -> Roster | Watch:
    """Rows of people become nouns; rows of ours are only looked after."""
    return (Watch if noun in WATCHED else Roster)(session, forum, noun, now=now)


def _alive(session: Session, forum: str, noun: str) -> set[int]:
    return {base.item_id for base in baselines.alive(session, forum, noun)}


def _done(session: Session, forum: str, noun: str, *, token: str, at: datetime, reason: Finding | None) -> None:
    known = baselines.list_of(session, forum, noun)
    known.change_token, known.token_at, known.read_at = token, at, at
    known.state, known.reason = ListState.READ, reason.kept if reason else {}
