"""Rows of the SharePoint site: asked for by name, from any row on, or their versions alone."""

from __future__ import annotations

import json

import pytest

from sandbox.site import Fault
from sync.sharepoint.site import SharePoint
from sync.workspace import Gone, NotUnderstood, Sought, WorkspaceDown
from tests.sync.conftest import Outside
from tests.sync.places import every


def test_rows_are_asked_for_by_name_fifty_a_call(outside: Outside, workspace: SharePoint) -> None:
    rows = outside.site.list("Pasakumi")
    far = [rows.add({"Title": f"{number}"}) for number in range(5200)][-60::2]
    wanted = [3, *far, 24]
    rows.delete(24)
    assert [row.item_id for row in workspace.rows("measure", wanted)] == [3, *far]
    assert [path.count("Id%20eq") for path in outside.asked(part="/items?")] == [32]
    assert len(workspace.rows("measure", range(5100, 5200))) == 100
    assert [path.count("Id%20eq") for path in outside.asked(part="/items?")] == [32, 0]


def test_pages_begin_after_any_row(outside: Outside) -> None:
    workspace = outside.client(page=10)
    assert [row.item_id for row in every(workspace, "measure", after=20)] == [21, 22, 23, 24, 25]
    assert len(outside.asked(part="/items?")) == 1
    workspace.close()


def test_a_last_page_that_is_full_is_the_last_one(outside: Outside) -> None:
    workspace = outside.client(page=5)
    assert len(every(workspace, "measure")) == 25
    assert len(outside.asked(part="/items?")) == 5
    workspace.close()


def test_etags_are_read_alone(outside: Outside) -> None:
    outside.site.list("Pasakumi").edit(2, {"Done": "x"})
    outside.site.list("Pasakumi").add({"Title": "2021"}, folder=True)
    workspace = outside.client(page=20)
    marks = list(workspace.etags("measure"))
    workspace.close()
    assert [len(page) for page in marks] == [20, 5]
    assert {number: etag for page in marks for number, etag in page.items() if etag != '"1"'} == {2: '"2"'}
    assert "?$select=Id,FileSystemObjectType&$filter=" in outside.asked(part="/items?")[0]


def test_a_page_of_another_form_is_not_understood(outside: Outside, workspace: SharePoint) -> None:
    list(workspace.pages("plan"))
    items = f"{outside.site.list('Plani').id}')/items"
    (whole,) = [entry["answer"] for entry in outside.ledger.entries if items in entry["path"]]
    row = whole["value"][0]
    odd = [{**row, "odata.etag": ""}, {**row, "odata.etag": 1}, {**row, "Id": "1"}, {"Id": 1}, {**row, "Modified": 1}]
    for value in [*([one] for one in odd), [row, row], 1, [1], None]:
        outside.site.faults = [Fault(path=items, body=json.dumps({"value": value}).encode())]
        with pytest.raises(NotUnderstood):
            list(workspace.pages("plan"))
    outside.site.faults = [Fault(path=items, body=json.dumps({**whole, "value": [row, {**row, "Id": 9}]}).encode())]
    assert [list(page.ids) for page in workspace.pages("plan")] == [[1, 9]]


def test_a_refusal_that_is_cut_off_says_nothing(outside: Outside, workspace: SharePoint) -> None:
    workspace.open()
    outside.site.faults.append(Fault(cut=10))
    first, second = (workspace.find([Sought(noun="measure", item_id=999)])[0] for _ in range(2))
    assert (type(first), type(second)) == (WorkspaceDown, Gone)
