"""The site met with PnP's client in Node: read by pages, written under etags and in batches, its changes followed."""

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


def test_a_row_at_another_etag_is_not_deleted_and_its_versions_are_told(told: dict[str, Any]) -> None:
    assert (told["undeleted"], told["labels"]) == (412, ["3.0", "2.0", "1.0"])


def test_a_batch_tells_each_part_its_own_outcome(told: dict[str, Any]) -> None:
    assert (told["batch"], told["left"]) == ([0, 0, 400, 1], ["b-1"])


def test_files_are_attached_to_a_row(told: dict[str, Any]) -> None:
    assert (told["attached"], told["words"], told["detached"]) == (["O'Reilly, vēstule.txt"], "divi", 0)
    assert told["twiceAttached"] == 400


def test_files_are_put_into_a_library_with_their_row(told: dict[str, Any]) -> None:
    name = "50% #1, O'Reilly.txt"
    assert told["file"] == {"name": name, "size": "5", "label": "1.0"}
    path = f"/sites/ogp/Pieradijumi/2020/{name}"
    assert told["evidence"] == {"id": 2, "source": "https://dati.example", "at": path}
    assert (told["twiceUploaded"], told["text"]) == (400, "divi")
    assert (told["past"], told["pastAfter"], told["gone"]) == ([[512, 5], [1024, 4]], 1, False)


def test_an_app_that_may_only_write_makes_no_list(told: dict[str, Any]) -> None:
    assert told["unmade"] == 403


def _kind(entry: dict[str, Any]) -> tuple[str, int]:
    """The method meant, and the status; a batch is one line beside those of its parts."""
    return entry["headers"].get("x-http-method", entry["method"]), entry["status"]


def test_the_ledger_saw_it_all(told: dict[str, Any], ledger: Ledger) -> None:
    seen = Counter(_kind(entry) for entry in ledger.entries)
    assert seen == {
        ("GET", 200): 22,
        ("GET", 404): 1,
        ("POST", 200): 8,
        ("POST", 201): 3,
        ("POST", 400): 4,
        ("POST", 403): 1,
        ("MERGE", 204): 3,
        ("MERGE", 412): 1,
        ("PUT", 204): 2,
        ("DELETE", 200): 2,
        ("DELETE", 412): 1,
    }
