"""Files in a library: uploaded, read, versioned, renamed, moved, deleted; and their rows, as any list has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sandbox.site import Column, Site
from tests.sandbox.site.conftest import LIGHT, Client

LIBRARY = "web/lists/getbytitle('Pierādījumi')"
ROOT = "/sites/ogp/Pieradijumi"
FOLDER = f"web/getFolderByServerRelativeUrl('{ROOT}')"
PLAIN = "application/json;odata=nometadata"


def file(name: str) -> str:
    return f"web/getFileByServerRelativePath(decodedUrl='{ROOT}/{name}')"


@pytest.fixture(autouse=True)
def library(site: Site) -> None:
    columns = [
        Column("Pasākums", "Lookup", name="Measure", target="Institucijas"),
        Column("Avota saite", name="SourceUrl"),
        Column("Sha256", name="Sha256", unique=True, indexed=True),
    ]
    site.add_list("Pierādījumi", url="Pieradijumi", columns=columns, library=True)


def upload(client: Client, name: str, content: bytes, *, more: str = "overwrite=true", tail: str = "") -> Any:
    path = f"{FOLDER}/Files/add(url='{name}',{more}){tail}"
    return client.send(path, content, Content_Type="application/octet-stream")


def rows(client: Client, names: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"{LIBRARY}/items?$select={names}", PLAIN)[1]["value"]
    return found


def test_an_upload_is_a_file_and_a_row(site: Site, client: Client) -> None:
    status, made = upload(client, "Datu kopa.PDF", b"%PDF-1.7\xff")
    assert (status, made["Name"], made["ServerRelativeUrl"]) == (200, "Datu kopa.PDF", f"{ROOT}/Datu kopa.PDF")
    assert (made["Length"], made["UIVersionLabel"], made["Title"]) == ("9", "1.0", None)
    assert client.send(f"{file('datu kopa.pdf')}/$value", method="GET") == (200, b"%PDF-1.7\xff")
    assert rows(client, "Id,FileLeafRef,FileRef,FileDirRef,File_x0020_Type,FileSystemObjectType,ContentTypeId") == [
        {
            "Id": 1,
            "FileLeafRef": "Datu kopa.PDF",
            "FileRef": f"{ROOT}/Datu kopa.PDF",
            "FileDirRef": ROOT,
            "File_x0020_Type": "pdf",
            "FileSystemObjectType": 0,
            "ContentTypeId": "0x0101",
        }
    ]
    assert site.library("Pieradijumi").rows()[0]["Editor"] == site.service.id


def test_a_row_tells_where_its_file_lies_only_when_asked(client: Client) -> None:
    upload(client, "a.pdf", b"a")
    told = client.get(f"{LIBRARY}/items(1)", PLAIN)[1]
    assert {"FileRef", "FileLeafRef", "Attachments"} & told.keys() == set()
    assert client.get(f"{LIBRARY}/items(1)/File", PLAIN)[1]["Name"] == "a.pdf"


def test_the_answer_holds_the_row_where_it_is_expanded(client: Client) -> None:
    made = upload(client, "a.pdf", b"a", tail="?$expand=ListItemAllFields&$select=Name,ListItemAllFields")[1]
    row = made["ListItemAllFields"]
    assert (made["Name"], row["Id"], row["odata.etag"]) == ("a.pdf", 1, f'"{row["GUID"]},1"')


def test_a_files_row_is_written_under_its_etag(site: Site, client: Client) -> None:
    upload(client, "a.pdf", b"a")
    row = client.get(f"{file('a.pdf')}/ListItemAllFields")[1]
    fields = {"MeasureId": 1, "SourceUrl": "https://dati.example", "Sha256": "ca97"}
    assert client.merge(f"{file('a.pdf')}/ListItemAllFields", fields, row["odata.etag"]) == 204
    assert client.merge(f"{LIBRARY}/items(1)", {"SourceUrl": "x"}, row["odata.etag"]) == 412
    assert rows(client, "MeasureId,SourceUrl,Sha256") == [fields]
    upload(client, "b.pdf", b"b")
    assert client.merge(f"{LIBRARY}/items(2)", {"Sha256": "CA97"}) == 400
    assert client.last.json()["odata.error"]["code"].startswith("-2130575169")


def test_a_name_is_taken_once_unless_it_is_to_be_overwritten(client: Client) -> None:
    upload(client, "a.pdf", b"viens")
    assert upload(client, "A.pdf", b"divi", more="overwrite=false")[0] == 400
    assert client.last.json()["odata.error"]["code"].startswith("-2130575257")
    made = upload(client, "a.pdf", b"divi")[1]
    assert (made["UIVersionLabel"], len(rows(client, "Id"))) == ("2.0", 1)
    assert client.send(f"{file('a.pdf')}/$value", method="GET")[1] == b"divi"


def test_versions_are_told_and_taken_out(client: Client) -> None:
    for content in (b"a", b"bb", b"ccc"):
        upload(client, "a.pdf", content)
    told = client.get(f"{file('a.pdf')}/Versions?$select=ID,Size,VersionLabel,Url", PLAIN)[1]["value"]
    history = "_vti_history/{}/Pieradijumi/a.pdf"
    assert told == [
        {"ID": 512, "Size": 1, "VersionLabel": "1.0", "Url": history.format(512)},
        {"ID": 1024, "Size": 2, "VersionLabel": "2.0", "Url": history.format(1024)},
    ]
    assert client.post(f"{file('a.pdf')}/Versions/DeleteById(vid=512)")[0] == 200
    assert client.post(f"{file('a.pdf')}/Versions/DeleteById(vid=512)")[0] == 404
    assert client.post(f"{file('a.pdf')}/Versions/DeleteAll()")[0] == 200
    assert client.get(f"{file('a.pdf')}/Versions", PLAIN)[1]["value"] == []
    assert client.send(f"{file('a.pdf')}/$value", method="GET")[1] == b"ccc"


def test_other_bytes_are_a_version_too(client: Client) -> None:
    upload(client, "a.pdf", b"a")
    assert client.send(f"{file('a.pdf')}/$value", b"b", X_HTTP_Method="PUT")[0] == 204
    assert client.get(file("a.pdf"), PLAIN)[1]["UIVersionLabel"] == "2.0"


def test_quotes_percent_and_hash_in_a_name(client: Client) -> None:
    assert upload(client, "O''Reilly.pdf", b"a")[1]["Name"] == "O'Reilly.pdf"
    assert client.get(file("O''Reilly.pdf"), PLAIN)[1]["Name"] == "O'Reilly.pdf"
    assert upload(client, "50%25 %231.pdf", b"a")[0] == 400
    path = f"{FOLDER}/Files/AddUsingPath(DecodedUrl='50%25 %231.pdf',Overwrite=false)"
    assert client.send(path, b"a")[1]["Name"] == "50% #1.pdf"
    assert client.get(file("50%25 %231.pdf"), PLAIN)[1]["Name"] == "50% #1.pdf"
    assert client.get(f"web/getFileByServerRelativeUrl('{ROOT}/50%25 %231.pdf')")[0] == 400


@pytest.mark.parametrize("name", ["a:b.pdf", "a?.pdf", "a.pdf.", " a.pdf", "CON", "~$a.docx", "a_vti_b", "a" * 256])
def test_a_name_that_sharepoint_does_not_take_is_refused(client: Client, name: str) -> None:
    assert upload(client, name.replace("?", "%3F"), b"a")[0] == 400
    assert client.last.json()["odata.error"]["code"].startswith("-2130575245")


def test_folders_are_made_and_hold_files(client: Client) -> None:
    assert client.post(f"{FOLDER}/folders/add('2020')")[1]["ServerRelativeUrl"] == f"{ROOT}/2020"
    assert client.post(f"{LIBRARY}/rootFolder/folders/addUsingPath(DecodedUrl='2020',overwrite=false)")[0] == 200
    inner = "web/getFolderByServerRelativeUrl('Pieradijumi/2020')"
    assert client.send(f"{inner}/files/add(url='a.pdf')", b"a")[0] == 200
    assert [one["Name"] for one in client.get(f"{inner}/files", PLAIN)[1]["value"]] == ["a.pdf"]
    assert client.get(f"{LIBRARY}/rootFolder/files", PLAIN)[1]["value"] == []
    assert [one["Name"] for one in client.get(f"{FOLDER}/folders", PLAIN)[1]["value"]] == ["2020"]
    assert client.get(f"{FOLDER}?$select=ItemCount", PLAIN)[1] == {"ItemCount": 1}
    assert client.get(f"{inner}/files('A.PDF')?$select=Name", PLAIN)[1] == {"Name": "a.pdf"}


def test_renames_moves_and_deletions_stand_in_the_change_log(site: Site, client: Client) -> None:
    evidence = site.library("Pieradijumi")
    evidence.add_folder("2020")
    evidence.upload("a.pdf", b"a")
    assert client.post(f"{file('a.pdf')}/moveto(newurl='{ROOT}/2020/b.pdf',flags=1)")[0] == 200
    assert rows(client, "FileRef") == [{"FileRef": f"{ROOT}/2020"}, {"FileRef": f"{ROOT}/2020/b.pdf"}]
    assert client.merge(f"{LIBRARY}/items(2)", {"FileLeafRef": "c.pdf"}) == 204
    evidence.rename(1, "2021")
    assert client.get(f"web/getFileByServerRelativePath(decodedUrl='{ROOT}/2021/c.pdf')")[0] == 200
    gone = f"web/getFileByServerRelativePath(decodedUrl='{ROOT}/2021/c.pdf')"
    assert client.post(gone, method="DELETE", If_Match='"1"')[0] == 412
    assert client.post(f"{gone}/recycle")[0] == 200
    assert client.get(gone)[0] == 404
    query = dict.fromkeys(["Item", "Add", "Update", "DeleteObject", "Rename", "Move", "RecursiveAll"], True)
    told = client.post(f"{LIBRARY}/getChanges", {"query": query}, form=LIGHT)[1]["value"]
    assert [(one["ChangeType"], one["ItemId"]) for one in told] == [
        (1, 1), (1, 2), (5, 2), (6, 2), (4, 2), (4, 2), (4, 1), (3, 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"web/getFolderByServerRelativeUrl('{ROOT}/Nowhere')", 404),
        ("web/getFolderByServerRelativeUrl('/sites/other/Pieradijumi')", 400),
        (file("nowhere.pdf"), 404),
        (f"{LIBRARY}/items(7)/File", 404),
        ("web/lists/getbytitle('Pasākumi')/rootFolder", 400),
    ],
)
def test_what_is_not_there_is_refused(client: Client, path: str, status: int) -> None:
    assert client.get(path)[0] == status


@pytest.mark.parametrize("more", ["overwrite=1", "Nowhere=true", "overwrite=true,overwrite=true", "overwrite='true'"])
def test_arguments_that_are_not_known_are_refused(client: Client, more: str) -> None:
    assert (upload(client, "a.pdf", b"a", more=more)[0], "overwrite" in client.trouble()) == (400, True)


def test_a_library_that_may_only_be_read_takes_no_files(site: Site, client: Client) -> None:
    site.library("Pieradijumi").access = "read"
    assert upload(client, "a.pdf", b"a")[0] == 403


def test_a_file_that_somebody_has_checked_out_is_theirs(site: Site, client: Client) -> None:
    upload(client, "Pārskats.docx", b"1")
    shelf, name = site.library("Pieradijumi"), file("Pārskats.docx")
    hand = site.add_person("IZM kontaktpersona", "kontaktpersona@izm.example")
    shelf.check_out(1, editor=hand.id)
    assert rows(client, "Id,CheckoutUserId") == [{"Id": 1, "CheckoutUserId": hand.id}]
    assert client.get(f"{name}?$select=CheckOutType", PLAIN)[1] == {"CheckOutType": 0}
    text = f'The file "{ROOT}/Pārskats.docx" is checked out for editing by {hand.login}.'
    tried: list[Callable[[], object]] = [
        lambda: client.merge(f"{LIBRARY}/items(1)", {"SourceUrl": "x"}),
        lambda: client.post(f"{LIBRARY}/items(1)/recycle"),
        lambda: upload(client, "Pārskats.docx", b"2"),
        lambda: client.send(f"{name}/$value", b"2", X_HTTP_Method="PUT"),
        lambda: client.post(f"{name}/recycle"),
    ]
    for attempt in tried:
        attempt()
        assert (client.last.status_code, client.trouble()) == (423, text)

    shelf.check_in(1)
    assert client.merge(f"{LIBRARY}/items(1)", {"SourceUrl": "x"}) == 204
    assert rows(client, "SourceUrl,CheckoutUserId") == [{"SourceUrl": "x", "CheckoutUserId": None}]


def test_the_ledger_keeps_sizes_and_no_bytes(client: Client) -> None:
    upload(client, "a.bin", b"\xff\xfe")
    client.send(f"{file('a.bin')}/$value", method="GET")
    assert [entry["body"] for entry in client.ledger.entries] == [{"size": 2}, None]
    assert client.ledger.entries[1]["answer"] == {"size": 2}
