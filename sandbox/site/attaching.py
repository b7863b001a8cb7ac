"""Attachments of a row over HTTP: added, listed, read, written anew, deleted.

``POST …/items(n)/AttachmentFiles/add(FileName='a.pdf')`` takes the bytes as its body; a quote in a name is doubled, and
a name holds no % and # unless it comes by ``AddUsingPath``. Each change makes a version of the row. Source:
learn.microsoft.com, "Working with list item attachments with REST".
"""

from __future__ import annotations

import re

from sandbox.site.addresses import ITEM, TEXT, arguments, item_of, missing, text_of
from sandbox.site.asking import Ask, Reply, narrowed, only
from sandbox.site.errors import EXISTS, FORBIDDEN, bad
from sandbox.site.filing import free
from sandbox.site.formats import Complex, Entity, Json, collection, entity, single
from sandbox.site.items import Item
from sandbox.site.lists import SiteList
from sandbox.site.reading import uri
from sandbox.site.writing import match, writable


def read_attachments(ask: Ask, rows: SiteList) -> Reply:
    only(ask.options, "$select")
    item = item_of(ask, rows)
    return Reply(collection(ask.form, ask.base, [_told(ask, rows, item, name) for name in item.attachments]))


def read_attachment(ask: Ask, rows: SiteList) -> Reply:
    only(ask.options, "$select")
    item, name = _named(ask, rows)
    return Reply(single(ask.form, ask.base, _told(ask, rows, item, name)))


def read_attached(ask: Ask, rows: SiteList) -> Reply:
    only(ask.options)
    item, name = _named(ask, rows)
    return Reply(item.attachments[name])


def attach(ask: Ask, rows: SiteList) -> Reply:
    """By ``add(FileName=…)``."""
    name = str(arguments(ask.where["args"], filename=str).get("filename", ""))
    if re.search("[%#]", name):
        raise bad(f"The file name '{name}' contains characters that are not permitted.", FORBIDDEN)
    return _attached(ask, rows, name)


def attach_using_path(ask: Ask, rows: SiteList) -> Reply:
    return _attached(ask, rows, str(arguments(ask.where["args"], decodedurl=str).get("decodedurl", "")))


def _attached(ask: Ask, rows: SiteList, name: str) -> Reply:
    only(ask.options, "$select")
    writable(ask, rows)
    item = item_of(ask, rows)
    if rows.library:
        raise bad("A document library's rows have no attachments.")
    free(_folder(rows, item), name)
    if any(one.casefold() == name.casefold() for one in item.attachments):
        text = "The specified name is already in use.\n\nAn attachment with the same name already exists."
        raise bad(text, EXISTS)
    rows.attach(item.id, name, ask.sent, editor=ask.site.service.id)
    return Reply(single(ask.form, ask.base, _told(ask, rows, item, name)))


def write_attached(ask: Ask, rows: SiteList) -> Reply:
    only(ask.options)
    writable(ask, rows)
    item, name = _named(ask, rows)
    rows.attach(item.id, name, ask.sent, editor=ask.site.service.id)
    return Reply(None, 204)


def detach(ask: Ask, rows: SiteList) -> Reply:
    """Gone for good, or to the recycle bin by ``recycleObject``."""
    only(ask.options)
    writable(ask, rows)
    item, name = _named(ask, rows)
    if ask.method == "DELETE":
        match(ask, item.etag)
    rows.detach(item.id, name, editor=ask.site.service.id)
    return Reply(None, 200)


def _named(ask: Ask, rows: SiteList) -> tuple[Item, str]:
    """The row and its attachment's name as it is kept. Refused (404): there is none."""
    item, wanted = item_of(ask, rows), text_of(ask.where["file"]).casefold()
    for name in item.attachments:
        if name.casefold() == wanted:
            return item, name
    raise missing()


def _folder(rows: SiteList, item: Item) -> str:
    return f"{rows.root}/Attachments/{item.id}"


def _told(ask: Ask, rows: SiteList, item: Item, name: str) -> Json:
    path = f"{_folder(rows, item)}/{name}"
    facts = {
        "FileName": name,
        "FileNameAsPath": Complex("SP.ResourcePath", {"DecodedUrl": name}),
        "ServerRelativePath": Complex("SP.ResourcePath", {"DecodedUrl": path}),
        "ServerRelativeUrl": path,
    }
    quoted = name.replace("'", "''")
    one = Entity(f"{uri(rows)}/Items({item.id})/AttachmentFiles('{quoted}')", "SP.Attachment", facts)
    return entity(ask.form, ask.base, narrowed(one, ask.options))


_ALL = rf"{ITEM}/attachmentfiles"
_ONE = rf"{_ALL}(?:/getbyfilename)?\('(?P<file>{TEXT})'\)"
# Method, address, handler: as in the table of ``routes``.
ROUTES = [
    ("GET", _ALL, read_attachments),
    ("POST", rf"{_ALL}/add\((?P<args>.*)\)", attach),
    ("POST", rf"{_ALL}/addusingpath\((?P<args>.*)\)", attach_using_path),
    ("GET", _ONE, read_attachment),
    ("GET", rf"{_ONE}/\$value", read_attached),
    ("PUT", rf"{_ONE}/\$value", write_attached),
    ("DELETE", _ONE, detach),
    *((method, rf"{_ONE}/recycleobject", detach) for method in ("POST", "DELETE")),
]
