"""What a body's own person changes in a measure's row discharges what they owe; once, and by nobody else's hand."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from forum import edits, rounds, settling_edits
from forum.edits import Edit, Editor, Verdict
from forum.people import Person
from forum.plan import Completion, Measure
from forum.replies import ReplyVersion
from forum.store.base import Values
from tests.facts import policy
from tests.sync.conftest import FORUM, START, House


def changed(house: House, number: str, editor: Editor, *, times: int = 1) -> None:
    measure = house.measure(number).id

    def keep(session: Session) -> None:
        rounds.open_obligations(session, FORUM, now=START, day=START.date())
        for turn in range(times):
            made = START + timedelta(seconds=turn)
            values = {"done": f"Paveikts {turn}"}
            edits.keep(session, FORUM, measure_id=measure, values=values, editor=editor, made_at=made, now=START)

    house.store.do_now(keep)
    for _ in range(2):
        house.store.do_now(settling_edits.settle, FORUM, now=START, policy=policy())


@pytest.mark.parametrize(
    ("name", "times", "verdict", "kept"),
    [
        ("VARAM kontaktpersona", 1, Verdict.ANSWER, 1),
        ("VARAM kontaktpersona", 6, Verdict.WAITING, 0),
        ("VK koordinators", 1, Verdict.NONE, 0),
        ("kāds cits", 1, Verdict.NONE, 0),
    ],
)
def test_whose_edit_is_an_answer(house: House, name: str, times: int, verdict: Verdict, kept: int) -> None:
    changed(house, "5.5" if name.startswith("VK") else "4.1", Editor(name), times=times)
    assert {one.verdict for one in house.all(Edit)} == {verdict}
    versions = house.all(ReplyVersion)
    assert [(one.channel, one.submitted_by, one.done) for one in versions] == [("workspace", name, "Paveikts 0")] * kept


def test_a_name_that_two_carry_answers_for_nobody(house: House) -> None:
    house.store.do_now(lambda session: session.execute(update(Person).values(name="VARAM kontaktpersona")))
    changed(house, "4.1", Editor("VARAM kontaktpersona"))
    assert house.all(ReplyVersion) == []


def filled_in(house: House, said: Values, **row: Any) -> list[tuple[str | None, str, str]]:
    """What becomes of an edit by the lead's person, in a row that tells what it tells (``row``)."""

    def keep(session: Session) -> None:
        rounds.open_obligations(session, FORUM, now=START, day=START.date())
        measure = session.scalars(select(Measure).where(Measure.number == "4.1")).one()
        for name, word in {**row, **said}.items():
            setattr(measure, name, Completion(word) if name == "completion" else word)
        hand = Editor("VARAM kontaktpersona")
        edits.keep(session, FORUM, measure_id=measure.id, values=said, editor=hand, made_at=START, now=START)

    house.store.do_now(keep)
    house.store.do_now(settling_edits.settle, FORUM, now=START, policy=policy())
    versions = house.all(ReplyVersion)
    return [(one.completion and one.completion.value, one.done, one.next_step or one.obstacles) for one in versions]


@pytest.mark.parametrize(
    ("said", "row", "kept"),
    [
        ({"next_step": "Publicēt."}, {"completion": "limited", "done": "Puse."}, [("limited", "Puse.", "Publicēt.")]),
        ({"obstacles": "Nav naudas."}, {"completion": "not_started"}, [("not_started", "", "Nav naudas.")]),
        ({"done": "Viss."}, {"completion": "no_evidence"}, [(None, "Viss.", "")]),
        ({"completion": "complete"}, {"done": "Viss."}, [("complete", "Viss.", "")]),
        ({"next_step": "Publicēt."}, {"completion": "no_evidence"}, []),
        ({"next_step": ""}, {"completion": "limited", "done": "Puse."}, []),
        ({"completion": "no_evidence"}, {"done": ""}, []),
        ({"done": ""}, {"completion": "limited"}, []),
    ],
)
def test_what_of_a_row_is_an_answer(
    house: House, said: Values, row: Values, kept: list[tuple[str | None, str, str]]
) -> None:
    assert filled_in(house, said, **row) == kept
