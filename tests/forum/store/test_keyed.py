"""Rows by key: asked for once, and yet never other than what the memory holds within this unit of work."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from forum.people import Institution
from forum.store import bulk, keyed
from forum.store.door import Store
from forum.store.keyed import Key
from tests.facts import Facts
from tests.questions import asked

BY_CODE = Key(Institution, "code")
BY_BOTH = Key(Institution, "code", "name")


def names(facts: Facts, code: str) -> list[str]:
    """By the key, and, to be sure, by a plain question."""
    rows = [row.name for row in BY_CODE.all(facts.session, facts.forum, code)]
    wanted = select(Institution.name).where(Institution.forum == facts.forum, Institution.code == code)
    assert rows == list(facts.session.scalars(wanted.order_by(Institution.id)))
    return rows


def body(facts: Facts, code: str, name: str) -> Institution:
    """Added, and not yet written."""
    row = Institution(forum=facts.forum, code=code, name=name)
    facts.session.add(row)
    return row


def test_a_key_is_asked_for_once(facts: Facts) -> None:
    made = [facts.body("IZM"), facts.body("IZM"), facts.body("VK")]
    with asked(facts.session.connection()) as questions:
        found = BY_CODE.gather(facts.session, facts.forum, [("VK",), ("IZM",), ("VM",)])
        again = [BY_CODE.all(facts.session, facts.forum, code) for code in ("IZM", "VK", "VM")]
    assert (found, again) == ([made[2], *made[:2]], [made[:2], [made[2]], []])
    assert BY_CODE.one(facts.session, facts.forum, "IZM") is made[1]
    assert len(questions) == 1


def test_a_key_of_several_columns_finds_just_these(facts: Facts) -> None:
    made = facts.body("IZM")
    facts.body("VK")
    crossed = [("IZM", made.name), ("VK", made.name)]
    assert BY_BOTH.gather(facts.session, facts.forum, crossed) == [made]
    assert BY_CODE.all(facts.session, "another-forum", "IZM") == []


def test_what_is_added_and_deleted_is_seen_before_it_is_written(facts: Facts) -> None:
    first = body(facts, "IZM", "first")
    assert names(facts, "IZM") == ["first"]
    body(facts, "IZM", "second")
    with asked(facts.session.connection()) as questions:
        assert [row.name for row in BY_CODE.all(facts.session, facts.forum, "IZM")] == ["first", "second"]
        facts.session.delete(first)
        assert [row.name for row in BY_CODE.all(facts.session, facts.forum, "IZM")] == ["second"]
    assert questions == []
    assert names(facts, "IZM") == ["second"]


def test_a_row_goes_to_another_key(facts: Facts) -> None:
    row = body(facts, "IZM", "one")
    assert (names(facts, "IZM"), names(facts, "VK")) == (["one"], [])
    row.code = "VK"
    assert (names(facts, "IZM"), names(facts, "VK")) == ([], ["one"])


def test_many_rows_changed_by_one_statement_are_seen(facts: Facts) -> None:
    row = body(facts, "IZM", "one")
    assert names(facts, "IZM") == ["one"]
    given = {"forum": facts.forum, "code": "IZM", "name": "two", "name_en": "", "side": "other", "official_address": ""}
    facts.session.execute(insert(Institution), [given])
    assert names(facts, "IZM") == ["one", "two"]
    facts.session.execute(update(Institution).where(Institution.name == "two").values(code="VK"))
    assert (names(facts, "IZM"), names(facts, "VK")) == (["one"], ["two"])
    facts.session.execute(delete(Institution).where(Institution.id == row.id))
    assert names(facts, "IZM") == []
    columns = ("id", "code", "name", "name_en", "side", "official_address")
    numbers = bulk.numbers(facts.session, Institution, 1)
    bulk.insert(facts.session, Institution, columns, [(numbers[0], "IZM", "three", "", "other", "")], forum=facts.forum)
    assert names(facts, "IZM") == ["three"]


def test_what_was_taken_back_is_not_there(facts: Facts) -> None:
    assert names(facts, "IZM") == []
    part = facts.session.begin_nested()
    body(facts, "IZM", "one")
    assert names(facts, "IZM") == ["one"]
    part.rollback()
    assert names(facts, "IZM") == []


def test_more_keys_than_fit_into_one_question(facts: Facts) -> None:
    made = [facts.body(f"B{number}") for number in range(keyed.AT_ONCE + 1)]
    assert BY_CODE.gather(facts.session, facts.forum, [(row.code,) for row in made]) == made


def test_a_row_that_is_held_is_as_others_left_it(postgres_store: Store) -> None:
    """Two units of work beside each other, which SQLite does not have."""
    number = postgres_store.do_now(lambda session: Facts(session).body("IZM").id)

    def rename(session: Session) -> None:
        session.get_one(Institution, number).name = "by another"

    def held(session: Session) -> list[str]:
        row = session.get_one(Institution, number)
        before = row.name
        postgres_store.do_now(rename)
        assert keyed.hold(session, [row]) == [row]
        assert keyed.hold(session, [row]) == []
        return [before, row.name]

    assert postgres_store.do_now(held) == ["IZM pilnā vārdā", "by another"]


@pytest.mark.parametrize("count", [1, 2, 40])
def test_rows_are_numbered_in_their_order_however_many(facts: Facts, count: int) -> None:
    before = facts.body("first").id
    rows = [body(facts, "IZM", str(number)) for number in range(count)]
    reserved = body(facts, "IZM", "numbered")
    reserved.id = bulk.number(facts.session, Institution)
    rows.append(body(facts, "IZM", "after"))
    facts.session.flush()
    assert len({row.id for row in [*rows, reserved]}) == count + 2
    assert sorted(rows, key=lambda row: row.id) == rows
    assert rows[0].id > before
