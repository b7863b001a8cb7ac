"""The site met with PnP's client in Node: read page by page, written under etags, its changes followed."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.plans import latvia
from sandbox.serving import Serving
from sandbox.signin import Directory

pytestmark = pytest.mark.outside

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return Ledger(Clock(datetime(2021, 1, 4, tzinfo=UTC)))


@pytest.fixture(scope="module")
def told(ledger: Ledger, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the visitor met at a fresh site; npm's packages are installed as the lock file says."""
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=HERE, check=True, capture_output=True, timeout=300)
    site = latvia(Clock(datetime(2021, 1, 4, tzinfo=UTC)))
    directory = Directory("vk", tmp_path_factory.mktemp("directory"))
    with Serving() as serving:
        origin = serving.start(site.app(ledger, directory))
        visit = ["node", "visit.mjs", f"{origin}{site.path}", directory.token(origin)]
        done = subprocess.run(visit, cwd=HERE, check=False, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_site_is_read(told: dict[str, Any]) -> None:
    assert (len(told["lists"]), told["zone"]) == (13, 59)
    assert told["hidden"] == ["GUID", "ContentTypeId", "ForumKey"]
    assert [len(page) for page in told["pages"]] == [10, 10, 5]
    assert told["measure"] == {"number": "2.8", "due": "2021-12-30T22:00:00Z", "lead": "IZM"}


def test_the_site_is_written_and_refuses(told: dict[str, Any]) -> None:
    assert told["made"] == {"id": 1, "etag": '"1"', "measure": 11}
    assert (told["twice"], told["stale"], told["after"]) == (400, 412, "Izpildīts")


def test_the_changes_are_followed(told: dict[str, Any]) -> None:
    assert told["changes"] == [[3, 1]]


def test_the_ledger_saw_it_all(told: dict[str, Any], ledger: Ledger) -> None:
    seen = Counter((entry["method"], entry["status"]) for entry in ledger.entries)
    assert seen == {
        ("GET", 200): 10,
        ("POST", 201): 1,
        ("POST", 400): 1,
        ("POST", 204): 1,
        ("POST", 412): 1,
        ("POST", 200): 2,
    }
