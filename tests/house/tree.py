"""The house as files: its rooms, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).parents[2]
# The rooms of the product; the sandbox stands outside and speaks in others' words.
ROOMS = ("forum", "words", "bot", "sync", "web", "config", "service")
ASIDE = {"node_modules", "__pycache__", "build", ".venv"}


def files(*folders: str, kinds: tuple[str, ...] = (".py",)) -> Iterator[Path]:
    """The files of these kinds in these folders, without what a checkout made for itself."""
    for folder in folders:
        for path in sorted((HOUSE / folder).rglob("*")):
            if path.suffix in kinds and not ASIDE & set(path.relative_to(HOUSE).parts):
                yield path


def name(path: Path) -> str:
    """A file's path from the house's root."""
    return path.relative_to(HOUSE).as_posix()
