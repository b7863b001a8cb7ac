"""Names: which row people mean who write "IZM" or "2.10" into a cell, and what is written there for a row."""

from __future__ import annotations

from collections.abc import Mapping

from sync.cells import Unreadable
from sync.columns import folded

# By what a row may be named: the first is what is written for it, where it is not another row's too.
NAMED_BY = {
    "plan": ("code", "title"),
    "institution": ("code", "name"),
    "person": ("name", "email"),
    "commitment": ("number", "title"),
    "measure": ("number", "title"),
    "milestone": ("number", "title"),
    "recommendation": ("number", "title"),
    "round": ("key", "title"),
    "meeting": ("key", "title"),
}


class Names:
    """The names of one list's rows: ``labels`` by row. ``title`` is what people call the list, ``plans`` each row's
    plan, as two plans may both have a 2.3."""

    def __init__(self, title: str, labels: Mapping[int, tuple[str, ...]], plans: Mapping[int, int]) -> None:
        self._title, self._labels, self._plans = title, labels, plans
        self._rows: dict[str, set[int]] = {}
        for row, told in labels.items():
            for label in told:
                self._rows.setdefault(_bare(label), set()).add(row)

    def find(self, text: str, plan: int | None = None) -> int:
        """The one row of this name, of this plan where several have it. Raises Unreadable."""
        found = self._rows.get(_bare(text), set())
        if len(found) > 1:
            found = {row for row in found if plan is not None and self._plans.get(row) == plan}
        if len(found) != 1:
            raise Unreadable("cell-no-such-row", target=self._title)
        return next(iter(found))

    def written(self, row: int) -> str:
        """What stands in a cell for this row: the first of its names that no other row of its plan has."""
        labels = self._labels.get(row, ())
        return next((label for label in labels if self._alone(row, label)), labels[0] if labels else "")

    def _alone(self, row: int, label: str) -> bool:
        others = self._rows[_bare(label)] - {row}
        return all(self._plans.get(other) != self._plans.get(row) for other in others)


def _bare(text: str) -> str:
    return folded(text).rstrip(".")
