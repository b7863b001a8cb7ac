"""Items are read by the keys that were asked for, and by no others."""

from __future__ import annotations

import pytest

from sync.sharepoint.forms import Form, Items, Signer
from sync.workspace import NotUnderstood, WorkspaceDown

ONE = '{"odata.type":"x","odata.etag":"\\"1\\"","Id":7,"FileSystemObjectType":0,"Title":%s,"Other":{"a":[1,"\\n"]}}'


def answer(*titles: str, more: str = "") -> bytes:
    return f'{{"odata.metadata":"x",{more}"value":[{",".join(ONE % title for title in titles)}]}}'.encode()


def titles(found: Items) -> list[object]:
    return list(found.columns["Title"])


def test_only_the_keys_asked_for_are_read_and_whether_there_are_more() -> None:
    form = Form(["Title"])
    found = form.read(answer('"Āa"', "null", "[2]", more='"odata.nextLink":"…",'))
    assert found.columns == {
        "Id": (7, 7, 7),
        "odata.etag": ('"1"',) * 3,
        "FileSystemObjectType": (0, 0, 0),
        "Title": ("Āa", None, [2]),
        "Modified": (None,) * 3,
        "Editor": (None,) * 3,
    }
    assert (found.more, found.last, form.read(answer()).more, form.read(answer()).last) == (True, 7, False, 0)


def test_folders_are_left_out() -> None:
    items = Items({"Id": (1, 2, 3), "FileSystemObjectType": (0, 1, 0)}, more=True)
    assert items.rows() == Items({"Id": [1, 3], "FileSystemObjectType": [0, 0]}, more=True)


def test_half_a_character_does_not_keep_a_list_from_being_read() -> None:
    assert titles(Form(["Title"]).read(answer('"a\\ud83d"', '"\\ud83d\\ude00"'))) == ["a\ufffd", "😀"]


def test_what_was_decoded_already_reads_the_same() -> None:
    item = {"Id": 7, "odata.etag": '"1"', "FileSystemObjectType": 0, "Title": "x", "Editor": {"Id": 3, "Title": "y"}}
    found = Form(["Title"]).of([item])
    assert (titles(found), found.columns["Editor"]) == (["x"], (Signer(3, "y", None),))
    with pytest.raises(NotUnderstood):
        Form(["Done"]).of([item])


@pytest.mark.parametrize(
    "content", [b"", b'{"value":[', b'{"value":[]} x', answer('"\xff"').replace(b"\xc3\xbf", b"\xff")]
)
def test_what_is_no_json_is_said(content: bytes) -> None:
    with pytest.raises(WorkspaceDown, match="no JSON"):
        Form(["Title"]).read(content)


@pytest.mark.parametrize("content", [b"[]", b"null", b"{}", b'{"value":1}', b'{"value":[1]}', b'{"value":[{"Id":7}]}'])
def test_what_has_not_the_right_form_is_said(content: bytes) -> None:
    with pytest.raises(NotUnderstood):
        Form(["Title"]).read(content)
