"""The catalogue of one language: every text file of its folder, read strictly, with the values each text asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from words.errors import BadTexts

LOCALES = Path(__file__).with_name("locales")


@dataclass(frozen=True)
class Catalogue:
    """One language's texts. ``needs`` maps ``message-id`` and ``message-id.attribute`` to the names of all values
    that the text, or a text it calls upon, may ask for."""

    language: str
    locale: Locale
    bundle: FluentBundle
    needs: dict[str, frozenset[str]]


def languages(locales: Path = LOCALES) -> tuple[str, ...]:
    """The languages there are texts in, in the alphabet's order: each folder is one."""
    return tuple(sorted(folder.name for folder in locales.iterdir() if _texts_of(folder)))


def read(language: str, locales: Path = LOCALES) -> Catalogue:
    """All texts of one language. Fluent drops what it cannot parse, and what is said twice, in silence: both are
    errors here.

    :raises BadTexts: no such folder, a line that is not Fluent, an id used twice, a reference that leads nowhere, a
        number said without all the forms that the language's numbers have.
    """
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError) as error:
        raise BadTexts(language, "", "no language of this name is known") from error
    found = _texts_of(locales / language)
    if not found:
        raise BadTexts(language, "", "there are no texts in this language")
    bundle = FluentBundle([language], use_isolating=False)
    patterns: dict[str, _Pattern] = {}
    for file in found:
        resource = FluentResource(file.read_text(encoding="utf-8"))
        for name, pattern in _patterns(resource, language, file=file.name):
            if name in patterns:
                raise BadTexts(language, file.name, f"“{name}” is said twice, also in {patterns[name].file}")
            if lacking := pattern.lacking(locale):
                raise BadTexts(language, file.name, f"“{name}” lacks the plural {', '.join(sorted(lacking))}")
            patterns[name] = pattern
        bundle.add_resource(resource)
    needs = {
        name: frozenset(_needs(name, patterns, language=language)) for name in patterns if not name.startswith("-")
    }
    return Catalogue(language, locale, bundle, needs)


def _texts_of(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted((file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name)


@dataclass
class _Pattern(Visitor):
    """What one text holds: the values it names, the texts it calls upon, the choices it makes."""

    file: str
    variables: set[str] = field(default_factory=set)
    references: set[str] = field(default_factory=set)
    choices: list[tuple[frozenset[str], bool]] = field(default_factory=list)

    def lacking(self, locale: Locale) -> set[str]:
        """The plural forms of the language that a choice by number leaves out (Latvian: zero, one, other)."""
        plurals = locale.plural_form.tags | {"other"}
        return {
            form for keys, shown in self.choices if _by_number(keys, shown, plurals=plurals) for form in plurals - keys
        }

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802 (the visitor looks for this name)
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: Any) -> None:  # noqa: N802
        self.references.add(_name(node.id.name, node.attribute))

    def visit_TermReference(self, node: Any) -> None:  # noqa: N802
        self.references.add("-" + _name(node.id.name, node.attribute))
        if node.arguments:
            self.visit(node.arguments)

    def visit_SelectExpression(self, node: Any) -> None:  # noqa: N802
        shown = _Pattern(self.file)
        shown.visit(node.variants)
        number = getattr(getattr(node.selector, "id", None), "name", None) in shown.variables
        self.choices.append((frozenset(_key(variant.key) for variant in node.variants), number))
        self.generic_visit(node)


def _by_number(keys: frozenset[str], shown: bool, *, plurals: frozenset[str]) -> bool:
    # [1] and “other” alone may stand for yes and no, unless the number itself is said in them.
    exact = "other" in keys and any(key.isdecimal() for key in keys)
    return bool(keys & (plurals - {"other"})) or (exact and shown)


def _key(key: Any) -> str:
    return str(key.name if isinstance(key, ast.Identifier) else key.value)


def _name(name: str, attribute: Any) -> str:
    return f"{name}.{attribute.name}" if attribute else name


def _patterns(resource: Any, language: str, *, file: str) -> Iterator[tuple[str, _Pattern]]:
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            trouble = entry.annotations[0].message if entry.annotations else "this is not Fluent"
            first = (entry.content or "").strip().partition("\n")[0]
            raise BadTexts(language, file, f"{trouble} near “{first}”")
        if not isinstance(entry, ast.Message | ast.Term):
            continue
        name = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
        spoken = [(name, entry.value)] if entry.value else []
        for said, value in spoken + [(f"{name}.{one.id.name}", one.value) for one in entry.attributes]:
            pattern = _Pattern(file)
            pattern.visit(value)
            yield said, pattern


def _needs(name: str, patterns: dict[str, _Pattern], *, language: str, above: tuple[str, ...] = ()) -> set[str]:
    pattern = patterns[name]
    needed = set() if name.startswith("-") else set(pattern.variables)
    for reference in pattern.references:
        if reference not in patterns:
            raise BadTexts(language, pattern.file, f"“{name}” calls upon “{reference}”, which there is not")
        if reference in above or reference == name:
            raise BadTexts(language, pattern.file, f"“{name}” calls upon itself")
        needed |= _needs(reference, patterns, language=language, above=(*above, name))
    return needed
