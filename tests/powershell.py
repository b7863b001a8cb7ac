"""PowerShell as a grammar that others wrote reads it: the commands of a script, and what each is given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import tree_sitter_powershell
from tree_sitter import Language, Node, Parser

_PARSER = Parser(Language(tree_sitter_powershell.language()))
_TEXT = "verbatim_string_characters"
_QUOTES = "'‘’‚‛"


class Command(NamedTuple):
    """``given``: what each parameter got, a literal as the text that it says; ``texts``: all literal texts within,
    those of commands in brackets too."""

    name: str
    given: Mapping[str, str]
    texts: tuple[str, ...]


def commands(script: str) -> list[Command]:
    """All commands, in their order. ValueError: the grammar does not take it for PowerShell."""
    root = _PARSER.parse(script.encode()).root_node
    if root.has_error:
        broken = next(node for node in _all(root) if node.is_error or node.is_missing)
        raise ValueError(f"line {broken.start_point[0] + 1} is no PowerShell: {_said(broken)!r}")
    return [_command(node) for node in _all(root) if node.type == "command"]


def _command(node: Node) -> Command:
    name = next(_said(child) for child in node.named_children if child.type == "command_name")
    elements = [child for child in node.named_children if child.type == "command_elements"]
    given: dict[str, str] = {}
    parameter = ""
    for element in (child for one in elements for child in one.named_children):
        if element.type == "command_parameter":
            parameter = _said(element).removeprefix("-")
            given[parameter] = ""
        elif _said(element).strip():
            given[parameter] = given.get(parameter, "") + _literal(element)
    texts = tuple(_unquoted(_said(one)) for part in elements for one in _all(part) if one.type == _TEXT)
    return Command(name, given, texts)


def _literal(node: Node) -> str:
    said = _said(node)
    whole = [one for one in _all(node) if one.type == _TEXT and _said(one) == said]
    return _unquoted(said) if whole else said


def _unquoted(said: str) -> str:
    return re.sub(f"([{_QUOTES}])[{_QUOTES}]", r"\1", said[1:-1])


def _said(node: Node) -> str:
    return (node.text or b"").decode()


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _all(child)
