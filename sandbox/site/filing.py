"""Folders over HTTP, and files put into them.

An upload is ``POST …/Files/add(url='a.pdf',overwrite=true)`` with the bytes as its body, of any Content-Type; with
``?$expand=ListItemAllFields`` the answer holds the file's row, else it is at ``…/ListItemAllFields``, to be changed
there or as ``…/items(n)``. Source: learn.microsoft.com, "Working with folders and files with REST".
"""

from __future__ import annotations

import re

from sandbox.site import filed
from sandbox.site.addresses import FOLDERS, arguments, folder_at
from sandbox.site.asking import Ask, Reply, narrowed, only
from sandbox.site.errors import EXISTS, FORBIDDEN, bad
from sandbox.site.formats import Entity, collection, entity, single
from sandbox.site.items import Item
from sandbox.site.library import Library
from sandbox.site.writing import held, writable

# support.microsoft.com, "Restrictions and limitations in OneDrive and SharePoint".
_SIGNS = re.compile(r'["*:<>?/\\|\x00-\x1f]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|\.lock|desktop\.ini|_vti_.*|.*_vti_.*|~\$.*)", re.IGNORECASE)
_LONGEST, _LONGEST_PATH = 255, 400


def read_folder(ask: Ask) -> Reply:
    rows, path = folder_at(ask)
    return _told(ask, filed.folder(rows, path))


def read_files(ask: Ask) -> Reply:
    rows, path = folder_at(ask)
    only(ask.options, "$select", "$expand")
    found = [filed.told(ask, rows, item) for item in rows.inside(path) if not item.is_folder]
    return Reply(collection(ask.form, ask.base, found))


def read_folders(ask: Ask) -> Reply:
    rows, path = folder_at(ask)
    only(ask.options, "$select")
    inner = [filed.folder(rows, item.values["FileRef"]) for item in rows.inside(path) if item.is_folder]
    return Reply(
        collection(ask.form, ask.base, [entity(ask.form, ask.base, narrowed(one, ask.options)) for one in inner])
    )


def add_folder(ask: Ask) -> Reply:
    """A folder in a folder; one that is there already is answered as it is."""
    rows, path = folder_at(ask)
    writable(ask, rows)
    sent = arguments(ask.where["args"], decodedurl=str, overwrite=bool) if "args" in ask.where else {}
    name = str(sent.get("decodedurl") or ask.where.get("name") or "").rsplit("/", 1)[-1]
    found = rows.at(free(path, name))
    if found is None:
        rows.add_folder(name, folder=path[len(rows.root) + 1 :], editor=ask.site.service.id)
    elif not found.is_folder:
        raise bad(f"A file or folder with the name {name} already exists.", EXISTS)
    return _told(ask, filed.folder(rows, f"{path}/{name}"))


def add(ask: Ask) -> Reply:
    """An upload by ``add(url=…)``: 200 with the file."""
    sent = arguments(ask.where["args"], url=str, overwrite=bool)
    if re.search("[%#]", str(sent.get("url", ""))):
        raise bad("The file or folder name contains characters that are not permitted.", FORBIDDEN)
    return _uploaded(ask, str(sent.get("url", "")), overwrite=bool(sent.get("overwrite")))


def add_using_path(ask: Ask) -> Reply:
    """An upload by ``AddUsingPath(DecodedUrl=…)``, whose name may hold % and #."""
    sent = arguments(ask.where["args"], decodedurl=str, overwrite=bool, autocheckoutoninvaliddata=bool)
    return _uploaded(ask, str(sent.get("decodedurl", "")), overwrite=bool(sent.get("overwrite")))


def _uploaded(ask: Ask, url: str, *, overwrite: bool) -> Reply:
    rows, path = folder_at(ask)
    writable(ask, rows)
    name = url.removeprefix(f"{path}/")
    found = rows.at(free(path, name))
    if found is not None and (found.is_folder or not overwrite):
        who = ask.site.people[found.values["Editor"]].login
        text = f"A file with the name {rows.url}/{name} already exists. It was last modified by {who}."
        raise bad(text, EXISTS)
    if found is not None:
        held(ask, found)
    number = rows.upload(name, ask.sent, folder=path[len(rows.root) + 1 :], editor=ask.site.service.id)
    return file_told(ask, rows, rows.items[number])


def free(path: str, name: str) -> str:
    """The whole path of a new name. Refused (400): a name that SharePoint does not take."""
    wrong = _SIGNS.search(name) or _RESERVED.fullmatch(name) or name != name.strip() or name.endswith(".")
    if not name or wrong or len(name) > _LONGEST or len(f"{path}/{name}") > _LONGEST_PATH:
        raise bad(f"The file or folder name '{name}' contains characters that are not permitted.", FORBIDDEN)
    return f"{path}/{name}"


def file_told(ask: Ask, rows: Library, item: Item) -> Reply:
    only(ask.options, "$select", "$expand")
    return Reply(single(ask.form, ask.base, filed.told(ask, rows, item)))


def _told(ask: Ask, one: Entity) -> Reply:
    only(ask.options, "$select")
    return Reply(single(ask.form, ask.base, entity(ask.form, ask.base, narrowed(one, ask.options))))


_OF_FOLDER = [
    ("GET", "", read_folder),
    ("GET", "/files", read_files),
    ("POST", r"/files/add\((?P<args>.*)\)", add),
    ("POST", r"/files/addusingpath\((?P<args>.*)\)", add_using_path),
    ("GET", "/folders", read_folders),
    ("POST", r"/folders/add\('(?P<name>(?:[^']|'')*)'\)", add_folder),
    ("POST", r"/folders/addusingpath\((?P<args>.*)\)", add_folder),
]
# Method, address, handler: as in the table of ``routes``.
ROUTES = [(method, f"{folder}{rest}", verb) for folder in FOLDERS for method, rest, verb in _OF_FOLDER]
