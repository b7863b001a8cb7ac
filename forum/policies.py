"""The forum's policies, as the settings gave them: its zone, hours and days, its ladders of nudges, its languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from forum.rounds import Kind
from forum.workdays import Hours, Workdays


@dataclass(frozen=True)
class Rung:
    """One step of a ladder: its name, and how many working days from the due day it stands (negative: before)."""

    name: str
    days: int


@dataclass(frozen=True, kw_only=True)
class Policy:
    """What the forum decides by. ``ladders`` hold their rungs in the order of their days; ``languages`` has the
    forum's own first; ``pages``: the public address below which its pages stand (empty: none are offered).
    ``mails``, ``chats``: whether members can be reached by e-mail, and by a chat."""

    workdays: Workdays
    hours: Hours
    ladders: Mapping[Kind, tuple[Rung, ...]]
    languages: tuple[str, ...]
    pages: str = ""
    mails: bool = False
    chats: bool = True

    def day(self, at: datetime) -> date:
        """The forum's local date at this moment."""
        return self.hours.local(at).date()

    def language(self, wanted: str | None) -> str:
        """The wanted language where the forum has it, else its first."""
        return wanted if wanted in self.languages else self.languages[0]
