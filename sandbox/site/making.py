"""Lists made, changed and taken away by clients; only an app with more than ``write`` on the site may.

``POST web/lists`` names the URL after the title, cut to what an address takes, so that a list with a Latvian title is
made under a plain one and renamed, or made by ``lists/add`` with a Url. Source: learn.microsoft.com, "Working with
lists and list items with REST"; properties and types are those of SharePoint's $metadata.
"""

from __future__ import annotations

import re
from typing import Any

from sandbox.site.asking import Ask, Reply, only
from sandbox.site.describing import of_list
from sandbox.site.errors import ARGUMENT, TAKEN, bad, denied
from sandbox.site.formats import Json, entity, single
from sandbox.site.lists import SiteList
from sandbox.site.writing import match

_TEMPLATES = {100: False, 101: True}
# Settings of SP.List that a client may write, and the attribute that keeps one here; the others change nothing here.
_KEPT = {"Title": "title", "Description": "description", "EnableVersioning": "versioning", "Hidden": "hidden"}
_IDLE: dict[str, type] = {
    "AllowContentTypes": bool,
    "ContentTypesEnabled": bool,
    "EnableAttachments": bool,
    "EnableFolderCreation": bool,
    "EnableModeration": bool,
    "MajorVersionLimit": int,
    "NoCrawl": bool,
    "OnQuickLaunch": bool,
}
_TYPES: dict[str, type] = {"Title": str, "Description": str, "EnableVersioning": bool, "Hidden": bool, **_IDLE}
_CREATION: dict[str, type] = {
    "Title": str, "Url": str, "Description": str, "TemplateType": int, "QuickLaunchOption": int,
}  # fmt: skip


def manageable(ask: Ask) -> None:
    """Refused (403): the app's grant on the site lets it write rows, not make lists or columns."""
    if ask.site.grant not in ("manage", "fullcontrol"):
        raise denied()


def make_list(ask: Ask) -> Reply:
    """A list of SP.List's properties: 201 with the whole of it. A new list keeps no versions unless told to."""
    only(ask.options)
    manageable(ask)
    sent = typed(ask, ask.body, "SP.List")
    template = sent.pop("BaseTemplate", None)
    values = checked_settings(sent, _TYPES)
    return Reply(_told(ask, _made(ask, template, values, "")), 201)


def add_list(ask: Ask) -> Reply:
    """A list of SP.ListCreationInformation, which may say its URL: ``Lists/Plani``, or ``Pieradijumi`` of a library."""
    only(ask.options)
    manageable(ask)
    sent = typed(ask, parameters(ask), "SP.ListCreationInformation")
    values = checked_settings(sent, _CREATION)
    url, template = values.pop("Url", ""), values.pop("TemplateType", None)
    values.pop("QuickLaunchOption", None)
    if url and not re.fullmatch(r"[\w .-]+" if template == 101 else r"Lists/[\w .-]+", url, re.ASCII):
        raise bad(f"The Url '{url}' does not fit the template {template}.", ARGUMENT)
    return Reply(_told(ask, _made(ask, template, values, url.removeprefix("Lists/"))))


def _made(ask: Ask, template: Any, values: Json, url: str) -> SiteList:
    title = values.get("Title", "")
    if template not in _TEMPLATES or isinstance(template, bool):
        raise bad(f"The list template {template!r} is not known here: 100 and 101 are.", ARGUMENT)
    if not title.strip():
        raise bad("A list needs a Title.", ARGUMENT)
    _untaken(ask, title, None)
    library = _TEMPLATES[template]
    made = ask.site.add_list(title, url=_free(ask, url or _plain(title)), columns=[], library=library)
    made.versioning = library
    settle(made, values)
    return made


def update_list(ask: Ask, rows: SiteList) -> Reply:
    """Some settings of a list: 204. Its address stays when its title changes."""
    only(ask.options)
    manageable(ask)
    values = checked_settings(typed(ask, ask.body, "SP.List"), _TYPES)
    if "Title" in values:
        _untaken(ask, values["Title"], rows)
    settle(rows, values)
    return Reply(None, 204)


def delete_list(ask: Ask, rows: SiteList) -> Reply:
    """A list with all its rows to the recycle bin."""
    only(ask.options)
    manageable(ask)
    match(ask, f'"{rows.url}"')
    ask.site.remove_list(rows.url)
    return Reply(None, 200)


def settle(rows: SiteList, values: Json) -> None:
    for name, attribute in _KEPT.items():
        if name in values:
            setattr(rows, attribute, values[name])


def parameters(ask: Ask) -> Json:
    """The one argument of a method. Refused (400): a body of another form."""
    found = ask.body.get("parameters")
    if set(ask.body) != {"parameters"} or not isinstance(found, dict):
        raise bad('The body of this method is {"parameters": {…}}.')
    return found


def typed(ask: Ask, sent: Json, *kinds: str) -> Json:
    """A body without its type name, which the verbose form must give. Refused (400): another type's name."""
    rest = dict(sent)
    meta = rest.pop("__metadata", None)
    kind = meta.get("type") if isinstance(meta, dict) else rest.pop("odata.type", rest.pop("@odata.type", None))
    if kind is None and ask.verbose:
        raise bad("A verbose body needs __metadata with a type.")
    if kind is not None and str(kind).removeprefix("#") not in kinds:
        raise bad(f"The type '{kind}' is not {' or '.join(kinds)}.")
    return rest


def checked_settings(sent: Json, known: dict[str, type]) -> Json:
    """The properties sent. Refused (400): one that is not known here, or of another type."""
    for name, value in sent.items():
        if name not in known:
            raise bad(f"The property '{name}' is not known here: {', '.join(known)} are.")
        if not isinstance(value, known[name]) or (known[name] is int and isinstance(value, bool)):
            raise bad(f"The property '{name}' is of another type than {value!r}.")
    return dict(sent)


def _untaken(ask: Ask, title: str, own: SiteList | None) -> None:
    if any(one is not own and one.title.casefold() == title.casefold() for one in ask.site.lists):
        text = "A list, survey, discussion board, or document library with the specified title already exists in this "
        raise bad(text + "Web site.  Please choose another title.", TAKEN)


def _plain(title: str) -> str:
    """The URL name made from a title: what is no ASCII letter, digit, blank, dash or underscore falls out."""
    return re.sub(r"[^A-Za-z0-9 _-]", "", title).strip() or "List"


def _free(ask: Ask, url: str) -> str:
    taken = {one.url.casefold() for one in ask.site.lists}
    return next(name for n in range(1000) if (name := url if n == 0 else f"{url}{n}").casefold() not in taken)


def _told(ask: Ask, rows: SiteList) -> Json:
    return single(ask.form, ask.base, entity(ask.form, ask.base, of_list(ask, rows)[0]))
