"""Pages of a slow site: what comes steadily may take its time; for what does not begin, fewer rows are asked for."""

from __future__ import annotations

import pytest

from sandbox.site import Fault
from sync.sharepoint.sizes import Sizes
from sync.workspace import WorkspaceDown, WorkspaceSlow
from tests.sync.conftest import Outside
from tests.sync.places import every

# Seconds of silence that are borne: more than any answer of the sandbox needs, even on a busy machine.
BORNE = 2.0


def tops(outside: Outside) -> list[str]:
    """How many rows each page was asked for, in order."""
    return [path.rpartition("$top=")[2] for path in outside.asked(part="/items?")]


def test_a_page_that_comes_slowly_and_steadily_may_take_longer_than_the_limit(outside: Outside) -> None:
    workspace = outside.client(limits=(4.0, BORNE))
    outside.site.faults = [Fault(path="/items", pieces=30, delay=0.1)]
    assert (len(every(workspace, "measure")), tops(outside)) == (25, ["5000"])
    workspace.close()


def test_a_page_that_the_site_takes_too_long_to_begin_is_asked_for_with_fewer_rows(outside: Outside) -> None:
    """The size that went well stays until the list was read to its end, though the reading broke off meanwhile."""
    workspace = outside.client(limits=(4.0, BORNE), page=400)
    measures = outside.site.list("Pasakumi")
    for _ in range(200):
        measures.add({"Title": "x"})
    slow = Fault(path="/items", beyond=100, delay=BORNE + 1, times=9)
    outside.site.faults = [slow]
    pages = workspace.pages("measure")
    assert (next(pages).last, tops(outside)) == (100, ["400", "100"])
    outside.site.faults = [Fault(path="/items", cut=10), slow]
    with pytest.raises(WorkspaceDown, match="ChunkedEncodingError"):
        next(pages)
    assert [page.last for page in workspace.pages("measure", after=100)] == [200, 225]
    assert tops(outside)[2:] == ["100", "100", "100"]
    outside.site.faults = [Fault(path="/items", beyond=50, delay=BORNE + 1)]
    assert (len(every(workspace, "measure")), tops(outside)[5:]) == (225, ["400", "100", "100", "100"])
    workspace.close()


def test_who_is_silent_whatever_is_asked_is_given_up_and_its_other_lists_are_not_asked_for_less() -> None:
    sizes, asked = Sizes(5000), list[int]()

    def silent(size: int) -> None:
        asked.append(size)
        raise WorkspaceSlow("ReadTimeout")

    with pytest.raises(WorkspaceSlow):
        sizes.ask("a", silent)
    assert asked == [5000, 1250, 312, 100]
    assert (sizes.ask("a", int), sizes.ask("b", int)) == (100, 5000)
    sizes.whole("a")
    assert sizes.ask("a", int) == 5000
