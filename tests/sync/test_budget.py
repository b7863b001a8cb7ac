"""The budget: everybody slows down before the site's limit, and one caller's refusal holds all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from sandbox.site.allowance import Allowance
from sync.sharepoint import budget
from sync.sharepoint.batch import JSON
from sync.sharepoint.budget import PATIENCE, Budget
from sync.sharepoint.site import SharePoint
from sync.workspace import Row, Sought, WorkspaceDown, WorkspaceError
from tests.sync.conftest import Outside


class Time:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now, self.slept = 1_000.0, list[float]()

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


def spending(time: Time, units: float = 0) -> Budget:
    return Budget(units, now=lambda: time.now, sleep=time.sleep)


def test_units_refill_with_time() -> None:
    time = Time()
    ours = spending(time, 60)
    for _ in range(3):
        ours.take(20)
    assert time.slept == []
    ours.take(4)
    assert time.slept == [4.0]
    time.now += 3_600
    ours.take(60)
    assert time.slept == [4.0]


def test_a_cost_above_the_whole_budget_waits_for_all_of_it_and_leaves_a_debt() -> None:
    time = Time()
    ours = spending(time, 600)
    ours.take(1_200)
    with pytest.raises(WorkspaceDown, match="its limit is near") as told:
        ours.take(1)
    assert told.value.retry_after == pytest.approx(60.1)


@pytest.mark.parametrize("status", [429, 503])
def test_the_greater_of_two_wishes_holds_all_who_ask(status: int) -> None:
    time = Time()
    ours = spending(time)
    ours.heard(status, {"Retry-After": "3", "RateLimit-Reset": "7"})
    ours.take(1)
    assert time.slept == [7.0]


def test_a_long_wish_is_told_instead_of_waited_for() -> None:
    time = Time()
    ours = spending(time)
    ours.heard(429, {"Retry-After": "120"})
    ours.heard(503, {"Retry-After": "5"})
    with pytest.raises(WorkspaceDown) as told:
        ours.take(1)
    assert (told.value.retry_after, time.slept, PATIENCE < 120) == (120.0, [], True)


def test_what_is_left_is_spread_over_the_time_that_it_must_last() -> None:
    time = Time()
    ours = spending(time)
    ours.heard(200, {"RateLimit-Limit": "1250", "RateLimit-Remaining": "20", "RateLimit-Reset": "10"})
    for _ in range(4):
        ours.take(2)
    assert time.slept == [1.0, 1.0, 1.0]
    time.now += 10
    for _ in range(4):
        ours.take(2)
    assert time.slept == [1.0, 1.0, 1.0]


def test_nothing_left_holds_until_it_begins_anew() -> None:
    time = Time()
    ours = spending(time)
    ours.heard(200, {"RateLimit-Remaining": "0", "RateLimit-Reset": "8"})
    ours.take(1)
    assert time.slept == [8.0]


@pytest.mark.parametrize("headers", [{}, {"RateLimit-Remaining": "x"}, {"RateLimit-Remaining": "5"}])
def test_headers_that_say_nothing_change_nothing(headers: dict[str, str]) -> None:
    time = Time()
    ours = spending(time)
    ours.heard(200, headers)
    ours.take(100)
    ours.take(100)
    assert time.slept == []


def test_one_app_in_one_tenant_has_one_budget_for_all_its_sites() -> None:
    one = budget.shared("https://Forum.sharepoint.example/sites/ogp", "app-1")
    others = [
        ("https://forum.sharepoint.example/sites/other", "APP-1"),
        ("https://forum.sharepoint.example/sites/ogp", "app-2"),
        ("https://another.sharepoint.example/sites/ogp", "app-1"),
    ]
    assert [budget.shared(*other) is one for other in others] == [True, False, False]


def test_callers_that_heed_what_is_left_are_never_refused(outside: Outside, workspace: SharePoint) -> None:
    workspace.open()
    allowance = outside.site.allowance = Allowance(60, 1.0)

    def ask(number: int) -> Row | WorkspaceError:
        return workspace.find([Sought(noun="measure", item_id=number % 20 + 1)])[0]

    with ThreadPoolExecutor(3) as callers:
        answers = list(callers.map(ask, range(90)))
    assert ([type(one) for one in answers], allowance.refused) == ([Row] * 90, 0)


def test_callers_that_heed_nothing_are(outside: Outside, workspace: SharePoint) -> None:
    """The same calls by another client: else the one above would prove nothing."""
    allowance = outside.site.allowance = Allowance(60, 60.0)
    rows = f"{outside.url}/_api/web/lists/getbytitle('Pas%C4%81kumi')/items(1)"
    token = outside.directory.token(outside.url.removesuffix(outside.site.path))
    with httpx.Client(trust_env=False, headers={"Authorization": f"Bearer {token}", "Accept": JSON}) as client:
        statuses = [client.get(rows).status_code for _ in range(90)]
    assert (statuses.count(200), statuses.count(429), allowance.refused) == (60, 30, 30)
