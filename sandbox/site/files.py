"""A file over HTTP: its bytes read and written, moved, deleted; its row; its versions."""

from __future__ import annotations

from sandbox.site import filed
from sandbox.site.addresses import FILES, arguments, file_at, folder_named, missing
from sandbox.site.asking import Ask, Reply, narrowed, only
from sandbox.site.describing import read_list
from sandbox.site.errors import EXISTS, bad
from sandbox.site.filing import file_told, free
from sandbox.site.formats import collection, entity, single
from sandbox.site.reading import shaping
from sandbox.site.writing import change, held, match, writable


def read_file(ask: Ask) -> Reply:
    return file_told(ask, *file_at(ask))


def read_bytes(ask: Ask) -> Reply:
    only(ask.options)
    return Reply(file_at(ask)[1].content)


def write_bytes(ask: Ask) -> Reply:
    """Other bytes for a file: a new version, 204."""
    only(ask.options)
    rows, item = file_at(ask)
    writable(ask, rows)
    held(ask, item)
    rows.replace(item, ask.sent, editor=ask.site.service.id)
    return Reply(None, 204)


def delete_file(ask: Ask) -> Reply:
    only(ask.options)
    rows, item = file_at(ask)
    writable(ask, rows)
    held(ask, item)
    match(ask, item.etag, filed.etag(item))
    rows.delete(item.id)
    return Reply(None, 200)


def recycle_file(ask: Ask) -> Reply:
    only(ask.options)
    rows, item = file_at(ask)
    writable(ask, rows)
    held(ask, item)
    rows.delete(item.id)
    key = "Recycle" if ask.form.level == "verbose" else "value"
    return Reply(single(ask.form, ask.base, {key: item.values["GUID"]}))


def move_file(ask: Ask) -> Reply:
    """To another name, another folder of the same library, or both. Flag 1: over one that lies there."""
    only(ask.options)
    rows, item = file_at(ask)
    writable(ask, rows)
    held(ask, item)
    sent = arguments(ask.where["args"], newurl=str, flags=int)
    folder, _, name = str(sent.get("newurl", "")).rpartition("/")
    target, path = folder_named(ask.site, folder)
    if target is not rows:
        raise bad("This stand-in moves files within a library only.")
    found = rows.at(free(path, name))
    if found is not None and found is not item:
        if sent.get("flags", 0) != 1:
            raise bad(f"A file with the name {name} already exists.", EXISTS)
        rows.delete(found.id)
    if path != item.values["FileDirRef"]:
        rows.move(item.id, path[len(rows.root) + 1 :])
    if name != item.values["FileLeafRef"]:
        rows.rename(item.id, name, editor=ask.site.service.id)
    return Reply(None, 200)


def read_row(ask: Ask) -> Reply:
    only(ask.options, "$select", "$expand")
    rows, item = file_at(ask)
    return Reply(single(ask.form, ask.base, shaping(ask, rows)(item)), headers={"ETag": item.etag})


def change_row(ask: Ask) -> Reply:
    rows, item = file_at(ask)
    return change(ask, rows, item)


def read_library(ask: Ask) -> Reply:
    return read_list(ask, file_at(ask)[0])


def read_versions(ask: Ask) -> Reply:
    """The versions before this one; the file itself is not among them."""
    only(ask.options, "$select")
    rows, item = file_at(ask)
    told = [filed.version(ask, rows, item, one.number) for one in item.past]
    return Reply(
        collection(ask.form, ask.base, [entity(ask.form, ask.base, narrowed(one, ask.options)) for one in told])
    )


def delete_version(ask: Ask) -> Reply:
    """A version out of the history for good, by its id: 512 for the first, 1,024 for the second."""
    only(ask.options)
    rows, item = file_at(ask)
    writable(ask, rows)
    held(ask, item)
    number, rest = divmod(int(ask.where["version"]), 512)
    if rest or number not in [one.number for one in item.past]:
        raise missing()
    item.past = [one for one in item.past if one.number != number]
    return Reply(None, 200)


def delete_versions(ask: Ask) -> Reply:
    only(ask.options)
    rows, item = file_at(ask)
    writable(ask, rows)
    held(ask, item)
    item.past = []
    return Reply(None, 200)


_OF_FILE = [
    ("GET", "", read_file),
    ("GET", r"/\$value", read_bytes),
    ("PUT", r"/\$value", write_bytes),
    ("DELETE", "", delete_file),
    ("POST", "/recycle", recycle_file),
    ("POST", r"/moveto\((?P<args>.*)\)", move_file),
    ("GET", "/listitemallfields", read_row),
    ("GET", "/listitemallfields/parentlist", read_library),
    ("MERGE", "/listitemallfields", change_row),
    ("PATCH", "/listitemallfields", change_row),
    ("GET", "/versions", read_versions),
    ("DELETE", r"/versions\((?P<version>\d+)\)", delete_version),
    ("POST", r"/versions/deletebyid\(vid=(?P<version>\d+)\)", delete_version),
    ("POST", "/versions/deleteall", delete_versions),
]
# Method, address, handler: as in the table of ``routes``.
ROUTES = [(method, f"{file}{rest}", verb) for file in FILES for method, rest, verb in _OF_FILE]
