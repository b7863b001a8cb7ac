"""Schemas: the forum's columns as SharePoint's field XML. Source: learn.microsoft.com, "Field element (List)"."""

from __future__ import annotations

from xml.etree import ElementTree

from sync.fields import Kind
from sync.provisioning import KEY, MakeColumn

# The type, and what goes with it.
TYPES: dict[Kind, tuple[str, dict[str, str]]] = {
    Kind.TEXT: ("Text", {"MaxLength": "255"}),
    Kind.NUMBER: ("Text", {"MaxLength": "255", "Indexed": "TRUE"}),
    Kind.NOTE: ("Note", {"NumLines": "6", "RichText": "FALSE"}),
    Kind.DATE: ("DateTime", {"Format": "DateOnly"}),
    Kind.MOMENT: ("DateTime", {"Format": "DateTime"}),
    Kind.CHOICE: ("Choice", {}),
    Kind.CHOICES: ("MultiChoice", {}),
    Kind.LOOKUP: ("Lookup", {"ShowField": "Title"}),
    Kind.LOOKUPS: ("LookupMulti", {"ShowField": "Title", "Mult": "TRUE"}),
    Kind.YES: ("Boolean", {}),
    Kind.WHOLE: ("Number", {"Decimals": "0"}),
    Kind.ACCOUNT: ("User", {"UserSelectionMode": "PeopleOnly"}),
    Kind.LINK: ("URL", {"Format": "Hyperlink"}),
}


def schema(step: MakeColumn, target: str) -> str:
    """A column's XML; ``target`` is the id of the list that it looks up."""
    kind, more = TYPES[step.field.kind]
    told = {"Type": kind, "Name": step.field.column, "StaticName": step.field.column, "DisplayName": step.title, **more}
    if step.field.target:
        told["List"] = f"{{{target}}}"
    if step.unique:
        told |= {"EnforceUniqueValues": "TRUE", "Indexed": "TRUE"}
    if step.field.column == KEY:
        told["Hidden"] = "TRUE"
    root = ElementTree.Element("Field", told)
    if step.field.words:
        choices = ElementTree.SubElement(root, "CHOICES")
        for word in step.field.words:
            ElementTree.SubElement(choices, "CHOICE").text = word
    return ElementTree.tostring(root, encoding="unicode")
