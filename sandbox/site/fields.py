"""Columns made, changed and taken away by clients, from properties or from a line of schema.

Three ways in: ``POST fields`` with the properties of SP.FieldText and its kin, ``fields/addfield`` with
SP.FieldCreationInformation, ``fields/createfieldasxml`` with a schema; a lookup comes by the latter two. An inner
name is made from the first title, save where a schema comes with Option 8. Source: learn.microsoft.com, "Fields REST
API reference".
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sandbox.site.asking import Ask, Reply, only
from sandbox.site.columns import KINDS, Column, Kind, internal_name
from sandbox.site.describing import of_field
from sandbox.site.errors import ARGUMENT, DUPLICATE, DUPLICATE_FIELD, bad
from sandbox.site.formats import Json, entity, single
from sandbox.site.lists import SiteList
from sandbox.site.making import checked_settings, manageable, parameters, typed
from sandbox.site.schemas import NAME_HINT, read_schema

_KINDS: dict[int, Kind] = {
    2: "Text", 3: "Note", 4: "DateTime", 6: "Choice", 7: "Lookup", 8: "Boolean", 9: "Number", 11: "URL",
    15: "MultiChoice", 20: "User",
}  # fmt: skip
_COMMON: dict[str, type] = {
    "Title": str, "FieldTypeKind": int, "Required": bool, "Hidden": bool, "Indexed": bool, "EnforceUniqueValues": bool,
    "Description": str, "DefaultValue": str, "Group": str,
}  # fmt: skip
_OWN: dict[Kind, dict[str, type]] = {
    "Text": {"MaxLength": int},
    "Note": {
        "NumberOfLines": int,
        "RichText": bool,
        "AppendOnly": bool,
        "RestrictedMode": bool,
        "AllowHyperlink": bool,
    },
    "DateTime": {"DisplayFormat": int, "FriendlyDisplayFormat": int, "DateTimeCalendarType": int},
    "Choice": {"Choices": list, "FillInChoice": bool, "EditFormat": int},
    "MultiChoice": {"Choices": list, "FillInChoice": bool},
    "Number": {"MinimumValue": float, "MaximumValue": float},
    "User": {"AllowMultipleValues": bool, "SelectionMode": int},
    "URL": {"DisplayFormat": int},
}
_CREATION: dict[str, type] = {
    "Title": str, "FieldTypeKind": int, "Required": bool, "Choices": list, "LookupListId": str, "LookupFieldName": str,
}  # fmt: skip
# Which kinds may have an index, and be unique: support.microsoft.com, "Add an index to a list or library column".
_INDEXABLE = {"Text", "Choice", "Number", "Boolean", "Date", "DateTime", "Lookup", "User"}
_MOST_INDICES = 20


def make_field(ask: Ask, rows: SiteList) -> Reply:
    """A column of SP.Field's properties: 201 with the whole of it."""
    only(ask.options)
    manageable(ask)
    kind = _kind(ask.body)
    if kind == "Lookup":
        raise bad("A lookup is made by fields/addfield or fields/createfieldasxml.", ARGUMENT)
    sent = checked_settings(_plain(ask, ask.body, kind), {**_COMMON, **_OWN.get(kind, {})})
    return Reply(_added(ask, rows, _with(Column("", kind), sent)), 201)


def add_field(ask: Ask, rows: SiteList) -> Reply:
    """A column of SP.FieldCreationInformation."""
    only(ask.options)
    manageable(ask)
    sent = checked_settings(_results(typed(ask, parameters(ask), "SP.FieldCreationInformation")), _CREATION)
    column = _with(Column("", _kind(sent)), sent)
    if column.kind == "Lookup":
        column.target = _target(ask, sent.get("LookupListId", ""), sent.get("LookupFieldName", "Title"))
    return Reply(_added(ask, rows, column))


def add_field_as_xml(ask: Ask, rows: SiteList) -> Reply:
    """A column of a schema: ``<Field Type="Text" DisplayName="Nr." Name="Number" Indexed="TRUE"/>``."""
    only(ask.options)
    manageable(ask)
    sent = typed(ask, parameters(ask), "SP.XmlSchemaFieldCreationInformation")
    checked_settings(sent, {"SchemaXml": str, "Options": int})
    if not 0 <= (options := sent.get("Options", 0)) < 64:
        raise bad(f"The Options {options} are not SP.AddFieldOptions.", ARGUMENT)
    column, target, shown = read_schema(sent.get("SchemaXml", ""))
    if column.kind == "Lookup":
        column.target = _target(ask, target, shown)
    if not options & NAME_HINT:
        column.name = ""
    return Reply(_added(ask, rows, column))


