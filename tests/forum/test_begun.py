"""What was begun on the page is told as a fact: to its author in reminders and questions, to coordinators in lists."""

from __future__ import annotations

from datetime import date
from typing import Any

from forum import begun, drafts
from forum.drafts import Awaits
from forum.people import Role
from tests.facts import Facts, at
from tests.forum.test_briefs import one_duty, said

DAY = "2021-01-05"


def told(facts: Facts, kind: str, **more: Any) -> Any:
    found = said(facts, kind, DAY, **more)
    assert found is not None
    return found


def test_its_author_and_the_coordinators_hear_that_it_is_begun_and_nobody_what(facts: Facts) -> None:
    duty, person, _ = one_duty(facts, done="Sākts.")
    runs = facts.member("VK koordinators", role=Role.COORDINATOR)
    rounds: dict[str, Any] = {"rounds": [duty.round_id], "rung": "start"}

    def heard() -> tuple[date | None, date | None, bool]:
        nudge = told(facts, "nudge", to=person, **rounds)["rounds"][0]["measures"][0]["begun_on"]
        asked = told(facts, "ask-status", to=person, obligation=duty.id)["begun_on"]
        listed = told(facts, "awaited", to=runs, round=duty.round_id)
        assert "Puse no" not in str(listed)
        return nudge, asked, listed["awaited"][0]["measures"][0]["begun"]

    assert heard() == (None, None, False)
    row = drafts.begin(
        facts.session, facts.forum, person_id=person.id, obligation_id=duty.id, awaits=Awaits.STATUS, now=at(DAY).now
    )
    assert heard() == (None, None, False)  # a question alone is no answer
    begun.keep(facts.session, duty, person, {"done": "Puse no"}, seen=("", 0), at=at(DAY))
    assert heard() == (at(DAY).day, at(DAY).day, True)
    begun.discard(facts.session, duty, person)
    assert (heard(), row.awaits) == ((None, None, False), Awaits.STATUS)
    assert told(facts, "ask-status", to=runs, obligation=duty.id)["begun_on"] is None
