"""Policies: the settings as the forum decides by them."""

from __future__ import annotations

from datetime import date

import holidays

from config.sections import Ladder
from config.settings import Settings
from forum.policies import Policy, Rung
from forum.rounds import Kind
from forum.workdays import Hours, Workdays


def policy(settings: Settings) -> Policy:
    """Working days of the country without the forum's quiet weeks, its hours, its ladders, its languages."""
    country = holidays.country_holidays(settings.forum.country)
    quiet = settings.forum.quiet_weeks

    def is_working(day: date) -> bool:
        # The library knows the moved working days too: a Saturday worked for a bridged Friday.
        return country.is_working_day(day) and not any(time.covers(day) for time in quiet)

    hours = settings.forum.hours
    return Policy(
        workdays=Workdays(is_working),
        hours=Hours(hours.opens, hours.closes, settings.forum.timezone),
        ladders={
            Kind.MANDATORY: _rungs(settings.nudges.mandatory),
            Kind.VOLUNTARY: _rungs(settings.nudges.voluntary),
            Kind.COMMENTS: _rungs(settings.nudges.comments),
        },
        languages=tuple(settings.forum.languages),
        pages=settings.web.public_url.rstrip("/"),
        mails=bool(settings.email.host),
        chats=bool(settings.telegram.token.get_secret_value()),
    )


def _rungs(ladder: Ladder) -> tuple[Rung, ...]:
    return tuple(Rung(name, days) for name, days in ladder.steps)
