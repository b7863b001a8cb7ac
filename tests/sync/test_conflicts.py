"""Edits of different fields are merged; edits of one field are a conflict, unless both say the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sync.conflicts import Merged, merge, same

WORDS = st.dictionaries(
    st.sampled_from("abc"), st.one_of(st.none(), st.integers(1, 3), st.sampled_from(["", "x", "y"]))
)


def test_another_field_changed_is_no_conflict() -> None:
    assert merge({"a": "x", "b": "x"}, {"a": "x", "b": "z"}, {"a": "y"}) == Merged((), written=False)


def test_the_same_field_changed_to_something_else_is_one() -> None:
    assert merge({"a": "x", "b": 1}, {"a": "z", "b": 1}, {"a": "y", "b": 2}) == Merged(("a",), written=False)


def test_what_stands_there_already_needs_no_write() -> None:
    assert merge({"a": "x"}, {"a": " y\r\n"}, {"a": "y"}) == Merged((), written=True)


def test_a_field_unreadable_then_and_now_is_unchanged() -> None:
    assert merge({}, {}, {"a": "y"}) == Merged((), written=False)


@given(WORDS, WORDS)
def test_nobody_changed_anything_so_nothing_clashes(base: dict[str, object], ours: dict[str, object]) -> None:
    assert merge(base, base, ours).clashing == ()


@given(WORDS, WORDS, WORDS)
def test_a_clash_is_where_three_differ(
    base: dict[str, object], theirs: dict[str, object], ours: dict[str, object]
) -> None:
    found = merge(base, theirs, ours)
    for name, word in ours.items():
        differ = not same(theirs.get(name), word) and not same(theirs.get(name), base.get(name))
        assert (name in found.clashing) == differ
    assert not (found.written and found.clashing)
