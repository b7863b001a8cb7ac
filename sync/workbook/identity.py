"""Identity: which row of a sheet is which, though people sort, insert, copy and delete rows as they like.

A row is known by the number in its column «ID», which we give. Numbers are not believed blindly: where what stands in a
row is exactly what stood in another one when the sheet was last read, the row is that one. So rows survive a sort that
left the column «ID» behind, and of a copied row the original stays itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sync.workbook.grids import Cell


@dataclass(frozen=True)
class Found:
    """``ids`` by row of the sheet; ``last`` is the highest number ever given there."""

    ids: Mapping[int, int]
    last: int


def identify(claims: Mapping[int, Cell], digests: Mapping[int, str], known: Mapping[int, str], *, last: int) -> Found:
    """``claims``: what stands in the column «ID» of each row, ``digests``: what the row says; ``known``: what each
    number's row said when the sheet was last read."""
    claimed = {row: number for row, cell in claims.items() if (number := _number(cell))}
    found: dict[int, int] = {}
    _settle(found, {row: number for row, number in claimed.items() if known.get(number) == digests[row]})
    _settle(found, _recognised(found, digests, known))
    _settle(found, claimed)
    last = max([last, *known, *claimed.values()], default=0)
    for row in digests:
        if row not in found:
            last += 1
            found[row] = last
    return Found(found, last)


def _settle(found: dict[int, int], more: Mapping[int, int]) -> None:
    """Add those whose row and number are both free yet, the upper rows first."""
    taken = set(found.values())
    for row, number in sorted(more.items()):
        if row not in found and number not in taken:
            found[row] = number
            taken.add(number)


def _recognised(found: Mapping[int, int], digests: Mapping[int, str], known: Mapping[int, str]) -> dict[int, int]:
    """Rows that say what one number's row said, and no other's."""
    taken = set(found.values())
    free = {number: digest for number, digest in known.items() if number not in taken}
    once = {digest for digest, times in Counter(free.values()).items() if times == 1}
    number_of = {digest: number for number, digest in free.items() if digest in once}
    open_rows = {row: digest for row, digest in digests.items() if row not in found}
    alike = Counter(open_rows.values())
    return {row: number_of[digest] for row, digest in open_rows.items() if digest in number_of and alike[digest] == 1}


def _number(cell: Cell) -> int | None:
    if isinstance(cell, str) and cell.strip().isdigit():
        return int(cell) or None
    if isinstance(cell, bool) or not isinstance(cell, int | float) or cell != int(cell) or cell < 1:
        return None
    return int(cell)
