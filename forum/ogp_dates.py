"""OGP's dates: by which day the rules that bind a forum of the Open Government Partnership want something done next."""

from __future__ import annotations

import enum
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from forum import plan
from forum.meetings import Meeting, MeetingKind
from forum.policies import Policy
from forum.records import Publishing
from forum.store.base import Values
from forum.times import At

# OGP's Participation and Co-Creation Standards (2021) ask for a forum that meets at least every six months, a
# repository that is updated at least twice a year, and two meetings a year that present results and collect comments.
MONTHS, MEETINGS_A_YEAR = 6, 2
WITH_SOCIETY = (MeetingKind.FORUM, MeetingKind.IRM)


class Rule(enum.StrEnum):
    """What is asked: that the forum meets, that its repository grows, that results are presented, to be at a summit."""

    MEETING = "meeting"
    REPOSITORY = "repository"
    SOCIETY = "society"
    SUMMIT = "summit"


@dataclass(frozen=True, kw_only=True)
class Due:
    """One of OGP's dates: ``by`` which day (None: nothing is known that it could be counted from), when it was done
    ``last``, what is ``planned`` for it, and how often it was ``done`` in this year."""

    rule: Rule
    by: date | None
    last: date | None = None
    planned: date | None = None
    done: int = 0


def standing(session: Session, forum: str, *, at: At, policy: Policy) -> list[Due]:
    """What is unknown first, then by day; nothing where no plan that is alive names its period by OGP's count."""
    if not any(one.ogp_period for one in plan.alive(session, forum, day=at.day)):
        return []
    rows = session.scalars(select(Meeting).where(Meeting.forum == forum, Meeting.gone_at.is_(None))).all()
    meetings = [(one.kind, policy.day(one.starts_at)) for one in rows if one.starts_at and not (one.off or one.draft)]
    published = session.scalar(select(func.max(Publishing.done_at)).where(Publishing.forum == forum))
    return decide(meetings, published=policy.day(published) if published else None, day=at.day)


def told(session: Session, forum: str, *, at: At, policy: Policy) -> list[Values]:
    """The same as plain values, each with whether it is ``late``."""
    found = standing(session, forum, at=at, policy=policy)
    return [{**asdict(one), "rule": one.rule.value, "late": bool(one.by and one.by < at.day)} for one in found]


def decide(meetings: Sequence[tuple[MeetingKind, date]], *, published: date | None, day: date) -> list[Due]:
    """The same of these meetings, by kind and day, and of the last day on which a report was ``published``."""
    of_forum = sorted(on for kind, on in meetings if kind is MeetingKind.FORUM)
    with_society = sorted(on for kind, on in meetings if kind in WITH_SOCIETY and on.year == day.year)
    met = max((on for on in of_forum if on < day), default=None)
    done = sum(on < day for on in with_society)
    found = [
        Due(rule=Rule.MEETING, by=_later(met), last=met, planned=_next(of_forum, day)),
        Due(rule=Rule.REPOSITORY, by=_later(published), last=published),
        *(Due(rule=Rule.SUMMIT, by=on) for kind, on in meetings if kind is MeetingKind.SUMMIT and on >= day),
    ]
    if done < MEETINGS_A_YEAR:
        planned = _next(with_society, day)
        found.append(Due(rule=Rule.SOCIETY, by=date(day.year, 12, 31), planned=planned, done=done))
    return sorted(found, key=lambda one: one.by or date.min)


def _next(days: Sequence[date], day: date) -> date | None:
    return next((on for on in days if on >= day), None)


def _later(on: date | None) -> date | None:
    """Six months later, or the last day of that month."""
    if on is None:
        return None
    year, month = divmod(on.month - 1 + MONTHS, 12)
    year, month = on.year + year, month + 1
    return date(year, month, min(on.day, monthrange(year, month)[1]))
