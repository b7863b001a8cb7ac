"""One write's way: what is looked up, what is written again, and where it ends, for every answer the site may give."""

from __future__ import annotations

import pytest

from forum.store.base import Values
from sync.attempts import TURNS, Attempt, Clash, End, Write, Written
from sync.workspace import (
    Change,
    Gone,
    KeyTaken,
    Rejected,
    Row,
    Sought,
    Stale,
    Stored,
    WorkspaceDown,
    WorkspaceError,
    WriteInDoubt,
)

BASE: Values = {"done": "bija", "next_step": ""}
OURS: Values = {"done": "mūsu"}


def write(*, key: str = "", item_id: int | None = 5, etag: str = '"1"', again: bool = False) -> Write:
    base = BASE if item_id else {}
    return Write(
        operation_id=1,
        epoch=1,
        noun="measure",
        values=OURS,
        key=key,
        item_id=item_id,
        etag=etag,
        base=base,
        again=again,
    )


def row(etag: str = '"2"', **values: object) -> Row:
    return Row(item_id=5, etag=etag, values={**BASE, **values})


def name(end: End | None) -> str:
    return type(end).__name__


def test_a_change_is_written_at_its_etag() -> None:
    attempt = Attempt(write())
    assert (attempt.looking, attempt.change()) == (
        False, Change(noun="measure", values=OURS, item_id=5, etag='"1"'),
    )  # fmt: skip
    attempt.wrote(Stored(5, '"2"'))
    assert attempt.end == Written(5, '"2"')


def test_a_stale_row_is_looked_at_and_written_again_over_what_does_not_clash() -> None:
    attempt = Attempt(write())
    attempt.wrote(Stale())
    assert (attempt.end, attempt.looking, attempt.sought()) == (None, True, Sought(noun="measure", item_id=5))
    read = row(next_step="cits")
    attempt.found(read)
    assert (attempt.end, attempt.looking, attempt.news, attempt.change().etag) == (None, False, True, '"2"')
    attempt.wrote(Stored(5, '"3"'))
    assert attempt.end == Written(5, '"3"', read)


def test_both_changed_one_field() -> None:
    attempt = Attempt(write())
    attempt.wrote(Stale())
    read = row(done="viņu")
    attempt.found(read)
    assert attempt.end == Clash(read, ("done",))


def test_what_stands_there_already_is_not_written_again() -> None:
    attempt = Attempt(write(again=True))
    attempt.wrote(Stale())
    read = row(done="mūsu")
    attempt.found(read)
    assert attempt.end == Written(5, '"2"', read)


def test_a_row_that_keeps_changing_is_left_for_later() -> None:
    attempt = Attempt(write())
    for number in range(TURNS):
        attempt.wrote(Stale())
        attempt.found(row(f'"{number + 2}"', next_step=f"{number}"))
    attempt.wrote(Stale())
    assert name(attempt.end) == "WriteInDoubt"


def test_a_row_of_unknown_etag_is_looked_at_first() -> None:
    attempt = Attempt(write(etag=""))
    assert attempt.looking
    attempt.found(row())
    assert (attempt.looking, attempt.change().etag) == (False, '"2"')


def test_a_new_row_is_made_and_looked_up_first_only_after_a_doubt() -> None:
    first, again = Attempt(write(key="k", item_id=None)), Attempt(write(key="k", item_id=None, again=True))
    assert (first.looking, again.looking) == (False, True)
    assert again.sought() == Sought(noun="measure", key="k")
    again.found(Gone())
    assert (again.looking, again.change().item_id) == (False, None)
    first.wrote(Stored(9, '"1"'))
    assert first.end == Written(9, '"1"')


@pytest.mark.parametrize(("etag", "ended"), [('"1"', None), ('"2"', "Clash")])
def test_a_row_under_our_key_that_nobody_changed_is_our_own(etag: str, ended: str | None) -> None:
    attempt = Attempt(write(key="k", item_id=None))
    attempt.wrote(KeyTaken())
    assert attempt.looking
    attempt.found(row(etag, done="cits"))
    assert name(attempt.end) == (ended or "NoneType")
    assert attempt.change() == Change(noun="measure", values=OURS, key="k", item_id=5, etag=etag)


def test_a_key_that_is_taken_by_nothing_to_be_found_is_told() -> None:
    attempt = Attempt(write(key="k", item_id=None))
    attempt.wrote(KeyTaken())
    attempt.found(Gone())
    assert name(attempt.end) == "KeyTaken"


def test_what_was_deleted_is_made_anew_where_it_has_a_key_of_ours() -> None:
    ours, theirs = Attempt(write(key="k")), Attempt(write())
    for one in (ours, theirs):
        one.wrote(Gone())
    assert (ours.end, ours.lost, name(theirs.end)) == (None, True, "Gone")
    ours.begin(write(key="k", item_id=None))
    assert (ours.lost, ours.looking, ours.change().item_id) == (False, False, None)
    ours.wrote(Gone())
    assert name(ours.end) == "Gone"


def test_a_row_that_never_was_is_gone() -> None:
    assert name(Attempt(write(item_id=None)).end) == "Gone"


@pytest.mark.parametrize("trouble", [WorkspaceDown("503"), WriteInDoubt(), Rejected("400")])
def test_a_trouble_ends_the_attempt_wherever_it_comes(trouble: WorkspaceError) -> None:
    writing, looking = Attempt(write()), Attempt(write(etag=""))
    writing.wrote(trouble)
    looking.found(trouble)
    assert (writing.end, looking.end) == (trouble, trouble)
