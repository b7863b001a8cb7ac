"""Progress: how far a long reading has come, list by list, for whoever sits before a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sync.pull import Seen, unseen


@contextmanager
def progress(*, shown: bool) -> Iterator[Seen]:
    """What is to be told of each list's rows while the block runs; not ``shown``: nothing comes of it. What was shown
    is gone at the end, when the report stands there."""
    if not shown:
        yield unseen
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

    looks = (SpinnerColumn(finished_text="✓"), TextColumn("{task.description}", markup=False))
    rows = TextColumn("{task.completed:,.0f} rows read, {task.fields[taken]:,.0f} taken in", justify="right")
    with Progress(*looks, rows, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bars:
        lists: dict[str, TaskID] = {}

        def seen(title: str, read: int, taken: int) -> None:
            if title not in lists:
                for before in bars.tasks:
                    bars.update(before.id, total=before.completed)  # that one is read
                lists[title] = bars.add_task(title, total=None, taken=0)
            task = lists[title]
            bars.update(task, advance=read, taken=bars.tasks[task].fields["taken"] + taken)

        yield seen
