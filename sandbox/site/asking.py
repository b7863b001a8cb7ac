"""What a request asks for: its options, checked by name, and the rest that a handler needs."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from sandbox.site.errors import bad
from sandbox.site.formats import Complex, Entity, Format, Json

if TYPE_CHECKING:
    from sandbox.site.site import Site


@dataclass(frozen=True)
class Ask:
    """One request: ``method`` after X-HTTP-Method, ``base`` the site's address, ``where`` what its path names.

    ``verbose`` is whether the body says its types the verbose way, ``sent`` its bytes; header names are in lower case.
    """

    site: Site
    method: str
    base: str
    form: Format
    options: Mapping[str, str]
    headers: Mapping[str, str]
    where: Mapping[str, str]
    body: Json
    verbose: bool
    sent: bytes = b""


@dataclass(frozen=True)
class Reply:
    """An answer before it goes on the wire: an object, a file's bytes, or no body."""

    content: Json | bytes | None
    status: int = 200
    headers: Mapping[str, str] | None = None


def read_options(query: str) -> dict[str, str]:
    """The options of a query string, in lower case. Refused (400): a name twice, or one without ``$`` before it."""
    options: dict[str, str] = {}
    for name, text in parse_qsl(query, keep_blank_values=True):
        if not name.startswith("$") or name.lower() in options:
            raise bad(f"The query option '{name}' is not known here, or is given twice.")
        options[name.lower()] = text
    return options


def only(options: Mapping[str, str], *known: str) -> None:
    """Refused (400): an option beyond ``known``."""
    for name in options:
        if name not in known:
            raise bad(f"The query option '{name}' is not known here: {', '.join(known) or 'none'}.")


def names(options: Mapping[str, str], option: str) -> list[str]:
    """The names in a comma-separated option. Refused (400): an empty one."""
    found = [name.strip() for name in options[option].split(",")] if options.get(option) else []
    if not all(found):
        raise bad(f"The query option '{option}' holds an empty name: '{options[option]}'.")
    return found


def narrowed(
    one: Entity,
    options: Mapping[str, str],
    on_request: Mapping[str, Any] | None = None,
    elsewhere: Set[str] = frozenset(),
) -> Entity:
    """An entity with the properties that ``$select`` names (all by default, save those only told when asked for).

    ``$expand`` adds a part, whole unless ``Part/Name`` in ``$select`` names pieces of it. ``elsewhere`` are names that
    its neighbours have and this one may lack. Refused (400): an unknown name.
    """
    told = {**one.properties, **(on_request or {})}
    expanded = names(options, "$expand")
    chosen = names(options, "$select") or ["*"]
    for name in (*expanded, *chosen):
        if name != "*" and not _known(told, name) and name not in elsewhere:
            raise bad(f"The field or property '{name}' does not exist.")
    picked = dict(one.properties) if "*" in chosen else {}
    for whole in {name.partition("/")[0]: None for name in (*chosen, *expanded)}:
        if whole in told:
            picked[whole] = _pieces(
                told[whole], [name.partition("/")[2] for name in chosen if name.startswith(f"{whole}/")]
            )
    return Entity(one.uri, one.type, picked, one.etag)


def _pieces(raw: Any, wanted: list[str]) -> Any:
    """A part with the pieces that are named, and what it says about itself; whole where none is."""
    if not wanted or not isinstance(raw, Complex):
        return raw
    return Complex(
        raw.type, {n: piece for n, piece in raw.parts.items() if n in wanted or n.startswith(("odata", "__"))}
    )


def _known(told: Mapping[str, Any], name: str) -> bool:
    whole, _, part = name.partition("/")
    found = told.get(whole)
    return whole in told and (not part or (isinstance(found, Complex) and part in found.parts))
