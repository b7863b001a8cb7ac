"""The three dresses of an answer: verbose, minimal metadata, no metadata, and the older or newer spelling of both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sandbox.site.errors import Refused

Json = dict[str, Any]
Level = Literal["verbose", "minimal", "none"]

_LEVELS: dict[str, Level] = {
    "odata=verbose": "verbose",
    "odata=minimalmetadata": "minimal",
    "odata=nometadata": "none",
    "odata.metadata=minimal": "minimal",
    "odata.metadata=none": "none",
    "": "minimal",
}


@dataclass(frozen=True)
class Format:
    """How an answer is dressed; ``at`` begins its annotations: ``odata.`` or ``@odata.``."""

    level: Level = "minimal"
    at: Literal["odata.", "@odata."] = "odata."

    @property
    def content_type(self) -> str:
        if self.level == "verbose":
            return "application/json;odata=verbose;charset=utf-8"
        if self.at == "@odata.":
            return f"application/json;odata.metadata={self.level};odata.streaming=true;charset=utf-8"
        return f"application/json;odata={self.level}metadata;streaming=true;charset=utf-8"


@dataclass(frozen=True)
class Complex:
    """A value with parts and a type name, such as a link or a token."""

    type: str
    parts: Json


@dataclass(frozen=True)
class Entity:
    """Something with an address: ``uri`` under ``_api/``, a type, its properties, and an etag where it has one."""

    uri: str
    type: str
    properties: Json
    etag: str = ""


def read_format(header: str, what: str = "Accept") -> Format:
    """The format that an Accept or Content-Type header asks for. Refused (400): any other form."""
    media, *rest = (part.strip() for part in header.lower().split(";"))
    options = [re.sub(r"\s+", "", part) for part in rest if part and not re.match(r"(charset|q)\s*=", part)]
    if media == "application/json" and len(options) <= 1:
        option = options[0] if options else ""
        if option in _LEVELS:
            return Format(_LEVELS[option], "@odata." if option.startswith("odata.") else "odata.")
    raise Refused(
        400,
        "-1, Microsoft.SharePoint.Client.ClientServiceException",
        f"The HTTP header {what} '{header}' is not known here: application/json;odata=verbose, "
        "odata=minimalmetadata, odata=nometadata, odata.metadata=minimal and odata.metadata=none are.",
    )


def value(form: Format, raw: Any) -> Any:
    """A property's value in its dress: lists get ``results`` and complex values a type in the verbose form."""
    if isinstance(raw, Complex):
        parts = {name: value(form, part) for name, part in raw.parts.items()}
        return {"__metadata": {"type": raw.type}, **parts} if form.level == "verbose" else parts
    if isinstance(raw, list) and form.level == "verbose":
        kind = "Edm.String" if raw and isinstance(raw[0], str) else "Edm.Int32"
        return {"__metadata": {"type": f"Collection({kind})"}, "results": raw}
    return raw


def entity(form: Format, base: str, one: Entity) -> Json:
    """An entity with its properties and as much about itself as the form wants."""
    properties = {name: value(form, raw) for name, raw in one.properties.items()}
    return {**about(form, base, one), **properties}


def about(form: Format, base: str, one: Entity) -> Json:
    """What an entity says about itself: type, address, etag."""
    if form.level == "none":
        return {}
    address = f"{base}/_api/{one.uri}"
    if form.level == "verbose":
        meta = {"id": address, "uri": address, "type": one.type}
        return {"__metadata": {**meta, "etag": one.etag} if one.etag else meta}
    at = form.at
    facts = {f"{at}type": ("#" if at == "@odata." else "") + one.type, f"{at}id": address}
    if one.etag:
        facts[f"{at}etag"] = one.etag
    return {**facts, f"{at}editLink": one.uri}


def single(form: Format, base: str, content: Json) -> Json:
    """One thing as a whole answer."""
    if form.level == "verbose":
        return {"d": content}
    return {**_context(form, base), **content}


def collection(form: Format, base: str, rows: Sequence[Any], following: str = "") -> Json:
    """Several things as a whole answer, with the address of the next page where there is one."""
    if form.level == "verbose":
        return {"d": {"results": rows, "__next": following} if following else {"results": rows}}
    link = {f"{form.at}nextLink": following} if following else {}
    return {**_context(form, base), **link, "value": rows}


def error(form: Format, refused: Refused) -> Json:
    """A refusal as SharePoint words it."""
    if form.level != "verbose" and form.at == "@odata.":
        return {"error": {"code": refused.code, "message": refused.text}}
    key = "error" if form.level == "verbose" else "odata.error"
    return {key: {"code": refused.code, "message": {"lang": "en-US", "value": refused.text}}}


def _context(form: Format, base: str) -> Json:
    if form.level == "none":
        return {}
    key = "@odata.context" if form.at == "@odata." else "odata.metadata"
    return {key: f"{base}/_api/$metadata"}
