"""One word, one thing: what the glossary calls by its name is called by no other, in code and tables."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from forum.store.migrate import metadata
from tests.house.tree import HOUSE, ROOMS, files, name

# What the glossary says a thing is not called, and what it is called.
INSTEAD = {
    "user": "member",
    "admin": "coordinator",
    "administrator": "coordinator",
    "steward": "coordinator",
    "organisation": "institution",
    "organization": "institution",
    "todo": "measure",
    "assignment": "responsibility",
    "survey": "round",
    "submission": "reply",
    "alert": "nudge",
    "notification": "outgoing message",
    "rsvp": "attendance",
    "slot": "candidate",
    "poll": "request",
    "tenant": "workspace",
    "audit": "journal",
    "percentage": "completion",
    "percent": "completion",
}
# Other people's words, at the edge where they are spoken: (file, name).
THEIRS = {
    ("bot/telegram/polling.py", "POLL_SECONDS"),  # Telegram's long polling
    ("config/sections.py", "user"),  # the mail server's word for who signs in
    ("bot/email/mailbox.py", "user"),
    ("bot/email/imap.py", "user"),
    ("sandbox/mail.py", "user"),
    ("sandbox/imap.py", "user"),
    ("config/sections.py", "tenant"),  # Microsoft's sign-in knows its customers so
    ("sync/sharepoint/signin.py", "tenant"),
    ("sync/sharepoint/site.py", "tenant"),
    ("sync/sharepoint/sessions.py", "user_agent"),  # HTTP's
    ("sync/sharepoint/site.py", "organisation"),  # Microsoft's: whose directory it is
}


def parts(word: str) -> set[str]:
    """The words that a name is made of, in the singular: ``AdminUsers`` and ``admin_users`` are admin, user."""
    found = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", word)
    return {one.lower() for one in found} | {one.lower().removesuffix("s") for one in found}


def wrong(word: str) -> bool:
    return not word.startswith("__") and bool(parts(word) & INSTEAD.keys())


def given(tree: ast.AST) -> Iterator[str]:
    """The names that a file gives to things."""
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=found) | ast.FunctionDef(name=found) | ast.AsyncFunctionDef(name=found):
                yield found
            case ast.arg(arg=found) | ast.Name(id=found, ctx=ast.Store()):
                yield found


@pytest.mark.parametrize("word", ["User", "list_admins", "AlertKind", "TENANT", "poll_of_dates", "_organisations"])
def test_another_word_would_be_seen(word: str) -> None:
    assert wrong(word)


@pytest.mark.parametrize("word", ["member", "Polling", "person_used", "alerted", "adminton", "__slots__"])
def test_a_word_that_only_looks_alike_is_let_by(word: str) -> None:
    assert not wrong(word)


def test_names_in_code() -> None:
    found = {(name(path), word) for path in files(*ROOMS) for word in given(ast.parse(path.read_text())) if wrong(word)}

    assert found - THEIRS == set()


def test_names_of_files() -> None:
    assert [name(path) for path in files(*ROOMS) if any(wrong(part) for part in path.relative_to(HOUSE).parts)] == []


def test_names_of_tables_and_columns() -> None:
    tables = metadata().sorted_tables
    names = [table.name for table in tables] + [f"{t.name}.{key}" for t in tables for key in t.columns.keys()]  # noqa: SIM118

    assert [one for one in names if any(wrong(part) for part in one.split("."))] == []
