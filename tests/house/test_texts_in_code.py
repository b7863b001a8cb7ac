"""People's words live in one place a language: no code of the hands, the forum or the roof holds any."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.tree import files, name

LATVIAN = re.compile("[āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ]")
# A message to a person has a greeting's, a question's or markup's face; what the operator reads in a terminal or a log
# is English and stays where it happens; “Please use '…'” is a library's warning.
MESSAGE = re.compile(
    r"</?(b|i|a|code|blockquote)\b[^>]*>|\b(Labdien|Hello|Dear|Please (?!use ')|Lūdzu|Thank you|Paldies)\b"
)
# The story plays members and reads what they were told, in their own words.
THEIR_WORDS = {"service/script.py", "service/story.py", "service/tally.py", "service/turns.py"}


def texts(tree: ast.AST) -> Iterator[str]:
    """The texts that a file holds, without what it says of itself in docstrings."""
    said = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def wrong(text: str) -> bool:
    return bool(LATVIAN.search(text) or MESSAGE.search(text))


@pytest.mark.parametrize("text", ["Paldies!", "Atbilde saņemta", "<b>2.1.</b>", 'see <a href="x">', "Please answer"])
def test_a_message_would_be_seen(text: str) -> None:
    assert list(filter(wrong, texts(ast.parse(f"def say():\n    '''Says.'''\n    return {text!r}")))) == [text]


def test_no_message_stands_in_code() -> None:
    found = [
        (name(path), text)
        for path in files("bot", "forum", "service")
        if name(path) not in THEIR_WORDS
        for text in texts(ast.parse(path.read_text()))
        if wrong(text)
    ]

    assert found == []
