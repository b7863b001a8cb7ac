"""What the site says of itself: the web, its time zone, its lists and their columns."""

from __future__ import annotations

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from sandbox.site.asking import Ask, Reply, narrowed, only
from sandbox.site.columns import KINDS, Column
from sandbox.site.errors import ARGUMENT, bad
from sandbox.site.filters import parse
from sandbox.site.formats import Complex, Entity, collection, entity, single
from sandbox.site.lists import SiteList
from sandbox.site.reading import uri
from sandbox.site.zones import instant

# An entity, and what it tells only when asked by name.
Told = tuple[Entity, dict[str, Any]]

# The halves of SharePoint's permission mask for a contributor and for a reader.
_PERMISSIONS = {"write": ("432", "1011030767"), "read": ("176", "138612833"), "none": ("0", "0")}


def read_web(ask: Ask) -> Reply:
    site = ask.site
    web = {
        "Id": site.id,
        "Title": site.title,
        "Url": ask.base,
        "ServerRelativeUrl": site.path,
        "Language": 1062,
        "Created": instant(site.clock.now()),
        "WebTemplate": "STS",
    }
    return _one(ask, Entity("Web", "SP.Web", web), {"EffectiveBasePermissions": _permissions("write")})


def read_user(ask: Ask) -> Reply:
    person = ask.site.service
    user = {
        "Id": person.id,
        "Title": person.title,
        "Email": person.email,
        "LoginName": person.login,
        "IsSiteAdmin": False,
        "IsHiddenInUI": False,
        "PrincipalType": 1,
    }
    return _one(ask, Entity(f"Web/GetUserById({person.id})", "SP.User", user))


def read_zone(ask: Ask) -> Reply:
    zone = ask.site.zone
    parts = {"Bias": zone.bias, "DaylightBias": zone.daylight, "StandardBias": 0}
    facts = {
        "Description": zone.description,
        "Id": zone.id,
        "Information": Complex("SP.TimeZoneInformation", parts),
    }
    return _one(ask, Entity("Web/RegionalSettings/TimeZone", "SP.TimeZone", facts))


def read_context(ask: Ask) -> Reply:
    """The form digest; with a bearer token nobody needs it, and any digest is taken."""
    only(ask.options)
    facts = {
        "FormDigestTimeoutSeconds": 1800,
        "FormDigestValue": f"0x{ask.site.id.replace('-', '').upper()},{ask.site.clock.now():%d %b %Y %H:%M:%S} -0000",
        "LibraryVersion": "16.0.25213.12001",
        "SiteFullUrl": ask.base,
        "SupportedSchemaVersions": ["14.0.0.0", "15.0.0.0"],
        "WebFullUrl": ask.base,
    }
    told = entity(ask.form, ask.base, Entity("contextinfo", "SP.ContextWebInformation", facts))
    if ask.form.level == "verbose":
        return Reply({"d": {"GetContextWebInformation": told}})
    return Reply(single(ask.form, ask.base, told))


def read_lists(ask: Ask) -> Reply:
    return _many(ask, [_list(ask, one) for one in ask.site.lists if one.access != "none"])


def read_list(ask: Ask, rows: SiteList) -> Reply:
    return _one(ask, *_list(ask, rows))


def read_permissions(ask: Ask, rows: SiteList) -> Reply:
    only(ask.options)
    high, low = _PERMISSIONS[rows.access]
    if ask.form.level == "verbose":
        kind = {"type": "SP.BasePermissions"}
        return Reply({"d": {"EffectiveBasePermissions": {"__metadata": kind, "High": high, "Low": low}}})
    return Reply(single(ask.form, ask.base, {"High": high, "Low": low}))


def read_fields(ask: Ask, rows: SiteList) -> Reply:
    return _many(ask, [(_field(ask, rows, one), {}) for one in rows.columns.values() if one.listed])


def read_field(ask: Ask, rows: SiteList) -> Reply:
    wanted = ask.where["field"].replace("''", "'")
    for column in rows.columns.values():
        if column.listed and wanted in (column.name, column.title):
            return _one(ask, _field(ask, rows, column))
    raise bad(f"Column '{wanted}' does not exist. It may have been deleted by another user.", ARGUMENT)


