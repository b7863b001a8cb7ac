"""Before words: what is told of an answer before what it says: how far it sees things, and that words were removed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from forum.given import Answer
from words import dates

if TYPE_CHECKING:
    from words.reports.telling import Telling


def told(telling: Telling, answer: Answer) -> list[str]:
    """The completion, where it does not set the measure's, and since when words of it stand nowhere."""
    said = []
    if not answer.leads and answer.completion:
        said.append(telling.say("report-answer-completion", completion=telling.completion(answer.completion)))
    return [*said, *([erased(telling, answer.erased_at)] if answer.erased_at else [])]


def erased(telling: Telling, at: datetime) -> str:
    """That words stood there, and since when they do no more."""
    return telling.say("report-erased", on=dates.on_full_day(at.astimezone(telling.zone).date(), telling.language))
