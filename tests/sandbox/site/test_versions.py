"""The versions of a row: what it was before, as the site tells it, and what is taken out of the history."""

from __future__ import annotations

import pytest

from sandbox.site import Site
from tests.sandbox.site.conftest import Client

ITEM = "web/lists/getbytitle('Pasākumi')/items(1)"
PLAIN = "application/json;odata=nometadata"


@pytest.fixture(autouse=True)
def row(site: Site) -> None:
    measures = site.list("Pasakumi")
    measures.add({"Title": "viens", "Lead": 1, "CoLead": [2], "Account": 7})
    measures.edit(1, {"Title": "divi", "Lead": None})
    measures.edit(1, {"Number": "2.8"}, system=True)
    measures.edit(1, {"Title": "trīs"})


def test_versions_come_the_youngest_first(client: Client) -> None:
    names = "VersionId,VersionLabel,IsCurrentVersion,Title,Number"
    assert client.get(f"{ITEM}/versions?$select={names}", PLAIN)[1]["value"] == [
        {"VersionId": 1536, "VersionLabel": "3.0", "IsCurrentVersion": True, "Title": "trīs", "Number": "2.8"},
        {"VersionId": 1024, "VersionLabel": "2.0", "IsCurrentVersion": False, "Title": "divi", "Number": "2.8"},
        {"VersionId": 512, "VersionLabel": "1.0", "IsCurrentVersion": False, "Title": "viens", "Number": None},
    ]


def test_a_system_update_changes_the_etag_and_makes_no_version(site: Site, client: Client) -> None:
    assert client.get(f"{ITEM}?$select=OData__UIVersionString", PLAIN)[1] == {"OData__UIVersionString": "3.0"}
    assert client.last.headers["ETag"] == '"4"'


def test_lookups_and_people_are_told_in_pieces(site: Site, client: Client) -> None:
    told = client.get(f"{ITEM}/versions(512)", PLAIN)[1]
    assert told["Lead"] == {"LookupId": 1, "LookupValue": "IZM nosaukums"}
    assert told["CoLead"] == [{"LookupId": 2, "LookupValue": "VM nosaukums"}]
    assert told["Account"] == {"LookupId": 7, "LookupValue": "forumbot", "Email": ""}
    assert {"OData__x005f_UIVersionString", "OData__x005f_x0160__x005f_x0137__x005f_x0113_r_x005f_x0161__x005f_x0"} <= (
        told.keys()
    )


def test_versions_are_taken_out_for_good(site: Site, client: Client) -> None:
    assert client.post(f"{ITEM}/versions(1536)", method="DELETE")[0] == 400
    assert client.post(f"{ITEM}/versions(1024)", method="DELETE")[0] == 200
    assert client.get(f"{ITEM}/versions(1024)")[0] == 404
    assert [one.number for one in site.list("Pasakumi").items[1].past] == [1]
    assert client.post(f"{ITEM}/versions/DeleteAll()")[0] == 200
    assert len(client.get(f"{ITEM}/versions", PLAIN)[1]["value"]) == 1


def test_a_list_without_versions_keeps_none(site: Site, client: Client) -> None:
    site.list("Pasakumi").versioning = False
    site.list("Pasakumi").edit(1, {"Title": "četri"})
    assert client.get(f"{ITEM}/versions?$select=VersionId", PLAIN)[1]["value"] == [
        {"VersionId": number * 512} for number in (4, 2, 1)
    ]


def test_who_may_only_read_deletes_no_version(site: Site, client: Client) -> None:
    site.list("Pasakumi").access = "read"
    assert client.post(f"{ITEM}/versions(512)", method="DELETE")[0] == 403
