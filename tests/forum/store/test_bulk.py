"""Many rows at once read back as if each had been an object, on either database."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.journal import JournalEntry
from forum.landed import LandedRow
from forum.plan import Completion, Measure
from forum.rounds import Round
from forum.store import bulk
from tests.facts import Facts

NOW = datetime(2021, 1, 4, 9, 0, 0, 250, tzinfo=UTC)
DEFAULTS = {"noun": "measure", "due_text": "", "result": "", "done": "", "next_step": "", "obstacles": ""}


def test_rows_are_numbered_as_the_database_would(session: Session, facts: Facts) -> None:
    before = facts.measure("1.1").id
    drawn = list(bulk.numbers(session, Measure, 3))
    rows = [(number, f"2.{number}", "Nosaukums") for number in drawn]
    bulk.insert(session, Measure, ("id", "number", "title"), rows, forum=facts.forum, **DEFAULTS)

    after = Measure(forum=facts.forum, number="3", title="Vēl viens")
    session.add(after)
    session.flush()

    assert (len(set(drawn)), before < drawn[0] < drawn[1] < drawn[2] < after.id) == (3, True)


def test_each_kind_of_value_is_kept_as_it_is(session: Session, facts: Facts) -> None:
    (measure,) = bulk.numbers(session, Measure, 1)
    row = (measure, "2.10", "Nosaukums", "complete", "2021-02-01")
    columns = ("id", "number", "title", "completion", "due_on")
    bulk.insert(session, Measure, columns, [row], forum=facts.forum, **DEFAULTS)
    same = {"forum": facts.forum, "at": NOW, "actor": "a", "side": "b", "action": "c", "noun": "measure"}
    bulk.insert(session, JournalEntry, ("noun_id", "after"), [(measure, {"a": ["ē", None]})], before={}, **same)
    (number,) = bulk.numbers(session, Round, 1)
    about = {
        "forum": facts.forum,
        "title": "t",
        "key": "k",
        "kind": "mandatory",
        "due_on": "2021-02-01",
        "legal_basis": "",
    }
    bulk.insert(session, Round, ("id", "audience"), [(number, ["responsible"])], **about)

    kept, entry = session.get_one(Measure, measure), session.query(JournalEntry).filter_by(noun_id=measure).one()
    assert (kept.number, kept.completion, kept.due_on) == ("2.10", Completion.COMPLETE, date(2021, 2, 1))
    assert (entry.at, entry.before, entry.after) == (NOW, {}, {"a": ["ē", None]})
    assert session.get_one(Round, number).audience == ["responsible"]


def test_a_row_that_is_there_is_written_over(session: Session, facts: Facts) -> None:
    columns, same = ("item_id", "etag", "editor"), {"forum": facts.forum, "noun": "measure", "modified": ""}
    for rows in ([(1, "a", "ē"), (2, "a", "")], [(2, "b", "b"), (3, "b", None)]):
        bulk.upsert(session, LandedRow, columns, rows, key=("noun", "item_id"), **same)

    kept = select(LandedRow.item_id, LandedRow.etag, LandedRow.editor).order_by(LandedRow.item_id)
    assert [tuple(one) for one in session.execute(kept)] == [(1, "a", "ē"), (2, "b", "b"), (3, "b", None)]


def test_however_many_rows_there_are_each_is_kept(session: Session, facts: Facts) -> None:
    rows = [(number, f"{number}", None) for number in range(1, 800 + 2 * 20 + 3 + 1)]
    same = {"forum": facts.forum, "noun": "measure", "modified": ""}
    bulk.upsert(session, LandedRow, ("item_id", "etag", "editor"), rows, key=("noun", "item_id"), **same)

    kept = select(LandedRow.item_id, LandedRow.etag, LandedRow.editor).order_by(LandedRow.item_id)
    assert [tuple(one) for one in session.execute(kept)] == rows


def test_no_rows_are_no_work(session: Session, facts: Facts) -> None:
    bulk.insert(session, Measure, ("id",), [], forum=facts.forum)

    assert list(bulk.numbers(session, Measure, 0)) == []


def test_a_row_that_is_no_object_is_there_for_whoever_asks(session: Session, facts: Facts) -> None:
    """What was to be inserted when something is taken back is taken back with it."""

    def added(number: int) -> None:
        same = {"forum": facts.forum, "at": NOW, "actor": "a", "side": "b", "action": "c", "noun": "measure"}
        bulk.add(session, JournalEntry, **same, noun_id=number, before={}, after={})

    added(1)
    added(2)
    with session.begin_nested() as inner:
        added(3)
        inner.rollback()
    added(4)
    assert list(session.scalars(select(JournalEntry.noun_id).where(JournalEntry.noun == "measure"))) == [1, 2, 4]
