"""Ladders: when each kind of round reminds, and how many messages a person may get, as the settings say it."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from config.kinds import off
from config.sections import Section

Before = Annotated[Annotated[int, Field(ge=-120, le=0)] | None, BeforeValidator(off)]
Ahead = Annotated[Annotated[int, Field(ge=1, le=20)] | None, BeforeValidator(off)]
After = Annotated[Annotated[int, Field(ge=1, le=120)] | None, BeforeValidator(off)]


class Ladder(Section):
    """The steps by which a round reminds, in working days from the due day; None: no such step. ``still_you``:
    how many working days before the first of them people are asked whether they still answer."""

    still_you: Ahead = Field(description='working days before the first step as 1 to 20, or "off"')
    start: Before = Field(description='working days before the due day as -120 to 0, or "off"')
    sign: Before = Field(description='working days before the due day as -120 to 0, or "off"')
    again: Before = Field(description='working days before the due day as -120 to 0, or "off"')
    last: Before = Field(description='working days before the due day as -120 to 0, or "off"')
    last_of_many: Before = Field(description='working days before the due day as -120 to 0, or "off"')
    late: After = Field(description='working days after the due day as 1 to 120, or "off"')

    @property
    def steps(self) -> tuple[tuple[str, int], ...]:
        """The steps there are, as (name, days), the earliest first."""
        named = tuple((name, getattr(self, name)) for name in ("start", "sign", "again", "last", "late"))
        return tuple((name, days) for name, days in named if days is not None)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        days = [days for _, days in self.steps]
        if days != sorted(set(days)):
            raise PydanticCustomError(
                "rule", "expected each step to come after the one before: start, sign, again, last, late"
            )
        return self


class Nudges(Section):
    still_you_after: int = Field(ge=1, le=3650, description="after how many days without a word, 1 to 3650")
    many: int = Field(ge=2, le=1000, description="how many measures of one body are many, 2 to 1000")
    day_off: Literal["next", "previous", "same"] = Field(description="next, previous or same")
    most_a_year: int = Field(ge=1, le=365, description="how many unasked messages a person and year, 1 to 365")
    most_a_month: int = Field(ge=0, le=31, description="how many beside the rounds a person and month, 0 to 31")
    filling: Ladder
    voluntary: Ladder
    mandatory: Ladder
    final: Ladder
    comments: Ladder
