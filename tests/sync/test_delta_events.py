"""Each kind of event in the site's log of changes, alone, reads the one row that it is about, and what that is now."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from forum.plan import Measure
from sandbox.site import Fault, SiteList
from sync.sharepoint.site import SharePoint
from tests.sync.conftest import House, Outside
from tests.sync.places import every
from tests.sync.pulled import counts


def _back(rows: SiteList) -> None:
    rows.delete(3)
    rows.restore(3)


# What it brings: (read, created, changed, gone).
EVENTS: dict[str, tuple[Callable[[SiteList], object], tuple[int, int, int, int]]] = {
    "add": (lambda rows: rows.add({"Title": "Jauns", "Number": "9.9", "Plan": 1}), (1, 1, 0, 0)),
    "update": (lambda rows: rows.edit(3, {"Done": "Sākts."}), (1, 0, 1, 0)),
    "system update": (lambda rows: rows.edit(3, {"Done": "Sākts."}, system=True), (1, 0, 1, 0)),
    "rename": (lambda rows: rows.rename(3, "Citā vārdā"), (1, 0, 1, 0)),
    "delete": (lambda rows: rows.delete(3), (0, 0, 0, 1)),
    "restore": (_back, (1, 0, 0, 0)),
}


@pytest.mark.parametrize("event", EVENTS)
async def test_an_event_brings_the_row_that_it_is_about(house: House, event: str) -> None:
    happens, brought = EVENTS[event]
    happens(house.outside.site.list("Pasakumi"))
    assert counts(await house.pulled()) == {"measure": brought}
    assert counts(await house.pulled()) == {}


async def test_a_row_that_is_moved_to_a_folder_stays_the_same_measure(house: House) -> None:
    before = [(one.id, one.number) for one in house.all(Measure)]
    house.outside.site.list("Pasakumi").move(3)
    await house.pulled()
    assert [(one.id, one.number) for one in house.all(Measure) if one.gone_at is None] == before


async def test_a_log_longer_than_one_answer_is_followed_to_its_end_and_collapsed(house: House) -> None:
    rows = house.outside.site.list("Pasakumi")
    for number in range(1050):
        rows.edit(3, {"Done": f"{number}"})
    rows.delete(4)
    asked = len(house.outside.asked("POST", f"{rows.id}')/getChanges"))
    assert counts(await house.pulled()) == {"measure": (1, 0, 1, 1)}
    assert house.measure("1.3").done == "1049"
    assert len(house.outside.asked("POST", f"{rows.id}')/getChanges")) - asked == 3


def test_a_page_that_is_throttled_is_asked_for_again_and_no_row_comes_twice(outside: Outside) -> None:
    """Whoever asks again for the list instead of the page has the first page's rows twice, without any error."""
    workspace = outside.client(page=10)
    pages = workspace.pages("measure")
    first = next(pages)
    outside.site.faults.append(Fault(429, {"Retry-After": "0"}, path="/items"))
    with pytest.raises(Exception, match="429"):
        next(pages)
    rest = every(workspace, "measure", after=first.last)
    workspace.close()
    assert [*first.ids] + [one.item_id for one in rest] == list(range(1, 26))


def test_whoever_asks_signs_in_once(outside: Outside, workspace: SharePoint) -> None:
    asked: list[str] = []
    workspace._http.hooks["response"].append(lambda answer, **_: asked.append(answer.url))
    workspace.open()
    threads = [threading.Thread(target=every, args=(workspace, "measure")) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len([url for url in asked if url.endswith("/token")]) == 1


def test_nothing_of_the_environment_decides_whom_to_trust_or_what_way_to_take(
    outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, "/no/such/file.pem")
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    workspace = outside.client()
    assert len(every(workspace, "measure")) == 25
    workspace.close()
