"""Checkpoints: how far a list was read, kept with what was read in one unit of work; what vanished of it is weighed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from forum import baselines, landed, shrinks
from forum.baselines import ListState, WorkspaceList
from forum.findings import Finding
from forum.shrinks import Word
from forum.times import At
from sync import landing
from sync.lists import WATCHED
from sync.owning import USUAL, Owners
from sync.roster import Roster, Tally
from sync.watching import Watch
from sync.workspace import ListFit, Page, Row

# The site's log of changes reaches back 60 days, and older places in it may be answered with silence instead of an
# error; so a token is not trusted for that long.
TOKEN_LIVES = timedelta(days=45)
# So often all rows are held against what is known of them, whatever the log of changes told.
SWEEP = timedelta(days=7)
# Of a list of more rows than this, no more than this share is believed to have vanished at once.
SMALL, SHARE = 10, 0.2


@dataclass(frozen=True, kw_only=True)
class Begun:
    """How a list is to be read: ``reason`` (None: none) not to; from ``token`` on (empty: wholly). Where a reading that
    began ``at`` with the ``saved`` token was not ended, it goes on: its rows have ``landed``, or those up to ``after``
    have, and those up to ``taken`` were taken in. ``sweep``: it is time.
    ``anew``: another list stands in its place, and the rows of the old one are to be left first. ``calm``: nothing is
    strange about it, so that without changes there is nothing to keep."""

    reason: Finding | None = None
    token: str = ""
    saved: str = ""
    at: datetime | None = None
    after: int = 0
    landed: bool = False
    taken: int = 0
    sweep: bool = False
    anew: bool = False
    calm: bool = False


def begin(session: Session, forum: str, fit: ListFit, *, at: At, full: bool) -> Begun:
    """See how this list is to be read, and remember what people call it. ``full``: wholly, from its beginning."""
    real, known = at.real, baselines.list_of(session, forum, fit.noun)
    if known.list_id and known.list_id != fit.list_id:
        return _replaced(session, forum, fit, known, now=at.now)
    same = known.columns == dict(fit.columns)  # else the rows that were taken in might read otherwise now
    remember(known, fit)
    if known.reading_token and same and not full and _fresh(known.reading_at, real):
        return _going_on(known)
    if known.reading_token:
        landed.give_up(session, known)
    trusted = known.state is ListState.READ and _fresh(known.token_at, real) and not full
    sweep = known.swept_at is None or real - known.swept_at >= SWEEP
    calm = not known.reason and not baselines.vanished(session, forum, fit.noun)
    return Begun(token=known.change_token if trusted else "", sweep=sweep, calm=calm)


def _going_on(known: WorkspaceList) -> Begun:
    return Begun(
        saved=known.reading_token,
        at=known.reading_at,
        after=known.reading_after,
        landed=known.reading_landed,
        taken=known.reading_taken,
    )


def _replaced(session: Session, forum: str, fit: ListFit, known: WorkspaceList, *, now: datetime) -> Begun:
    """A list deleted and made anew numbers its rows from one: who stands for whom in it, nobody can tell. It is not
    read before a coordinator gives up the rows of the old one, if there are any."""
    landed.give_up(session, known)
    count = baselines.known(session, forum, fit.noun)
    if not count:
        return Begun(anew=True)
    shrink = shrinks.arise(session, forum, fit.noun, gone=count, known=count, now=now, list_id=fit.list_id)
    if shrink.word is Word.BELIEVE:
        return Begun(anew=True)
    reason = Finding("list-replaced", {"list": fit.title})
    known.state, known.reason = ListState.STOPPED, reason.kept
    return Begun(reason=reason)


def leave(session: Session, forum: str, noun: str, *, now: datetime, limit: int) -> Tally | None:
    """Take away so many of the rows of a list that is not there any more; None once there are none, and whatever list
    stands in its place is one that was never read. Answers that we wrote there stay as they are, and are written with
    their next version."""
    bases = () if noun in WATCHED else baselines.alive(session, forum, noun, limit=limit)
    if bases:
        return drop(session, forum, noun, [base.item_id for base in bases], now=now)
    baselines.forget(session, forum, noun)
    shrinks.end(session, forum, noun)
    known = baselines.list_of(session, forum, noun)
    known.list_id, known.change_token, known.token_at, known.swept_at = "", "", None, None
    landed.give_up(session, known)
    return None


def stop(session: Session, forum: str, noun: str, reason: Finding) -> None:
    """The list is not in use, and the coordinators are to hear why."""
    known = baselines.list_of(session, forum, noun)
    known.state, known.reason = ListState.STOPPED, reason.kept
    if known.reading_token:
        landed.give_up(session, known)  # nobody knows when it will be read again


def remember(known: WorkspaceList, fit: ListFit) -> None:
    """Keep which list it is, and what people call it and its columns."""
    known.list_id, known.title, known.row_link = fit.list_id, fit.title, fit.row_link
    known.columns = dict(fit.columns)


def start(session: Session, forum: str, noun: str, *, token: str, at: datetime) -> None:
    """A list is read wholly from here on; what changes meanwhile is in the log after ``token``."""
    known = baselines.list_of(session, forum, noun)
    landed.give_up(session, known)
    known.reading_token, known.reading_at = token, at


def land(session: Session, forum: str, noun: str, page: Page) -> None:
    """Keep the rows of a page. Raises NotUnderstood."""
    known = baselines.list_of(session, forum, noun)
    landing.land(session, known, page)
    known.reading_after = page.last


def all_landed(session: Session, forum: str, noun: str) -> None:
    """There are no more pages."""
    baselines.list_of(session, forum, noun).reading_landed = True


def take(
    session: Session, forum: str, noun: str, rows: Sequence[Row], *, now: datetime, owners: Owners = USUAL
) -> Tally:
    """Take in rows that the log of changes told of."""
    return _hand(session, forum, noun, now=now, owners=owners).take(rows)


@dataclass(frozen=True)
class Part:
    """Rows of a list that is read wholly: all that there are from those taken in before up to ``last``."""

    rows: Sequence[Row]
    last: int


def take_part(session: Session, forum: str, noun: str, part: Part, *, now: datetime, owners: Owners = USUAL) -> Tally:
    """Take in the next rows that have landed, and let them go. Those known between them are not there any more."""
    known = baselines.list_of(session, forum, noun)
    between = baselines.between(session, forum, noun, after=known.reading_taken, last=part.last)
    tally = _hand(session, forum, noun, now=now, owners=owners).take(part.rows, whole=True)
    baselines.miss(session, forum, noun, between.keys() - {row.item_id for row in part.rows}, now=now)
    landed.let_go(session, forum, noun, last=part.last)
    known.reading_taken = part.last
    return tally


def miss_after(session: Session, forum: str, noun: str, *, after: int | None, now: datetime) -> None:
    """There are no more rows than those up to this one (None: up to where the list was taken in)."""
    last = baselines.list_of(session, forum, noun).reading_taken if after is None else after
    rest = baselines.between(session, forum, noun, after=last, last=None)
    baselines.miss(session, forum, noun, rest, now=now)


def too_many(session: Session, forum: str, noun: str, item_ids: Collection[int]) -> bool:
    """Whether nobody should believe unasked that these rows vanished at once. Rows that the forum writes itself are not
    taken away with whatever happens to them."""
    if noun in WATCHED or len(item_ids) <= SHARE * SMALL:
        return False
    gone = baselines.living(session, forum, noun, item_ids)
    enough = max(SMALL, int(gone / SHARE)) + 1  # of a list of so many, these are few
    known = baselines.known(session, forum, noun, most=enough)
    return known > SMALL and gone > SHARE * known


def _weigh(session: Session, forum: str, fit: ListFit, *, now: datetime) -> tuple[Sequence[int], Finding | None]:
    """The item ids of the rows that are to be taken away as they vanished; where so many did that nobody should believe
    it unasked, none, and why."""
    vanished = baselines.vanished(session, forum, fit.noun)
    if not vanished:
        shrinks.end(session, forum, fit.noun)
        return (), None
    if not too_many(session, forum, fit.noun, vanished):
        return vanished, None
    known = baselines.known(session, forum, fit.noun)
    shrink = shrinks.arise(session, forum, fit.noun, gone=len(vanished), known=known, now=now)
    if shrink.word is Word.BELIEVE:
        return vanished, None
    return (), Finding("rows-vanished", {"list": fit.title, "gone": len(vanished), "known": known})


def drop(session: Session, forum: str, noun: str, item_ids: Collection[int], *, now: datetime) -> Tally:
    """Take these rows away."""
    return _hand(session, forum, noun, now=now).drop(sorted(item_ids))


@dataclass(frozen=True)
class Ended:
    """How a reading ended: the token to go on from and when it was got (None: it is the old one), whether all rows were
    held against the workspace."""

    token: str
    at: datetime | None
    swept: bool


def end(session: Session, forum: str, fit: ListFit, ended: Ended, *, at: At) -> tuple[Sequence[int], Finding | None]:
    """The list was read to its end; answers what is strange about it. Where rows are to be taken away because they
    vanished, it is not ended yet, and their item ids are answered."""
    gone, reason = _weigh(session, forum, fit, now=at.now)
    if gone:
        return gone, None
    known = baselines.list_of(session, forum, fit.noun)
    known.change_token, known.read_at = ended.token, at.real
    known.token_at = ended.at or known.token_at
    known.swept_at = at.real if ended.swept else known.swept_at
    if known.reading_token:
        landed.give_up(session, known)
    known.state, known.reason = ListState.READ, reason.kept if reason else {}
    return (), reason


def _hand(session: Session, forum: str, noun: str, *, now: datetime, owners: Owners = USUAL) -> Roster | Watch:
    """Rows of people become nouns; rows of ours are only looked after."""
    return (Watch if noun in WATCHED else Roster)(session, forum, noun, now=now, owners=owners)


def _fresh(at: datetime | None, real: datetime) -> bool:
    return at is not None and real - at < TOKEN_LIVES
