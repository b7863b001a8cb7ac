"""Briefs about switching on, pausing and resuming: what was found, what would be sent, what waits."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from forum import budget, forecast, forums, gaps, switching_on
from forum.briefs import ogp
from forum.briefs.asked import Asked, Brief
from forum.foreseen import Foreseen
from forum.people import ChannelName, Institution, Person
from forum.plan import Measure, of_plan
from forum.policies import Budget, Care
from forum.store.base import Values

# How far the forecast looks ahead, and how many sentences and persons one message names.
AHEAD = timedelta(days=365)
MOST_GAPS = 5
MOST_NAMED = 10
# What offers to switch the forum on.
OFFERING = ("first-minutes", "forecast", "paused", "restored", "switch-later")


def stopped(asked: Asked) -> Values | None:
    """Since when nothing goes to members unasked (``since`` None: nobody has switched it on yet); None: it does go."""
    one = forums.of(asked.session, asked.forum)
    if one.paused_at is None:
        return None
    return {"since": None if one.never_on else asked.policy.day(one.paused_at)}


def address(asked: Asked) -> str:
    """Where the reader of a mail switches the forum on; empty in a chat, where a button does."""
    if asked.channel != ChannelName.EMAIL or asked.person is None:
        return ""
    return switching_on.address(asked.session, asked.person, now=asked.at.now, policy=asked.policy)


def _first_minutes(asked: Asked) -> Values:
    found = gaps.standing(asked.session, asked.forum, day=asked.at.day)
    return {
        "institutions": asked.session.scalar(
            select(func.count()).where(Institution.forum == asked.forum, Institution.gone_at.is_(None))
        ),
        "measures": asked.session.scalar(select(func.count(Measure.id)).where(of_plan(asked.forum))),
        "persons": sum(
            one.serves_on(asked.at.day)
            for one in asked.session.scalars(select(Person).where(Person.forum == asked.forum))
        ),
        "gaps": found[:MOST_GAPS],
        "more": len(found[MOST_GAPS:]),
        "stopped": stopped(asked),
        "ogp": ogp.dates(asked),
        "care": [{"care": one.value, "who": asked.policy.care[one]} for one in Care if one in asked.policy.care],
        **_summary(_ahead(asked), asked.policy.budget),
    }


def _ahead(asked: Asked) -> list[Foreseen]:
    today = asked.at.day
    return forecast.foresee(
        asked.session, asked.forum, first=today, last=today + AHEAD, now=asked.at.now, policy=asked.policy
    )


def _summary(found: list[Foreseen], most: Budget) -> Values:
    """The forecast's figures, and the budget that they stand against."""
    return {**asdict(budget.summary(found, most)), "budget": most.year, "monthly": most.month}


def _forecast(asked: Asked) -> Values:
    """By day how many messages, and who would get the most."""
    found = _ahead(asked)
    days: dict[date, int] = {}
    for one in found:
        days[one.on] = days.get(one.on, 0) + 1
    rows = budget.shares(found, asked.policy.budget)
    return {
        **_summary(found, asked.policy.budget),
        "days": [{"on": on, "count": count} for on, count in days.items()],
        "named": [{"name": row.name, "messages": row.messages, "over": row.over} for row in rows[:MOST_NAMED]],
        "others": len(rows[MOST_NAMED:]),
        "stopped": stopped(asked),
    }


def _paused(asked: Asked) -> Values | None:
    """Since when, and what would go first if it were resumed now: to those who can be reached."""
    since = stopped(asked)
    if since is None:
        return None
    reached = [one for one in _ahead(asked) if one.reached and not one.on_a_yes]
    first = min((one.on for one in reached), default=None)
    count = sum(one.on == first for one in reached)
    return {"stopped": since, "first": first, "messages": count}


def _resumed(asked: Asked) -> Values:
    values = asked.message.values
    first = values["first"] and datetime.fromisoformat(values["first"])
    return {**values, "first": first}


def _restored(asked: Asked) -> Values:
    values = asked.message.values
    return {"made_at": datetime.fromisoformat(values["made_at"]), "doubted": values["doubted"]}


BRIEFS: dict[str, Brief] = {
    "first-minutes": _first_minutes,
    "forecast": _forecast,
    "paused": _paused,
    "resumed": _resumed,
    "restored": _restored,
}
