"""What the site says of itself: the web, its time zone, its lists and their columns."""

from __future__ import annotations

from typing import Any

from sandbox.site.asking import Ask, Reply, narrowed, only
from sandbox.site.columns import KINDS, Column
from sandbox.site.errors import bad
from sandbox.site.filters import parse
from sandbox.site.formats import Complex, Entity, collection, entity, single
from sandbox.site.lists import SiteList
from sandbox.site.reading import uri
from sandbox.site.zones import instant

# An entity, and what it tells only when asked by name.
Told = tuple[Entity, dict[str, Any]]

# The halves of SharePoint's permission mask for the levels Read, Contribute, Design and Full Control, which the roles
# of a grant on a selected site stand for (learn.microsoft.com, "Overview of Selected Permissions").
_PERMISSIONS = {
    "none": ("0", "0"),
    "read": ("176", "138612833"),
    "write": ("432", "1011028719"),
    "manage": ("432", "1012866047"),
    "fullcontrol": ("2147483647", "4294705151"),
}


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
    return _one(ask, Entity("Web", "SP.Web", web), {"EffectiveBasePermissions": _permissions(site.grant)})


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
    return _many(ask, [of_list(ask, one) for one in ask.site.lists if one.access != "none"])


def read_list(ask: Ask, rows: SiteList) -> Reply:
    return _one(ask, *of_list(ask, rows))


def read_permissions(ask: Ask, rows: SiteList) -> Reply:
    only(ask.options)
    high, low = _PERMISSIONS[access(ask, rows)]
    if ask.form.level == "verbose":
        kind = {"type": "SP.BasePermissions"}
        return Reply({"d": {"EffectiveBasePermissions": {"__metadata": kind, "High": high, "Low": low}}})
    return Reply(single(ask.form, ask.base, {"High": high, "Low": low}))


def read_fields(ask: Ask, rows: SiteList) -> Reply:
    return _many(ask, [(of_field(ask, rows, one), {}) for one in rows.columns.values() if one.listed])


def read_field(ask: Ask, rows: SiteList) -> Reply:
    return _one(ask, of_field(ask, rows, rows.field(ask.where)))


def of_list(ask: Ask, rows: SiteList) -> Told:
    facts: dict[str, Any] = {
        "Id": rows.id,
        "Title": rows.title,
        "ItemCount": len(rows.items),
        "EntityTypeName": rows.entity_type,
        "ListItemEntityTypeFullName": rows.item_type,
        "Hidden": rows.hidden,
        "BaseTemplate": 101 if rows.library else 100,
        "BaseType": int(rows.library),
        "Created": instant(rows.created),
        "CurrentChangeToken": Complex("SP.ChangeToken", {"StringValue": rows.token}),
        "Description": rows.description,
        "EnableAttachments": not rows.library,
        "EnableModeration": False,
        "EnableVersioning": rows.versioning,
        "LastItemDeletedDate": instant(rows.deleted),
        "LastItemModifiedDate": instant(rows.modified),
        "ParentWebUrl": ask.site.path,
    }
    root = {"Name": rows.url, "ServerRelativeUrl": rows.root, "ItemCount": len(rows.items)}
    extra = {"RootFolder": Complex("SP.Folder", root), "EffectiveBasePermissions": _permissions(access(ask, rows))}
    return Entity(uri(rows), "SP.List", facts), extra


def of_field(ask: Ask, rows: SiteList, column: Column) -> Entity:
    name, kind, entity_type = KINDS[column.kind]
    facts: dict[str, Any] = {
        "Id": rows.field_id(column),
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
        "Description": column.description,
        "DefaultValue": column.default,
        **_special(ask, column),
    }
    return Entity(f"{uri(rows)}/Fields(guid'{facts['Id']}')", entity_type, facts)


def _special(ask: Ask, column: Column) -> dict[str, Any]:
    """What only fields of this kind tell."""
    if column.kind in ("Choice", "MultiChoice"):
        return {"Choices": list(column.choices), "FillInChoice": column.fill_in}
    if column.kind == "Lookup":
        target = ask.site.looked_in(column)
        return {
            "LookupList": f"{{{target.id}}}" if target else column.target,
            "LookupField": "Title",
            "AllowMultipleValues": column.many,
        }
    if column.kind == "User":
        return {"LookupList": "{UserInfo}", "LookupField": "", "AllowMultipleValues": column.many}
    if column.kind in ("Date", "DateTime"):
        return {"DisplayFormat": int(column.kind == "DateTime")}
    return {"MaxLength": 255} if column.kind == "Text" else {}


def access(ask: Ask, rows: SiteList) -> str:
    """What the app may do with a list: what its grant on the site says, save where the list has its own permissions."""
    return ask.site.grant if rows.access == "write" else rows.access


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
