"""Rows written as a form in the browser does: texts in, each column's trouble told beside it."""

from __future__ import annotations

from typing import Any

from sandbox.site import Site
from tests.sandbox.site.conftest import Client

LIST = "web/lists/getbytitle('Pasākumi')"
PLAIN = "application/json;odata=nometadata"


def form(**columns: str) -> dict[str, Any]:
    return {"formValues": [{"FieldName": name, "FieldValue": text} for name, text in columns.items()]}


def told(answer: Any) -> list[tuple[str, str, bool]]:
    return [(one["FieldName"], one["FieldValue"], one["HasException"]) for one in answer["value"]]


def test_a_row_is_added_and_changed_by_texts(site: Site, client: Client) -> None:
    sent = form(ContentType="Item", Title="x", Number="2.8", Lead="1;#IZM", Publish="1", Version="2.5")
    status, answer = client.post(f"{LIST}/AddValidateUpdateItemUsingPath()", sent, form=PLAIN)
    assert (status, told(answer)[-1]) == (200, ("Id", "1", False))
    status, answer = client.post(f"{LIST}/items(1)/ValidateUpdateListItem()", form(Completion="Izpildīts"), form=PLAIN)
    assert (status, told(answer)) == (200, [("Completion", "Izpildīts", False)])
    row = site.list("Pasakumi").rows()[0]
    names = ("Title", "Number", "Lead", "Publish", "Version", "Completion")
    assert [row[name] for name in names] == ["x", "2.8", 1, True, 2.5, "Izpildīts"]


def test_a_trouble_stands_beside_its_column_and_nothing_is_kept(site: Site, client: Client) -> None:
    site.list("Pasakumi").add({"Title": "x", "ForumKey": "k-1"})
    sent = form(Title="y", Completion="procesā", DueOn="1.2.2021")
    status, answer = client.post(f"{LIST}/items(1)/ValidateUpdateListItem()", sent, form=PLAIN)
    assert (status, told(answer)) == (
        200,
        [("Title", "y", False), ("Completion", "procesā", True), ("DueOn", "1.2.2021", True)],
    )
    answer = client.post(f"{LIST}/AddValidateUpdateItemUsingPath()", form(ForumKey="k-1"), form=PLAIN)[1]
    assert told(answer) == [("ForumKey", "k-1", True), ("Title", "", True)]
    assert [row["Title"] for row in site.list("Pasakumi").rows()] == ["x"]


def test_what_is_no_form_is_refused_by_name(site: Site, client: Client) -> None:
    site.list("Pasakumi").add({"Title": "x"})
    for sent, named in ((form(Nowhere="x"), "Nowhere"), ({"formValues": []}, "formValues"), ({"x": 1}, "formValues")):
        assert (client.post(f"{LIST}/items(1)/ValidateUpdateListItem()", sent)[0], named in client.trouble()) == (
            400,
            True,
        )


def test_a_list_tells_which_kinds_of_row_it_takes(client: Client) -> None:
    assert client.get(f"{LIST}/contenttypes?$select=Name,Id", PLAIN)[1]["value"] == [
        {"Name": "Item", "Id": {"StringValue": "0x0100"}},
        {"Name": "Folder", "Id": {"StringValue": "0x0120"}},
    ]
