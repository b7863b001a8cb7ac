"""Deciding only what was touched comes to the same as deciding everything, whatever happens in between."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum.store.engines import Engines
from forum.store.units import UnitSession
from tests.facts import RIGA, Facts
from tests.forum.changes import CHANGES, Change, Draw
from tests.forum.twins import Twin

BEGIN = datetime(2020, 12, 16, 9, 0, tzinfo=RIGA)
History = list[tuple[datetime, list[Change]]]


@st.composite
def histories(draw: Draw) -> History:
    """Moments of ticks, mostly a day apart, now and then weeks, hours or back; and what is changed before some of
    them. Few changes, so that none hides what was missed of another."""
    moments = [BEGIN]
    for _ in range(draw(st.integers(8, 30))):
        days = draw(st.sampled_from([1, 1, 1, 1, 2, 2, 4, 0, 14, -1]))
        moments.append(moments[-1] + timedelta(days=days, hours=draw(st.sampled_from([0, 0, 0, 3]))))
    made: dict[int, list[Change]] = {}
    for _ in range(draw(st.integers(1, 5))):
        place = draw(st.integers(0, len(moments) - 1))
        made.setdefault(place, []).append(draw(st.sampled_from(CHANGES))(draw, moments[place]))
    return [(now, made.get(place, [])) for place, now in enumerate(moments)]


def lived(engines: Engines, history: History) -> tuple[Any, Any]:
    """What both twins decided by the end."""
    assert engines.write is not None
    with engines.write.connect() as connection, UnitSession(connection, expire_on_commit=False) as session:
        twins = [Twin(Facts(session, forum), whole) for forum, whole in (("parts", False), ("whole", True))]
        for now, changes in history:
            for twin in twins:
                for change in changes:
                    change(twin, now)
                session.flush()
                twin.tick(now)
        parts, whole = (twin.story() for twin in twins)
    return parts, whole


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(history=histories())
def test_what_was_touched_or_has_come_is_all_there_is_to_decide(engines: Engines, history: History) -> None:
    parts, whole = lived(engines, history)
    assert parts == whole
