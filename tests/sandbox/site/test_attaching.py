"""Attachments of a row: added, read, written anew, deleted; each makes a version of the row."""

from __future__ import annotations

import pytest

from sandbox.site import Site
from tests.sandbox.site.conftest import Client

ITEM = "web/lists/getbytitle('Pasākumi')/items(1)"
FILES = f"{ITEM}/AttachmentFiles"
PLAIN = "application/json;odata=nometadata"


@pytest.fixture(autouse=True)
def row(site: Site) -> None:
    site.list("Pasakumi").add({"Title": "x"})


def test_an_attachment_is_added_told_and_read(client: Client) -> None:
    status, made = client.send(f"{FILES}/add(FileName='Vēstule.pdf')", b"%PDF\xff")
    path = "/sites/ogp/Lists/Pasakumi/Attachments/1/Vēstule.pdf"
    assert (status, made["FileName"], made["ServerRelativeUrl"]) == (200, "Vēstule.pdf", path)
    assert client.get(FILES, PLAIN)[1]["value"] == [
        {
            "FileName": "Vēstule.pdf",
            "FileNameAsPath": {"DecodedUrl": "Vēstule.pdf"},
            "ServerRelativePath": {"DecodedUrl": path},
            "ServerRelativeUrl": path,
        }
    ]
    assert client.send(f"{FILES}('vēstule.pdf')/$value", method="GET") == (200, b"%PDF\xff")
    assert client.get(f"{ITEM}?$select=Attachments,OData__UIVersionString", PLAIN)[1] == {
        "Attachments": True,
        "OData__UIVersionString": "2.0",
    }
    assert client.last.headers["ETag"] == '"2"'


def test_quotes_percent_and_hash_in_a_name(client: Client) -> None:
    assert client.send(f"{FILES}/add(FileName='O''Reilly.pdf')", b"a")[1]["FileName"] == "O'Reilly.pdf"
    assert client.get(f"{FILES}('O''Reilly.pdf')", PLAIN)[1]["FileName"] == "O'Reilly.pdf"
    assert client.send(f"{FILES}/add(FileName='50%25.pdf')", b"a")[0] == 400
    assert client.send(f"{FILES}/AddUsingPath(DecodedUrl='50%25 %231.pdf')", b"a")[1]["FileName"] == "50% #1.pdf"


def test_a_name_is_taken_once_and_its_bytes_may_be_others(site: Site, client: Client) -> None:
    client.send(f"{FILES}/add(FileName='a.pdf')", b"viens")
    assert client.send(f"{FILES}/add(FileName='A.pdf')", b"divi")[0] == 400
    assert client.send(f"{FILES}('a.pdf')/$value", b"divi", X_HTTP_Method="PUT")[0] == 204
    assert site.list("Pasakumi").items[1].attachments == {"a.pdf": b"divi"}


def test_an_attachment_is_deleted_at_the_rows_etag_only(site: Site, client: Client) -> None:
    for name in ("a.pdf", "b.pdf"):
        client.send(f"{FILES}/add(FileName='{name}')", b"a")
    assert client.post(f"{FILES}('a.pdf')", method="DELETE", If_Match='"1"')[0] == 412
    assert client.post(f"{FILES}('a.pdf')", method="DELETE", If_Match='"3"')[0] == 200
    assert client.post(f"{FILES}('b.pdf')/recycleObject")[0] == 200
    assert site.list("Pasakumi").rows()[0]["Attachments"] is False
    assert client.get(f"{FILES}('a.pdf')")[0] == 404


@pytest.mark.parametrize("name", ["a:b.pdf", "", "a/b.pdf"])
def test_a_name_that_sharepoint_does_not_take_is_refused(client: Client, name: str) -> None:
    assert client.send(f"{FILES}/add(FileName='{name}')", b"a")[0] == 400
    assert client.last.json()["odata.error"]["code"].startswith("-2130575245")


def test_arguments_that_are_not_known_are_refused(client: Client) -> None:
    assert client.send(f"{FILES}/add(Name='a.pdf')", b"a")[0] == 400


def test_a_list_that_may_only_be_read_takes_none(site: Site, client: Client) -> None:
    site.list("Pasakumi").access = "read"
    assert client.send(f"{FILES}/add(FileName='a.pdf')", b"a")[0] == 403
