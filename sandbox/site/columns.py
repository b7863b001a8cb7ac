"""A list's columns: their kinds, and the inner names that SharePoint makes from the first title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "Text", "Note", "Choice", "MultiChoice", "Number", "Boolean", "Date", "DateTime", "Lookup", "User", "URL",
    "Counter", "Integer", "Guid", "ContentTypeId", "Attachments", "File", "Path",
]  # fmt: skip

# kind: TypeAsString, FieldTypeKind, the field's own entity type
KINDS: dict[Kind, tuple[str, int, str]] = {
    "Text": ("Text", 2, "SP.FieldText"),
    "Note": ("Note", 3, "SP.FieldMultiLineText"),
    "Choice": ("Choice", 6, "SP.FieldChoice"),
    "MultiChoice": ("MultiChoice", 15, "SP.FieldMultiChoice"),
    "Number": ("Number", 9, "SP.FieldNumber"),
    "Boolean": ("Boolean", 8, "SP.Field"),
    "Date": ("DateTime", 4, "SP.FieldDateTime"),
    "DateTime": ("DateTime", 4, "SP.FieldDateTime"),
    "Lookup": ("Lookup", 7, "SP.FieldLookup"),
    "User": ("User", 20, "SP.FieldUser"),
    "URL": ("URL", 11, "SP.FieldUrl"),
    "Counter": ("Counter", 5, "SP.Field"),
    "Integer": ("Integer", 1, "SP.Field"),
    "Guid": ("Guid", 14, "SP.FieldGuid"),
    "ContentTypeId": ("ContentTypeId", 25, "SP.Field"),
    "Attachments": ("Attachments", 19, "SP.Field"),
    "File": ("File", 18, "SP.Field"),
    "Path": ("Lookup", 7, "SP.Field"),
}


@dataclass
class Column:
    """One column. ``name`` is the inner name (empty: made from the title), ``target`` a looked-up list's URL name.

    ``many`` is for Lookup and User; ``fill_in`` lets a Choice take other words; ``listed`` is False for what
    every item has but no list of fields shows; ``asked`` columns are told of an item only when named in ``$select``.
    """

    title: str
    kind: Kind = "Text"
    name: str = ""
    choices: tuple[str, ...] = ()
    target: str = ""
    many: bool = False
    required: bool = False
    unique: bool = False
    indexed: bool = False
    hidden: bool = False
    fill_in: bool = False
    read_only: bool = False
    listed: bool = True
    asked: bool = False
    id: str = ""
    description: str = ""
    default: str | None = None

    @property
    def refers(self) -> bool:
        """Whether the value is the id of a row or a person."""
        return self.kind in ("Lookup", "User")

    @property
    def several(self) -> bool:
        return self.many or self.kind == "MultiChoice"

    @property
    def entity_name(self) -> str:
        """The name in JSON without a lookup's ``Id``: SharePoint puts ``OData_`` before a leading underscore."""
        if self.kind == "Counter":
            return "Id"
        return f"OData_{self.name}" if self.name.startswith("_") else self.name

    @property
    def property_name(self) -> str:
        """The key under which an item's value stands in JSON."""
        return f"{self.entity_name}Id" if self.refers else self.entity_name


def built_in(*, library: bool = False) -> list[Column]:
    """What every list has, freshly made: a title may be renamed on one list and not on another."""
    return [
        Column("Virsraksts", name="Title") if library else Column("Nosaukums", name="Title", required=True),
        Column("ID", "Counter", name="ID", read_only=True, indexed=True),
        Column("Mainīts", "DateTime", name="Modified", read_only=True),
        Column("Izveidots", "DateTime", name="Created", read_only=True),
        Column("Autors", "User", name="Author", read_only=True),
        Column("Redaktors", "User", name="Editor", read_only=True),
        Column("Versija", name="_UIVersionString", read_only=True),
        *(_of_files() if library else [Column("Pielikumi", "Attachments", name="Attachments", read_only=True)]),
        Column("GUID", "Guid", name="GUID", read_only=True, hidden=True),
        Column("Satura tipa ID", "ContentTypeId", name="ContentTypeId", read_only=True, hidden=True),
        Column("", "Integer", name="FileSystemObjectType", read_only=True, hidden=True, listed=False),
    ]


def _of_files() -> list[Column]:
    """A library's own: a file's name, which may be changed, and where it lies."""
    return [
        Column("Nosaukums", "File", name="FileLeafRef", required=True, asked=True),
        Column("URL ceļš", "Path", name="FileRef", read_only=True, hidden=True, asked=True),
        Column("Ceļš", "Path", name="FileDirRef", read_only=True, hidden=True, asked=True),
        Column("Faila tips", name="File_x0020_Type", read_only=True, hidden=True, asked=True),
        Column("Izrakstīts lietotājam", "User", name="CheckoutUser", read_only=True, asked=True),
    ]


def internal_name(title: str, taken: set[str] | frozenset[str] = frozenset()) -> str:
    """The inner name SharePoint makes from a first title: hex escapes, cut at 32 signs, a digit where taken."""
    made = escaped(title)[:32]
    if made not in taken:
        return made
    return next(f"{made[:31]}{n}" for n in range(10) if f"{made[:31]}{n}" not in taken)


def escaped(text: str) -> str:
    """``text`` with every sign other than an ASCII letter, digit or underscore as ``_xHHHH_``."""
    body = re.sub(r"[^A-Za-z0-9_]", lambda sign: f"_x{ord(sign[0]):04x}_", text)
    return f"_x{ord(body[0]):04x}_{body[1:]}" if body[:1].isdigit() else body
