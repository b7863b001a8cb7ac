"""Conflicts: both sides changed one field since they last agreed. Changes of different fields are none."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Merged:
    """``clashing``: fields that both changed, each to something else; ``overruled``: such fields in which ours counts;
    ``written``: ours stands there already."""

    clashing: tuple[str, ...]
    written: bool
    overruled: tuple[str, ...] = ()


def merge(
    base: Mapping[str, object],
    theirs: Mapping[str, object],
    ours: Mapping[str, object],
    *,
    firm: Collection[str] = (),
) -> Merged:
    """Hold our fields against a row that somebody changed; ``base`` is what both sides last agreed on, and ``firm`` the
    fields in which our word counts whatever they wrote.

    A field that cannot be read is missing; missing then as now, it is unchanged.
    """
    both = [
        name
        for name, word in ours.items()
        if not same(theirs.get(name), word) and not same(theirs.get(name), base.get(name))
    ]
    clashing, overruled = ([name for name in both if (name in firm) is ours_counts] for ours_counts in (False, True))
    written = all(same(theirs.get(name), word) for name, word in ours.items())
    return Merged(tuple(clashing), written, tuple(overruled))


def version(etag: str) -> int:
    """The number in an etag that grows with each change of its row: the last one in ``"{guid},7"`` or ``"7"``."""
    numbers = re.findall(r"\d+", etag)
    return int(numbers[-1]) if numbers else 0


def same(one: object, other: object) -> bool:
    """Alike but for blanks and line ends, which a site's editor sets as it likes; empty is empty."""
    return _bare(one) == _bare(other)


def _bare(word: object) -> object:
    if isinstance(word, str):
        word = " ".join(word.split())
    return None if word in ("", []) else word