def update_field(ask: Ask, rows: SiteList) -> Reply:
    """Some properties of a column: 204. Its kind and its inner name stay."""
    only(ask.options)
    manageable(ask)
    column = rows.field(ask.where)
    column = replace(column, indexed=column.indexed or column.unique)
    kind: Kind = "DateTime" if column.kind == "Date" else column.kind
    sent = checked_settings(_plain(ask, ask.body, kind), {**_COMMON, **_OWN.get(kind, {})})
    if _KINDS.get(sent.pop("FieldTypeKind", 0), kind) != kind:
        raise bad("The kind of a column cannot be changed in this stand-in.", ARGUMENT)
    changed = _with(column, sent)
    _check(rows, changed)
    rows.add_column(changed)
    return Reply(None, 204)


def delete_field(ask: Ask, rows: SiteList) -> Reply:
    """A column with what its rows hold in it, for good."""
    only(ask.options)
    manageable(ask)
    column = rows.field(ask.where)
    if column.read_only or column.name in ("Title", "FileLeafRef"):
        raise bad(f"The column '{column.name}' cannot be deleted.", ARGUMENT)
    rows.remove_column(column.name)
    return Reply(None, 200)


def _kind(sent: Json) -> Kind:
    number = sent.get("FieldTypeKind")
    if isinstance(number, bool) or number not in _KINDS:
        raise bad(f"The FieldTypeKind {number!r} is not known here: {', '.join(map(str, _KINDS))} are.", ARGUMENT)
    return _KINDS[number]


def _plain(ask: Ask, body: Json, kind: Kind) -> Json:
    return _results(typed(ask, body, "SP.Field", KINDS[kind][2]))


def _results(sent: Json) -> Json:
    """Choices as a plain array, whichever form they came in."""
    choices = sent.get("Choices")
    if isinstance(choices, dict) and isinstance(choices.get("results"), list):
        return {**sent, "Choices": choices["results"]}
    return sent


def _with(column: Column, sent: Json) -> Column:
    """The column with what was sent."""
    told: dict[str, Any] = {
        attribute: sent[name]
        for name, attribute in (
            ("Title", "title"), ("Required", "required"), ("Hidden", "hidden"), ("Indexed", "indexed"),
            ("EnforceUniqueValues", "unique"), ("Description", "description"), ("DefaultValue", "default"),
            ("FillInChoice", "fill_in"), ("AllowMultipleValues", "many"),
        )
        if name in sent
    }  # fmt: skip
    if "Choices" in sent:
        told["choices"] = tuple(map(str, sent["Choices"]))
    if column.kind in ("Date", "DateTime") and "DisplayFormat" in sent:
        told["kind"] = "DateTime" if sent["DisplayFormat"] else "Date"
    elif column.kind == "DateTime" and not column.title:
        told["kind"] = "Date"
    return replace(column, **told)


def _target(ask: Ask, guid: str, shown: str) -> str:
    """The URL name of the list that a lookup looks in. Refused (400): no such list, or no such column of it."""
    try:
        target = ask.site.list_with_id(guid.strip("{}").lower())
    except LookupError as error:
        raise bad(f"The list '{guid}' of a lookup does not exist.", ARGUMENT) from error
    if shown != "Title":
        raise bad(f"This stand-in's lookups show the Title, not '{shown}'.", ARGUMENT)
    return target.url


def _added(ask: Ask, rows: SiteList, column: Column) -> Json:
    column.name = column.name or internal_name(column.title, set(rows.columns))
    if column.name in rows.columns or any(one.id and one.id == column.id for one in rows.columns.values()):
        raise bad(f'A duplicate field name "{column.name}" was found.', DUPLICATE_FIELD)
    _check(rows, column)
    rows.add_column(column)
    return single(ask.form, ask.base, entity(ask.form, ask.base, of_field(ask, rows, column)))


def _check(rows: SiteList, column: Column) -> None:
    """Refused (400): no title, choices where there must be some, an index or uniqueness that cannot be."""
    if not column.title.strip() or len(column.title) > 255:
        raise bad("A column needs a Title of at most 255 signs.", ARGUMENT)
    chooses = column.kind in ("Choice", "MultiChoice")
    if chooses and (not column.choices or len(set(column.choices)) < len(column.choices)):
        raise bad(f"The column '{column.title}' needs choices, each once.", ARGUMENT)
    _check_index(rows, column)


def _check_index(rows: SiteList, column: Column) -> None:
    if column.unique and (not column.indexed or column.kind == "Boolean"):
        raise bad(f"A column must be indexed to enforce unique values: '{column.title}'.", ARGUMENT)
    if column.indexed and (column.kind not in _INDEXABLE or column.several):
        raise bad(f"A column of the kind '{column.kind}' cannot be indexed: '{column.title}'.", ARGUMENT)
    others = [one for one in rows.columns.values() if one.indexed and one.name not in ("ID", column.name)]
    if column.indexed and len(others) >= _MOST_INDICES:
        raise bad(f"A list has at most {_MOST_INDICES} indexed columns.", ARGUMENT)
    if column.unique:
        held = [item.values[column.name] for item in rows.items.values() if item.values.get(column.name) is not None]
        if len(set(held)) < len(held):
            raise bad(f"The column '{column.title}' holds duplicate values.", DUPLICATE)
