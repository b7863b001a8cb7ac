"""What the benchmarks of reading share: the product's pull of a big list into a new memory, and the same without it."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import orjson
import requests

from forum import forums
from forum.store.door import Store
from forum.store.migrate import upgrade
from sync.pull import Pull, PullReport, Seen, unseen
from sync.sharepoint.rows import selected
from sync.sharepoint.site import PAGE, SharePoint
from tests.bench import cells
from tests.bench.far_side import START, Far

FORUM = "bench"
# Of the list's 25 columns the 15 that the forum knows, and what tells a row, its version and its last hand: whoever is
# measured asks for these and no others.
SELECTED = (
    "Id", "FileSystemObjectType", "Title", "PlanId", "Number", "CommitmentId", "LeadId", "CoLeadId", "ContactId",
    "DueText", "DueOn", "Result", "Completion", "CompletionOn", "Done", "NextStep", "Obstacles", "Modified",
    "Editor/Id", "Editor/Title", "Editor/EMail",
)  # fmt: skip
KEPT = [name for name in SELECTED if "/" not in name]


def client(far: Far) -> SharePoint:
    told = far.told
    return SharePoint(
        site_url=told["site_url"],
        tenant=told["tenant"],
        client_id=told["client_id"],
        certificate=Path(told["certificate"]),
        authority=told["authority"],
        ca_bundle=Path(told["ca_bundle"]),
        instance_discovery=False,
    )


@contextmanager
def memory() -> Iterator[tuple[Store, Path]]:
    """A new memory in a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "forum.sqlite"
        upgrade(f"sqlite:///{path}")
        with Store.open(f"sqlite:///{path}") as store:
            store.do_now(forums.ensure, FORUM, now=START)
            yield store, path


def pulling(store: Store, workspace: SharePoint) -> Pull:
    return Pull(store, FORUM, workspace, lambda: START)


def pull(making: Pull, seen: Seen = unseen) -> tuple[float, PullReport]:
    """One pull, and its seconds."""
    began = time.perf_counter()
    report = asyncio.run(making.run(seen=seen))
    took = time.perf_counter() - began
    if report.trouble is not None:
        raise RuntimeError(report.trouble.kind)
    return took, report


@dataclass(frozen=True)
class Full:
    """Seconds of one first pull. ``landing``: from when the big list's turn comes until all its rows are on the disk,
    fetched, decoded into the forum's words and upserted column by column, with a transaction and a checkpoint a page;
    ``taking_in``: from then to the end of the pull, when they are nouns, with journal and baselines; ``all``: the whole
    pull, the small lists too."""

    landing: float
    taking_in: float
    all: float


class Watched:
    """When the big list's turn came, and when the last of its ``count`` rows had landed; then, before they are taken
    in, they are looked at in the memory at ``path``. ``looked``: the seconds that this took, which are not ours."""

    def __init__(self, far: Far, path: Path, count: int) -> None:
        self.began = self.landed = self.looked = 0.0
        self._path, self._count, self._rows = path, count, 0
        self._wanted = cells.wanted(asked(far, 0))

    def seen(self, title: str, read: int, taken: int) -> None:
        if title != "Pasākumi":
            return
        self.began = self.began or time.perf_counter()
        self._rows += read
        if read and self._rows == self._count:
            self.landed = time.perf_counter()
            self._look()
            self.looked = time.perf_counter() - self.landed

    def _look(self) -> None:
        count, wrong = cells.look(self._path, self._wanted)
        if count != self._count or wrong:
            raise RuntimeError(f"{count} rows landed, not {self._count}; wrong are {wrong}")


def full_read(far: Far, count: int) -> Full:
    """A first pull of the whole site into a new memory."""
    workspace = client(far)
    workspace.open()
    alike = selected(workspace._columns("measure")).removeprefix("$select=").partition("&")[0].split(",")
    if sorted(alike) != sorted(SELECTED):
        raise RuntimeError(f"the client and the bare limit are asked for other columns than {alike}")
    with memory() as (store, path):
        watched = Watched(far, path, count)
        took, report = pull(pulling(store, workspace), watched.seen)
        ended = time.perf_counter()
        with sqlite3.connect(path) as raw:
            (kept,) = raw.execute("SELECT count(*) FROM measure WHERE noun = 'measure'").fetchone()
    workspace.close()
    created = sum(one.created for one in report.lists if one.noun == "measure")
    if not watched.looked or (created, kept) != (count, count):
        raise RuntimeError(f"{created} measures created, {kept} kept, not {count}")
    return Full(watched.landed - watched.began, ended - watched.landed - watched.looked, took - watched.looked)


