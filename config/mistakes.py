"""Mistakes in settings, told in sentences: which setting, where it was set, what was expected, never what was found."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from config.layers import PREFIX, Layer, Name

# What one choice asks of other settings: (a setting, its value or None for any) and those that must then be set.
NEEDS: tuple[tuple[Name, str | None, tuple[Name, ...]], ...] = (
    (
        ("workspace", "kind"),
        "sharepoint",
        tuple(("sharepoint", one) for one in ("site_url", "tenant", "client_id", "certificate")),
    ),
    (("workspace", "kind"), "workbook", (("workspace", "path"),)),
    (("telegram", "webhook_url"), None, (("telegram", "webhook_secret"),)),
    (("email", "host"), None, (("email", "from"),)),
    (("email", "password"), None, (("email", "user"),)),
    (("email", "imap_host"), None, (("email", "host"), ("email", "user"))),
)
# Addresses at which the outside calls here; without pages of ours nobody would answer.
CALLED: tuple[Name, ...] = (("sharepoint", "webhook_url"), ("telegram", "webhook_url"))


def told(error: ValidationError, layers: Sequence[Layer], *, model: type[BaseModel], file: Path | None) -> list[str]:
    """A sentence for each of the library's findings."""
    context = _Context(layers, model, file)
    return [
        _sentence(found["loc"], context, kind=found["type"], message=found["msg"])
        for found in error.errors(include_url=False, include_context=False, include_input=False)
    ]


def lacking(layers: Sequence[Layer]) -> list[str]:
    """A sentence for each setting that another one makes necessary. Asked of the layers, not of settings made from
    them, so that it is told together with every other mistake."""
    mistakes = []
    for chooser, wanted, needed in NEEDS:
        chosen = _strongest(layers, chooser)
        if not chosen or (wanted is not None and chosen != wanted):
            continue
        because = f"{'.'.join(chooser)} is {wanted or 'set'}"
        mistakes += [
            f"{'.'.join(name)} is not set, and is needed where {because}"
            for name in needed
            if _strongest(layers, name) in (None, "")
        ]
    return mistakes + _unanswered(layers)


def _unanswered(layers: Sequence[Layer]) -> list[str]:
    if str(_strongest(layers, ("web", "port"))) != "0":
        return []
    return [
        f"web.port is 0, so that nobody would answer at {name}: set web.port to a free port, or leave {name} empty"
        for name in (".".join(one) for one in CALLED if _strongest(layers, one))
    ]


def names(model: type[BaseModel], above: Name = ()) -> Iterator[tuple[Name, FieldInfo]]:
    """Every setting with its field, sections included."""
    for name, field in model.model_fields.items():
        name = field.alias or name  # noqa: PLW2901 (a word that Python keeps for itself)
        yield (*above, name), field
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from names(field.annotation, (*above, name))


class _Context:
    """What a sentence is made from besides the finding: the layers, what settings there are, the forum's file."""

    def __init__(self, layers: Sequence[Layer], model: type[BaseModel], file: Path | None) -> None:
        self.layers = layers
        self.known = dict(names(model))
        self.file = file

    def where(self, name: Name) -> str:
        """Where the value that counts was set."""
        places = next((found for layer in reversed(self.layers) if (found := layer.where(name))), [])
        return f", set in {' and '.join(places)}" if places else ""

    def everywhere(self, name: Name) -> str:
        return " and ".join(place for layer in self.layers for place in layer.where(name))

    def expected(self, name: Name) -> str:
        """What the setting, or the one it is a part of, should hold."""
        for length in range(len(name), 0, -1):
            if field := self.known.get(name[:length]):
                return field.description or "a section with settings in it"
        return "something else"


def _sentence(loc: tuple[int | str, ...], context: _Context, *, kind: str, message: str) -> str:
    name = tuple(str(part) for part in loc if not isinstance(part, int))
    entry = "".join(f" (entry {part + 1})" for part in loc if isinstance(part, int))
    full = ".".join(name)
    if kind == "extra_forbidden":
        return f"{full}, set in {context.everywhere(name)}: there is no such setting{_meant(full, context.known)}"
    if kind == "missing":
        places = [str(context.file)] if context.file else []
        places.append(PREFIX + "__".join(name).upper())
        return f"{full} is not set: expected {context.expected(name)} (in {' or as '.join(places)})"
    if kind == "rule":  # a rule over several settings, in our own words
        return f"{full}{context.where(name)}: {message}"
    return f"{full}{entry}{context.where(name)}: expected {context.expected(name)}"


def _meant(full: str, known: Mapping[Name, Any]) -> str:
    close = difflib.get_close_matches(full, [".".join(name) for name in known], n=1, cutoff=0.7)
    return f"; did you mean {close[0]}?" if close else ""


def _strongest(layers: Sequence[Layer], name: Name) -> Any:
    return next((value for layer in reversed(layers) if (value := layer.value(name)) is not None), None)
