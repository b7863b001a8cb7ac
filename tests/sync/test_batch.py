"""Batches as they go on the wire: portions, and an answer that is not whole."""

from __future__ import annotations

import pytest

from sandbox.site import Fault
from sync.sharepoint.batch import PARTS, Part, portions, unpacked
from sync.sharepoint.site import SharePoint
from sync.workspace import Change, Gone, Row, Sought, Stored, WorkspaceError
from tests.sync.conftest import Outside


def test_portions_hold_what_the_site_takes_and_keep_reads_and_writes_apart() -> None:
    small, read, large = Part("a", {}), Part("a"), Part("a", {"x": "y" * 600_000})
    assert [len(one) for one in portions([small] * (PARTS + 1))] == [PARTS, 1]
    assert [len(one) for one in portions([small, small, read, small])] == [2, 1, 1]
    assert [len(one) for one in portions([large, large, small])] == [1, 2]
    assert list(portions([])) == []


KIND = {"Content-Type": "multipart/mixed; boundary=b"}
ONE = b'--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 204 No Content\r\nETAG: "2"\r\n\r\n\r\n'


def test_an_answer_is_taken_apart() -> None:
    found = unpacked(ONE + ONE + b"--b--\r\n", KIND, 2)
    assert found is not None
    assert [(one.status, one.headers["etag"], one.content) for one in found] == [(204, '"2"', b"")] * 2


@pytest.mark.parametrize(
    ("content", "headers", "count"),
    [
        (ONE, KIND, 1),
        (ONE + b"--b--", KIND, 2),
        (ONE + ONE + b"--b--", KIND, 1),
        (ONE + b"--b--", {"Content-Type": "text/html"}, 1),
        (b"--b\r\nnothing\r\n--b--", KIND, 1),
        (b"<html>", KIND, 1),
        (b"", KIND, 0),
    ],
)
def test_an_answer_that_is_not_whole_is_none(content: bytes, headers: dict[str, str], count: int) -> None:
    assert unpacked(content, headers, count) is None


def names(answers: object) -> list[str]:
    assert isinstance(answers, list)
    return [type(one).__name__ for one in answers]


def test_a_hundred_writes_are_one_call_and_each_has_its_own_outcome(outside: Outside, workspace: SharePoint) -> None:
    workspace.open()
    outside.site.list("Pasakumi").edit(2, {"Done": "cits"})
    outside.site.list("Pasakumi").delete(3)
    changes = [Change(noun="reply", key=f"k-{n}", values={"title": f"{n}"}) for n in range(95)]
    changes += [Change(noun="measure", item_id=n, etag='"1"', values={"done": "x"}) for n in (1, 2, 3)]
    changes += [
        Change(noun="reply", key="k-0", values={"title": "x"}),
        Change(noun="reply", key="k", values={"title": "x" * 256}),
    ]
    before = len(outside.ledger.entries)
    made = workspace.write(changes)
    assert made[:95] == [Stored(n + 1, '"1"') for n in range(95)]
    assert made[95] == Stored(1, '"2"')
    assert names(made[96:]) == ["Stale", "Gone", "KeyTaken", "Rejected"]
    calls = [one for one in outside.ledger.entries[before:] if not one.get("batch")]
    assert [(one["method"], one["path"].rpartition("/")[2]) for one in calls[:1]] == [("POST", "$batch")]
    # What was refused for good may have a reason in the columns, which are looked at for it.
    assert {one["method"] for one in calls[1:]} == {"GET"}


def test_rows_are_found_in_one_call(outside: Outside, workspace: SharePoint) -> None:
    workspace.write([Change(noun="reply", key="k'1", values={"title": "x"})])
    found = workspace.find(
        [Sought(noun="measure", item_id=2), Sought(noun="reply", key="k'1"), Sought(noun="reply", key="k-2")]
    )
    assert [one.item_id if isinstance(one, Row) else type(one) for one in found] == [2, 1, Gone]
    assert len(outside.asked("POST", "$batch")) == 1


def test_a_batch_of_which_no_answer_comes_is_in_doubt_and_a_list_that_stopped_is_told(
    outside: Outside, workspace: SharePoint
) -> None:
    outside.site.list("Atbildes").remove_column("Done")
    workspace.open()
    outside.site.faults.append(Fault(cut=200, done=True, path="$batch"))
    changes = [Change(noun="measure", item_id=n, etag='"1"', values={"done": "x"}) for n in (1, 2)]
    made = workspace.write([*changes, Change(noun="reply", key="k", values={})])
    assert names(made) == ["WriteInDoubt", "WriteInDoubt", "ListStopped"]
    assert [outside.site.list("Pasakumi").items[n].version for n in (1, 2)] == [2, 2]


def test_a_batch_renews_its_token_once_too(outside: Outside, workspace: SharePoint) -> None:
    workspace.open()
    outside.site.faults.append(Fault(401, path="$batch"))
    changes = [Change(noun="measure", item_id=n, etag='"1"', values={"done": "x"}) for n in (1, 2)]
    assert workspace.write(changes) == [Stored(1, '"2"'), Stored(2, '"2"')]
    outside.site.faults += [Fault(401, path="$batch"), Fault(401, path="$batch")]
    assert names(workspace.write(changes)) == ["SignInFailed", "SignInFailed"]


def test_a_batch_that_is_refused_whole_is_written_one_by_one(outside: Outside, workspace: SharePoint) -> None:
    workspace.open()
    outside.site.faults.append(Fault(413, path="$batch"))
    changes = [Change(noun="measure", item_id=n, etag='"1"', values={"done": "x"}) for n in (1, 2)]
    assert workspace.write(changes) == [Stored(1, '"2"'), Stored(2, '"2"')]


def test_a_part_that_is_throttled_holds_all_who_ask(outside: Outside, workspace: SharePoint) -> None:
    workspace.open()
    outside.site.faults.append(Fault(429, {"Retry-After": "60"}, path="items(2)"))
    changes = [Change(noun="measure", item_id=n, etag='"1"', values={"done": "x"}) for n in (1, 2)]
    made = workspace.write(changes)
    assert made[0] == Stored(1, '"2"')
    trouble = made[1]
    assert isinstance(trouble, WorkspaceError)
    assert (type(trouble).__name__, trouble.retry_after) == ("WorkspaceDown", 60.0)
    before = len(outside.ledger.entries)
    assert names(workspace.write(changes)) == ["WorkspaceDown", "WorkspaceDown"]
    assert len(outside.ledger.entries) == before