def _list(ask: Ask, rows: SiteList) -> Told:
    facts: dict[str, Any] = {
        "Id": rows.id,
        "Title": rows.title,
        "ItemCount": len(rows.items),
        "EntityTypeName": rows.entity_type,
        "ListItemEntityTypeFullName": rows.item_type,
        "Hidden": False,
        "BaseTemplate": 101 if rows.library else 100,
        "BaseType": int(rows.library),
        "Created": instant(rows.created),
        "CurrentChangeToken": Complex("SP.ChangeToken", {"StringValue": rows.token}),
        "Description": "",
        "EnableAttachments": not rows.library,
        "EnableModeration": False,
        "EnableVersioning": rows.versioning,
        "LastItemDeletedDate": instant(rows.deleted),
        "LastItemModifiedDate": instant(rows.modified),
        "ParentWebUrl": ask.site.path,
    }
    root = {"Name": rows.url, "ServerRelativeUrl": rows.root, "ItemCount": len(rows.items)}
    extra = {"RootFolder": Complex("SP.Folder", root), "EffectiveBasePermissions": _permissions(rows.access)}
    return Entity(uri(rows), "SP.List", facts), extra


def _field(ask: Ask, rows: SiteList, column: Column) -> Entity:
    name, kind, entity_type = KINDS[column.kind]
    facts: dict[str, Any] = {
        "Id": str(uuid5(NAMESPACE_URL, f"{rows.id}:{column.name}")),
        "InternalName": column.name,
        "StaticName": column.name,
        "EntityPropertyName": column.entity_name,
        "Title": column.title,
        "TypeAsString": f"{name}Multi" if column.many else name,
        "FieldTypeKind": kind,
        "Required": column.required,
        "ReadOnlyField": column.read_only,
        "Hidden": column.hidden,
        "Indexed": column.indexed or column.unique,
        "EnforceUniqueValues": column.unique,
        "Description": "",
        "DefaultValue": None,
        **_special(ask, column),
    }
    return Entity(f"{uri(rows)}/Fields(guid'{facts['Id']}')", entity_type, facts)


def _special(ask: Ask, column: Column) -> dict[str, Any]:
    """What only fields of this kind tell."""
    if column.kind in ("Choice", "MultiChoice"):
        return {"Choices": list(column.choices), "FillInChoice": column.fill_in}
    if column.kind == "Lookup":
        target = ask.site.list(column.target).id
        return {"LookupList": f"{{{target}}}", "LookupField": "Title", "AllowMultipleValues": column.many}
    if column.kind == "User":
        return {"LookupList": "{UserInfo}", "LookupField": "", "AllowMultipleValues": column.many}
    if column.kind in ("Date", "DateTime"):
        return {"DisplayFormat": int(column.kind == "DateTime")}
    return {"MaxLength": 255} if column.kind == "Text" else {}


def _permissions(access: str) -> Complex:
    high, low = _PERMISSIONS[access]
    return Complex("SP.BasePermissions", {"High": high, "Low": low})


def _one(ask: Ask, one: Entity, extra: dict[str, Any] | None = None) -> Reply:
    only(ask.options, "$select", "$expand")
    return Reply(single(ask.form, ask.base, entity(ask.form, ask.base, narrowed(one, ask.options, extra))))


def _many(ask: Ask, several: list[Told]) -> Reply:
    """Those that ``$filter`` leaves, each with the properties that ``$select`` names."""
    only(ask.options, "$select", "$expand", "$filter")
    clauses = parse(ask.options["$filter"]) if "$filter" in ask.options else []
    known = {name for one, _ in several for name in one.properties}
    for clause in clauses:
        if clause.field not in known:
            raise bad(f"The field or property '{clause.field}' does not exist.")
    told = [
        entity(ask.form, ask.base, narrowed(one, ask.options, extra, known))
        for one, extra in several
        if all(clause.holds(one.properties.get(clause.field)) for clause in clauses)
    ]
    return Reply(collection(ask.form, ask.base, told))
