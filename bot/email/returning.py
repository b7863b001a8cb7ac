"""Returning: which of a mail's files are worksheets that came back, and which cannot be opened as such."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.email.parsing import File, Incoming
from words.worksheets import laying, reading
from words.worksheets.reading import Row, Unread, Why


@dataclass(frozen=True)
class Unopened:
    """A file that could not be opened as a worksheet; ``kept``: as evidence, as it does not bear a worksheet's name."""

    name: str
    why: Why
    kept: bool


@dataclass(frozen=True)
class Came:
    """What a mail brought: ``mail`` without its worksheets, these by name, and what could not be opened."""

    mail: Incoming
    sheets: Sequence[tuple[str, tuple[Row, ...]]]
    unopened: Sequence[Unopened]


def parted(mail: Incoming) -> Came:
    """Part a mail's worksheets from all else that came with it."""
    sheets: list[tuple[str, tuple[Row, ...]]] = []
    unopened: list[Unopened] = []
    rest: list[File] = []
    for file in mail.files:
        try:
            rows = tuple(reading.read(file.content)) if _may_be_one(file) else ()
        except Unread as trouble:
            rows, ours = (), laying.is_named(file.name)
            if ours or trouble.why is not Why.FORMAT:
                unopened.append(Unopened(file.name, trouble.why, kept=not ours))
            if ours:
                continue
        if rows:
            sheets.append((file.name, rows))
        else:
            rest.append(file)
    return Came(replace(mail, files=tuple(rest)), sheets, unopened)


def _may_be_one(file: File) -> bool:
    return file.name.lower().rpartition(".")[2] in reading.KINDS
