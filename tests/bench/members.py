"""Members as their conduct is given: who answers by themselves, after which message, how late, and who never does."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from tests.facts import LATVIA, RIGA

DATA = Path(__file__).parent / "data"

# Members' working hours, and when a message reaches them.
BEGINS, HOURS = time(8, 30), 8.0
MORNING = time(9, 0)

LATE, NEVER, ITSELF, AFTER = "after the first late note", "never", "by itself", "after message "


@dataclass(frozen=True)
class Conduct:
    """What one person does in one round. ``message``: the number of the message that makes them answer (0: none);
    ``late``: the first one after the due day does; ``before``: so many days before it they answer by themselves
    (None: they do not). ``delay`` in working hours."""

    message: int = 0
    late: bool = False
    before: int | None = None
    delay: float = 0.0


def conducts(plan: str) -> Mapping[tuple[str, str], Conduct]:
    """By (the code of the person's body, round), as a table of given conduct has it."""
    with (DATA / f"behaviour-{plan}.csv").open(encoding="utf-8") as rows:
        return {(row["person"].removesuffix(" contact"), row["round"]): _conduct(row) for row in csv.DictReader(rows)}


def _conduct(row: Mapping[str, str]) -> Conduct:
    answers, delay = row["answers"], float(row["delay_working_hours"] or 0)
    if answers == NEVER:
        return Conduct()
    if answers == ITSELF:
        return Conduct(before=int(row["days_before_due"]), delay=delay)
    if answers == LATE:
        return Conduct(late=True, delay=delay)
    return Conduct(message=int(answers.removeprefix(AFTER)), delay=delay)


@dataclass
class Member:
    """A person in one round that is due on a day: the messages that came, and when they answered."""

    conduct: Conduct
    due: date
    messages: int = 0
    answered: datetime | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        if self.conduct.before is not None:
            self.answered = morning(self.due - timedelta(days=self.conduct.before))

    def gets(self, day: date) -> None:
        """A message comes in the morning of this day."""
        self.messages += 1
        meant = self.messages == self.conduct.message or (self.conduct.late and day > self.due)
        if meant and self.answered is None:
            self.answered = after(day, self.conduct.delay)

    def has_answered(self, day: date) -> bool:
        """Whether their answer is there in the morning of this day."""
        return self.answered is not None and self.answered <= morning(day)

    @property
    def in_time(self) -> bool:
        """Whether they answered by the due day."""
        return self.answered is not None and self.answered.date() <= self.due


def morning(day: date) -> datetime:
    """The hour at which messages come."""
    return datetime.combine(day, MORNING, RIGA)


def after(day: date, hours: float) -> datetime:
    """So many working hours after the morning of a working day."""
    begun = (MORNING.hour - BEGINS.hour) + (MORNING.minute - BEGINS.minute) / 60
    days, rest = divmod(begun + hours, HOURS)
    on = LATVIA.shift(day, int(days)) if days else day
    return datetime.combine(on, BEGINS, RIGA) + timedelta(hours=rest)
