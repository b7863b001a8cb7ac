"""Rehearsing: the forecast of messages as tables for a terminal, beside a running service if there is one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from config.policies import policy
from config.settings import Settings
from forum import budget, forecast
from forum.foreseen import Foreseen
from forum.store import migrate
from forum.store.door import Store
from forum.times import Clock, real

# Further ahead no site has its rounds.
LONGEST = timedelta(days=1100)


@dataclass(frozen=True)
class Drawing:
    """Into which file a picture is drawn, and in which language (empty: the forum's first)."""

    out: Path
    language: str = ""


def rehearse_once(
    settings: Settings, first: date, last: date, *, clock: Clock = real, drawing: Drawing | None = None
) -> dict[str, Any]:
    """``dates``: a row for each message, and for each that the budget would hold back; ``people``: a row for each
    person, over the budget or not; ``totals``.

    Raises NotMigrated and the store's other errors, and OSError where a picture cannot be written.
    """
    migrate.check(settings.database.url)
    with Store.open(settings.database.url, reading=True) as store:
        found = store.read_now(
            forecast.foresee, settings.forum.key, first=first, last=last, now=clock(), policy=policy(settings)
        )
    most = policy(settings).budget
    if drawing is not None:
        _draw(settings, found, (first, last), drawing)
    sum_ = budget.summary(found, most)
    return {
        "dates": [_message(one) for one in found],
        "people": [_share(one) for one in budget.shares(found, most)],
        "totals": {
            "messages": sum_.messages,
            "people": sum_.people,
            "not joined": sum_.unreached,
            "most for one": sum_.most,
            "of meetings": sum_.of_meetings,
            "if announced": sum_.on_a_yes,
            "over the budget": sum_.over,
            "held back": sum_.held,
            "first": str(sum_.first or ""),
            "busiest month": f"{sum_.busiest:%Y-%m}" if sum_.busiest else "",
        },
    }


def _draw(settings: Settings, found: list[Foreseen], days: tuple[date, date], drawing: Drawing) -> None:
    from words import rehearsal
    from words.texts import Texts

    texts, most = Texts(settings.forum.languages), policy(settings).budget
    picture = rehearsal.drawn(texts, texts.language(drawing.language), found, days=days, most=most)
    drawing.out.write_bytes(picture)


def _message(one: Foreseen) -> dict[str, Any]:
    return {
        "date": one.on.isoformat(),
        "person": one.name,
        "institution": one.institution,
        "rung": one.rung,
        "measures": ", ".join(one.numbers),
        "meeting": one.meeting,
        "joined": one.reached,
        "held back": one.held,
    }


def _share(one: budget.Share) -> dict[str, Any]:
    return {
        "person": one.name,
        "institution": one.institution,
        "messages": one.messages,
        "joined": one.reached,
        "over the budget": one.over,
        "held back": one.held,
    }