class Delta:
    """A memory that has read the site once, and the product's pulls after changes there."""

    def __init__(self, far: Far, making: Pull, count: int, waited: list[float]) -> None:
        self._far, self._making, self._count, self._waited, self._turn = far, making, count, waited, 0

    @classmethod
    @contextmanager
    def over(cls, far: Far, count: int) -> Iterator[Delta]:
        workspace, waited = client(far), list[float]()
        # The seconds that each call waits for the far side are not ours.
        workspace._http.hooks["response"].append(lambda answer, **_: waited.append(answer.elapsed.total_seconds()))
        with memory() as (store, _):
            making = pulling(store, workspace)
            pull(making)
            made = cls(far, making, count, waited)
            made.of(1)
            yield made
        workspace.close()

    def of(self, changes: int) -> tuple[int, float, float]:
        """Of the whole pull after so many changes all over the list: the calls about it, the seconds of our own, and
        of these the ones in which this process computed (the others it waited for the disk, or for its turn)."""
        self._turn += 1
        self._far.edit(list(range(self._turn, self._count, self._count // changes)))
        self._far.asked()
        self._waited.clear()
        before = time.process_time()
        took, report = pull(self._making)
        computed = time.process_time() - before
        if [one.changed for one in report.lists if one.noun == "measure"] != [changes]:
            raise RuntimeError("not what was changed")
        return self._far.asked(), took - sum(self._waited), computed


def asked(far: Far, after: int) -> list[dict[str, Any]]:
    """The items of a page, as the site gives them."""
    answer = requests.get(address(far, after), headers=_headers(far), timeout=60)
    found: list[dict[str, Any]] = orjson.loads(answer.content)["value"]
    return found


def _headers(far: Far) -> dict[str, str]:
    return {"Authorization": f"Bearer {far.told['token']}", "Accept": "application/json;odata=minimalmetadata"}


def address(far: Far, after: int) -> str:
    asked = f"$select={','.join(SELECTED)}&$expand=Editor&$filter={quote(f'Id gt {after}')}&$orderby=Id&$top={PAGE}"
    return f"{far.told['site_url']}/_api/web/lists(guid'{far.told['list_id']}')/items?{asked}"


def bare_limit(far: Far, count: int) -> float:
    """Seconds for HTTP, decoding and an upsert of the same columns by the driver, one transaction a page: nothing of
    what rows mean, no journal, no baselines."""
    with tempfile.TemporaryDirectory() as folder, requests.Session() as http:
        http.headers.update(_headers(far))
        raw = sqlite3.connect(f"{folder}/limit.sqlite", isolation_level=None)
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        names = ["etag", "EditorId", *KEPT]
        raw.execute(f"CREATE TABLE item ({', '.join(names)}, PRIMARY KEY (Id))")
        sets = ", ".join(f"{name} = excluded.{name}" for name in names if name != "Id")
        upsert = f"INSERT INTO item VALUES ({', '.join('?' * len(names))}) ON CONFLICT (Id) DO UPDATE SET {sets}"
        began, after, seen = time.perf_counter(), 0, 0
        while True:
            rows = orjson.loads(http.get(address(far, after)).content)["value"]
            raw.execute("BEGIN IMMEDIATE")
            raw.executemany(upsert, map(_cells, rows))
            raw.execute("COMMIT")
            seen += len(rows)
            if len(rows) < PAGE:
                break
            after = rows[-1]["Id"]
        took = time.perf_counter() - began
        raw.close()
    if seen != count:
        raise RuntimeError(f"{seen} rows, not {count}")
    return took


def _cells(item: dict[str, Any]) -> list[Any]:
    cells = [item["odata.etag"], item["Editor"]["Id"], *[item[name] for name in KEPT]]
    return [orjson.dumps(cell) if isinstance(cell, list) else cell for cell in cells]


def get_all(far: Far, count: int) -> float:
    """Seconds in which the client's own ``get_all`` reads the same columns in pages of the same size."""
    from office365.runtime.auth.token_response import TokenResponse
    from office365.sharepoint.client_context import ClientContext

    token = TokenResponse(access_token=far.told["token"], token_type="Bearer")
    began = time.perf_counter()
    context = ClientContext(far.told["site_url"]).with_access_token(lambda: token)
    items = context.web.lists.get_by_id(far.told["list_id"]).items.select(list(SELECTED)).expand(["Editor"])
    items.get_all(page_size=PAGE).execute_query()
    took = time.perf_counter() - began
    if len(items) != count:
        raise RuntimeError(f"{len(items)} rows, not {count}")
    return took
