"""A column's schema, as ``createfieldasxml`` takes it. Source: learn.microsoft.com, "Field element (List)"."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from sandbox.site.columns import Column, Kind
from sandbox.site.errors import ARGUMENT, bad

# SP.AddFieldOptions: the inner name is the schema's Name, not one made from its DisplayName.
NAME_HINT = 8
_KINDS: dict[str, tuple[Kind, bool]] = {
    "Text": ("Text", False),
    "Note": ("Note", False),
    "Choice": ("Choice", False),
    "MultiChoice": ("MultiChoice", False),
    "Number": ("Number", False),
    "Boolean": ("Boolean", False),
    "DateTime": ("DateTime", False),
    "URL": ("URL", False),
    "Lookup": ("Lookup", False),
    "LookupMulti": ("Lookup", True),
    "User": ("User", False),
    "UserMulti": ("User", True),
}
_SWITCHES = {
    "Required", "Hidden", "Indexed", "EnforceUniqueValues", "FillInChoice", "Mult", "RichText", "AppendOnly",
    "Percentage", "ShowInEditForm", "ShowInNewForm", "ShowInDisplayForm",
    "UnlimitedLengthInDocumentLibrary", "ReadOnly",
}  # fmt: skip
_TEXTS = {
    "Type", "DisplayName", "Name", "StaticName", "ID", "Group", "Description", "Format", "MaxLength", "NumLines",
    "Decimals", "Min", "Max", "List", "ShowField", "UserSelectionMode", "RichTextMode", "FriendlyDisplayFormat",
    "SourceID",
}  # fmt: skip
_GUID = re.compile(r"\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?")


def read_schema(text: str) -> tuple[Column, str, str]:
    """The column of a schema, the id of the list that it looks in, and the column shown of that list.

    Refused (400): no XML, or an element, attribute or value that is not known here.
    """
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - a test's own words
    except ElementTree.ParseError as error:
        raise bad(f"The SchemaXml is not XML: {error}.", ARGUMENT) from error
    told = dict(root.attrib)
    if root.tag != "Field" or told.get("Type") not in _KINDS or not told.get("DisplayName"):
        raise bad(f"The SchemaXml is a Field with a DisplayName and a Type: {', '.join(_KINDS)}.", ARGUMENT)
    on = {name: _switch(name, told.pop(name)) for name in _SWITCHES & told.keys()}
    for name in told.keys() - _TEXTS:
        raise bad(f"The attribute '{name}' of the SchemaXml is not known here.", ARGUMENT)
    return _column(root, told, on), told.get("List", ""), told.get("ShowField", "Title")


def _column(root: ElementTree.Element, told: dict[str, str], on: dict[str, bool]) -> Column:
    kind, many = _KINDS[told["Type"]]
    if many != on.get("Mult", False):
        raise bad(f"The Type '{told['Type']}' and Mult do not go together.", ARGUMENT)
    name, number = told.get("Name", ""), told.get("ID", "")
    if (name and not re.fullmatch(r"[A-Za-z_]\w{0,31}", name, re.ASCII)) or (number and not _GUID.fullmatch(number)):
        raise bad(f"The Name '{name}' or the ID '{number}' of the SchemaXml cannot be.", ARGUMENT)
    return Column(
        told["DisplayName"],
        _day(told) if kind == "DateTime" else kind,
        name=name,
        id=number.strip("{}").lower(),
        choices=tuple(_inner(root, "CHOICES/CHOICE")),
        many=many,
        required=on.get("Required", False),
        unique=on.get("EnforceUniqueValues", False),
        indexed=on.get("Indexed", False),
        hidden=on.get("Hidden", False),
        fill_in=on.get("FillInChoice", False),
        read_only=on.get("ReadOnly", False),
        description=told.get("Description", ""),
        default=next(iter(_inner(root, "Default")), None),
    )


def _day(told: dict[str, str]) -> Kind:
    if (form := told.get("Format", "DateOnly")) not in ("DateOnly", "DateTime"):
        raise bad(f"The Format '{form}' of a DateTime is DateOnly or DateTime.", ARGUMENT)
    return "Date" if form == "DateOnly" else "DateTime"


def _inner(root: ElementTree.Element, path: str) -> list[str]:
    for child in root:
        if child.tag not in ("CHOICES", "Default"):
            raise bad(f"The element '{child.tag}' of the SchemaXml is not known here.", ARGUMENT)
    return [one.text or "" for one in root.findall(path)]


def _switch(name: str, text: str) -> bool:
    if text not in ("TRUE", "FALSE"):
        raise bad(f"The attribute '{name}' of the SchemaXml is TRUE or FALSE, not '{text}'.", ARGUMENT)
    return text == "TRUE"
