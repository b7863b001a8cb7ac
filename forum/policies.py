"""The forum's policies, as the settings gave them: its zone, hours and days, its ladders of nudges, its languages."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from forum.rounds import Kind
from forum.sealing import Sealing
from forum.workdays import Hours, Workdays


@dataclass(frozen=True)
class Rung:
    """One step of a ladder: its name, and how many working days from the due day it stands (negative: before).
    ``of_many``: the same for a body that answers for many measures (None: as for all)."""

    name: str
    days: int
    of_many: int | None = None

    def on(self, *, many: bool) -> int:
        """Where it stands for a body that answers for few measures, or for many."""
        return self.of_many if many and self.of_many is not None else self.days


@dataclass(frozen=True)
class Budget:
    """At most so many unasked messages a person: in any twelve months, and of those that are about no round, such as
    meetings, in a calendar month."""

    year: int = 15
    month: int = 2


class Care(enum.StrEnum):
    """What somebody outside the forum sees to, in the order in which coordinators read it."""

    SERVER = "server"
    SITE = "site"
    CERTIFICATE = "certificate"
    MAILBOX = "mailbox"
    BOT = "bot"


class DayOff(enum.StrEnum):
    """What becomes of a due day that is no working day of the country: the next one counts, the one before, or the day
    itself."""

    NEXT = "next"
    PREVIOUS = "previous"
    SAME = "same"


@dataclass(frozen=True, kw_only=True)
class Policy:
    """What the forum decides by. ``ladders`` hold their rungs in the order of their days; ``languages`` has the
    forum's own first; ``pages``: the public address below which its pages stand (empty: none are offered).
    ``mails``, ``chats``: whether members can be reached by e-mail, and by a chat. ``many``: how many measures of one
    body in one round are many. ``still_you``: how many working days before a round's first rung
    people are asked whether they still answer, of whom nothing came for ``unheard`` days; in other kinds of rounds
    nobody is. ``calendar``: the country's working days, which quiet weeks do not shorten (None: as
    ``workdays``); ``day_off``: the rule for a due day that is none of them. ``budget``: of
    messages. ``letter_template``: the forum's own Word template of letters, those of bodies and those to silent ones
    (None: forumbot's). ``sealing``: the keys of what partners say unseen (None:
    nothing can be sealed). ``places``: where a finished report is to be published; ``english``: whoever answers is
    asked for it in English, too. ``care``: who sees to what, in words. ``backups``: how many days a backup of ours
    lasts (0: we make none)."""

    workdays: Workdays
    hours: Hours
    ladders: Mapping[Kind, tuple[Rung, ...]]
    languages: tuple[str, ...]
    pages: str = ""
    mails: bool = False
    chats: bool = True
    many: int = 5
    still_you: Mapping[Kind, int] = field(default_factory=dict)
    unheard: int = 180
    calendar: Workdays | None = None
    day_off: DayOff = DayOff.NEXT
    budget: Budget = Budget()
    letter_template: Path | None = None
    sealing: Sealing | None = None
    places: tuple[str, ...] = ()
    care: Mapping[Care, str] = field(default_factory=dict)
    english: bool = False
    backups: int = 0

    def due(self, day: date) -> date:
        """The day by which answers are due where a round's row names this one."""
        calendar = self.calendar or self.workdays
        match self.day_off:
            case DayOff.NEXT:
                return calendar.first_from(day)
            case DayOff.PREVIOUS:
                return calendar.last_to(day)
        return day

    def day(self, at: datetime) -> date:
        """The forum's local date at this moment."""
        return self.hours.local(at).date()

    def language(self, wanted: str | None) -> str:
        """The wanted language where the forum has it, else its first."""
        return wanted if wanted in self.languages else self.languages[0]
