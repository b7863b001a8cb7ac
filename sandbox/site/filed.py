"""How files, folders and a file's versions look in an answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sandbox.site.asking import Ask, narrowed
from sandbox.site.formats import Complex, Entity, entity
from sandbox.site.items import Item
from sandbox.site.library import Library
from sandbox.site.reading import shaping


def told(ask: Ask, rows: Library, item: Item) -> dict[str, Any]:
    """A file as JSON; its row only where it is asked for."""
    row = Complex(rows.item_type, shaping(replace(ask, options={}), rows)(item))
    return entity(ask.form, ask.base, narrowed(file(item), ask.options, {"ListItemAllFields": row}))


def etag(item: Item) -> str:
    """A file's own etag: its id in braces and capitals, unlike its row's."""
    return f'"{{{item.values["GUID"].upper()}}},{item.version}"'


def file(item: Item) -> Entity:
    path = item.values["FileRef"]
    facts = {
        "CheckInComment": "",
        "CheckOutType": 2 if item.values.get("CheckoutUser") is None else 0,
        "ContentTag": f"{etag(item)[1:-1]},{item.edition}",
        "CustomizedPageStatus": 0,
        "ETag": etag(item),
        "Exists": True,
        "IrmEnabled": False,
        "Length": str(len(item.content or b"")),
        "Level": 1,
        "LinkingUri": None,
        "LinkingUrl": "",
        "MajorVersion": item.edition,
        "MinorVersion": 0,
        "Name": item.values["FileLeafRef"],
        "ServerRelativeUrl": path,
        "TimeCreated": item.values["Created"],
        "TimeLastModified": item.values["Modified"],
        "Title": item.values.get("Title"),
        "UIVersion": item.edition * 512,
        "UIVersionLabel": f"{item.edition}.0",
        "UniqueId": item.values["GUID"],
    }
    return Entity(
        f"Web/GetFileByServerRelativePath(decodedurl='{path.replace(chr(39), chr(39) * 2)}')", "SP.File", facts
    )


def folder(rows: Library, path: str) -> Entity:
    item = rows.at(path)
    facts = {
        "Exists": True,
        "IsWOPIEnabled": False,
        "ItemCount": len(rows.inside(path)),
        "Name": path.rsplit("/", 1)[-1],
        "ProgID": None,
        "ServerRelativeUrl": path,
        "UniqueId": item.values["GUID"] if item else rows.id,
        "WelcomePage": "",
    }
    address = f"Web/GetFolderByServerRelativePath(decodedurl='{path.replace(chr(39), chr(39) * 2)}')"
    return Entity(address, "SP.Folder", facts)


def version(ask: Ask, rows: Library, item: Item, number: int) -> Entity:
    one = next(each for each in item.past if each.number == number)
    size = len(one.content or b"")
    facts = {
        "CheckInComment": "",
        "Created": one.values["Modified"],
        "ID": number * 512,
        "IsCurrentVersion": False,
        "Length": str(size),
        "Size": size,
        "Url": f"_vti_history/{number * 512}/{one.values['FileRef'].removeprefix(ask.site.path + '/')}",
        "VersionLabel": f"{number}.0",
    }
    return Entity(f"{file(item).uri}/Versions({number * 512})", "SP.FileVersion", facts)
