"""Rows written: created, changed under an etag, deleted; what does not fit its column is refused by its name."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sandbox.site import Column, Site
from tests.sandbox.site.conftest import VERBOSE, Client

ITEMS = "web/lists/getbytitle('Pasākumi')/items"
TYPE = {"type": "SP.Data.PasakumiListItem"}


def test_every_kind_of_column_comes_back_as_it_was_written(site: Site, client: Client) -> None:
    sent = {
        "Title": "2.8",
        "Number": "2.10",
        "Done": "Rinda\notrā",
        "Completion": "Izpildīts",
        "State": "procesā",
        "Audience": ["A", "B"],
        "Version": 2.0,
        "Publish": True,
        "DueOn": "2021-01-31T22:00:00Z",
        "SubmittedAt": "2021-02-01T07:30:00Z",
        "Link": {"Description": "Datu kopa", "Url": "https://dati.example/kopa"},
        "LeadId": 1,
        "CoLeadId": [2],
        "AccountId": 7,
        "ForumKey": "k-1",
        "OData__x0160__x0137__x0113_r_x0161__x0": "Nav",
    }
    status, made = client.post(ITEMS, sent)
    assert (status, client.last.headers["ETag"]) == (201, '"1"')
    assert {name: made[name] for name in sent} == sent
    assert (made["AuthorId"], made["EditorId"]) == (site.service.id, site.service.id)


def test_the_verbose_form_is_written_with_types(client: Client) -> None:
    link = {"__metadata": {"type": "SP.FieldUrlValue"}, "Url": "https://dati.example", "Description": "x"}
    sent = {"__metadata": TYPE, "Title": "x", "CoLeadId": {"results": [1, 2]}, "Link": link}
    status, made = client.post(ITEMS, sent, form=VERBOSE)
    assert (status, made["d"]["CoLeadId"]["results"]) == (201, [1, 2])


def test_a_day_written_at_any_hour_is_cut_to_the_sites_midnight(site: Site, client: Client) -> None:
    assert client.post(ITEMS, {"Title": "x", "DueOn": "2021-02-01T00:00:00Z"})[1]["DueOn"] == "2021-01-31T22:00:00Z"
    site.timezone = "America/Los_Angeles"
    assert client.post(ITEMS, {"Title": "x", "DueOn": "2021-02-01T00:00:00Z"})[1]["DueOn"] == "2021-01-31T08:00:00Z"


def test_a_change_goes_through_at_the_right_etag_only(site: Site, client: Client) -> None:
    site.list("Pasakumi").add({"Title": "x"})
    assert client.merge(f"{ITEMS}(1)", {"Done": "viens"}, '"1"') == 204
    assert client.last.headers["ETag"] == '"2"'
    assert client.merge(f"{ITEMS}(1)", {"Done": "divi"}, '"1"') == 412
    assert client.trouble() == "The request ETag value '\"1\"' does not match the object's ETag value '\"2\"'."
    assert client.last.json()["odata.error"]["code"] == "-1, Microsoft.SharePoint.Client.ClientConcurrencyException"
    assert client.merge(f"{ITEMS}(1)", {"Done": "trīs"}) == 204
    assert client.post(f"{ITEMS}(1)", {"Done": "četri"}, method="PATCH", If_Match='"3"')[0] == 204
    assert client.post(f"{ITEMS}(1)", {"Done": "pieci"}, method="PATCH")[0] == 412
    assert client.post(f"{ITEMS}(1)", {"Done": "seši"}, method="PATCH", If_Match="4")[0] == 400
    assert (client.get(f"{ITEMS}(1)")[1]["Done"], client.last.headers["ETag"]) == ("četri", '"4"')


def test_a_deleted_row_is_gone_until_it_is_restored(site: Site, client: Client) -> None:
    for _ in range(3):
        site.list("Pasakumi").add({"Title": "x"})
    assert client.post(f"{ITEMS}(1)", method="DELETE", If_Match='"9"')[0] == 412
    assert client.post(f"{ITEMS}(1)", method="DELETE", If_Match='"1"')[0] == 200
    assert client.post(f"{ITEMS}(2)", X_HTTP_Method="DELETE", If_Match="*")[0] == 200
    assert client.post(f"{ITEMS}(3)/recycle()")[0] == 200
    assert client.get(ITEMS)[1]["value"] == []
    site.list("Pasakumi").restore(2)
    assert [row["Id"] for row in client.get(ITEMS)[1]["value"]] == [2]
    assert client.merge(f"{ITEMS}(1)", {"Title": "y"}) == 404


def test_a_unique_column_takes_each_value_once(client: Client) -> None:
    assert client.post(ITEMS, {"Title": "x", "ForumKey": "k-1"})[0] == 201
    status, answer = client.post(ITEMS, {"Title": "y", "ForumKey": "K-1"})
    code = "-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException"
    assert (status, answer["odata.error"]["code"]) == (400, code)
    assert client.post(ITEMS, {"Title": "y"})[0] == 201
    assert client.merge(f"{ITEMS}(2)", {"ForumKey": "k-1"}) == 400
    assert client.merge(f"{ITEMS}(1)", {"ForumKey": "k-1"}) == 204


@pytest.mark.parametrize(
    ("column", "sent"),
    [
        ("Nowhere", "x"),
        ("Modified", "2021-02-01T07:30:00Z"),
        ("Title", None),
        ("Title", "x" * 256),
        ("Number", 2.1),
        ("Completion", "procesā"),
        ("Audience", "A"),
        ("Audience", ["C"]),
        ("Audience", {"results": ["A"]}),
        ("Version", "2"),
        ("Version", True),
        ("Publish", "jā"),
        ("Publish", 1),
        ("DueOn", "2021-02-01"),
        ("DueOn", "2021-02-01T00:00:00"),
        ("DueOn", "1899-12-30T00:00:00Z"),
        ("SubmittedAt", "2021-02-31T00:00:00Z"),
        ("Link", "https://dati.example"),
        ("Link", {"Url": "II pusgads"}),
        ("Link", {"Url": "https://dati.example", "Text": "x"}),
        ("LeadId", "1"),
        ("LeadId", 99),
        ("Lead", 1),
        ("CoLeadId", 1),
        ("CoLeadId", [1, 99]),
        ("AccountId", 99),
    ],
)
def test_what_does_not_fit_is_refused_by_its_column(site: Site, client: Client, column: str, sent: Any) -> None:
    status, _ = client.post(ITEMS, {"Title": "x", column: sent})
    assert (status, column in client.trouble(), site.list("Pasakumi").rows()) == (400, True, [])


@pytest.mark.parametrize(
    ("sent", "named"),
    [
        ({"Title": "x"}, "__metadata"),
        ({"__metadata": {"type": "SP.Data.CitsListItem"}, "Title": "x"}, "SP.Data.CitsListItem"),
        ({"__metadata": TYPE, "Title": "x", "CoLeadId": [1]}, "CoLeadId"),
        ({"__metadata": TYPE, "Title": "x", "Link": {"Url": "https://dati.example"}}, "SP.FieldUrlValue"),
    ],
)
def test_a_verbose_body_without_its_types_is_refused(client: Client, sent: Any, named: str) -> None:
    status, answer = client.post(ITEMS, sent, form=VERBOSE)
    assert (status, named in answer["error"]["message"]["value"]) == (400, True)


def test_a_body_that_is_no_object_or_no_json_is_refused(client: Client) -> None:
    assert client.post(ITEMS, ["x"])[0] == 400
    assert client.post(ITEMS, {"Title": "x"}, form="text/plain")[0] == 400
    assert client.post(ITEMS, {"Title": "x"}, X_HTTP_Method="PUT")[0] == 400
    assert "PUT" in client.trouble()


def test_required_columns_are_asked_for_and_not_emptied(site: Site, client: Client) -> None:
    assert client.post(ITEMS, {"Number": "1"})[0] == 400
    assert "Title" in client.trouble()
    site.list("Pasakumi").add({"Title": "x"})
    assert client.merge(f"{ITEMS}(1)", {"Title": ""}) == 400


def test_a_library_takes_no_plain_rows_and_a_closed_list_none_at_all(site: Site, client: Client) -> None:
    site.add_list("Pierādījumi", url="Pieradijumi", columns=[], library=True)
    assert client.post("web/lists/getbytitle('Pierādījumi')/items", {"Title": "x"})[0] == 400
    site.list("Pasakumi").access = "read"
    assert client.post(ITEMS, {"Title": "x"})[0] == 403
    assert client.get(ITEMS)[0] == 200
    site.list("Pasakumi").access = "none"
    assert client.get(ITEMS)[0] == 403


def test_people_in_the_browser_leave_any_mess(site: Site, client: Client) -> None:
    person = site.add_person("IZM kontaktpersona", "kontaktpersona@izm.example")
    measures = site.list("Pasakumi")
    number = measures.add({"Title": "VARAM ", "Completion": "izpildīts 80 %", "Lead": 77, "DueOn": date(1899, 12, 30)})
    measures.edit(number, {"Done": '<div class="ExternalClass1">&#160;</div>'}, editor=person.id)
    measures.add({"Title": "Mape"}, folder=True)
    measures.rename_column("Completion", "Stāvoklis")
    measures.remove_column("Version")
    measures.add_column(Column("field_1"))
    first, second = client.get(f"{ITEMS}?$select=Title,Completion,LeadId,EditorId,FileSystemObjectType")[1]["value"]
    assert (first["Title"], first["LeadId"], first["EditorId"]) == ("VARAM ", 77, person.id)
    assert second["FileSystemObjectType"] == 1
    assert client.get(f"{ITEMS}?$select=Version")[0] == 400
