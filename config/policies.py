"""Policies: the settings as the forum decides by them."""

from __future__ import annotations

import math
from datetime import date

import holidays

from config.ladders import Ladder
from config.settings import Settings
from forum.policies import Budget, Care, DayOff, Policy, Rung
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
        ladders={kind: _rungs(getattr(settings.nudges, kind.value)) for kind in Kind},
        languages=tuple(settings.forum.languages),
        pages=settings.web.public_url.rstrip("/"),
        mails=bool(settings.email.host),
        chats=bool(settings.telegram.token.get_secret_value()),
        many=settings.nudges.many,
        still_you={kind: days for kind in Kind if (days := getattr(settings.nudges, kind.value).still_you) is not None},
        unheard=settings.nudges.still_you_after,
        calendar=Workdays(country.is_working_day),
        day_off=DayOff(settings.nudges.day_off),
        budget=Budget(settings.nudges.most_a_year, settings.nudges.most_a_month),
        letter_template=settings.letters.template,
        sealing=settings.voices.sealing,
        places=tuple(settings.publication.places),
        care={Care(name): who for name, who in settings.care if who},
        english=settings.publication.english,
        backups=settings.backup.keep if settings.backup.folder else 0,
    )


def _rungs(ladder: Ladder) -> tuple[Rung, ...]:
    """``last_of_many`` counts where it lies between the step before and the last."""
    steps = ladder.steps
    found = [Rung(name, days) for name, days in steps]
    for place, (name, days) in enumerate(steps):
        after = steps[place - 1][1] if place else -math.inf
        if name == "last" and ladder.last_of_many is not None and after < ladder.last_of_many < days:
            found[place] = Rung(name, days, ladder.last_of_many)
    return tuple(found)
