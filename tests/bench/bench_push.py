"""How many calls a hundred changed rows cost on their way to the site, beside the site's client and its naive batch."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from office365.runtime.auth.token_response import TokenResponse
from office365.sharepoint.client_context import ClientContext
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import forums, operations
from forum.plan import MEASURE, Measure
from forum.store.door import Store
from forum.store.migrate import upgrade
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.serving import Serving
from sandbox.signin import Directory
from sync.pull import Pull
from sync.push import Push
from tests.bench.rig import Benchmark, Better, Measured, Spec
from tests.facts import policy
from tests.sync.conftest import FORUM, START, Outside, stand_up

ROWS = 100


def measure() -> Mapping[str, Measured]:
    """The forum's push of a hundred operations, and the client's own batch of a hundred updates."""
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        serving = opened.enter_context(Serving())
        directory = Directory("vk", folder / "signin")
        directory.start(serving, Ledger(Clock(START)))
        outside = stand_up(serving, directory)
        measures = outside.site.list("Pasakumi")
        for number in range(len(measures.items), ROWS):
            measures.add({"Title": f"{number}", "Number": f"9.{number}"})
        return {"push_calls_per_100": Measured(_ours(outside, folder), _naive(outside))}


def _ours(outside: Outside, folder: Path) -> int:
    """Calls of ``Push.drain``: a pull came before, as in the service's life."""
    upgrade(f"sqlite:///{folder}/forum.sqlite")
    workspace, clock = outside.client(), outside.clock.now
    with Store.open(f"sqlite:///{folder}/forum.sqlite") as store:
        store.do_now(forums.ensure, FORUM, now=START)
        asyncio.run(Pull(store, FORUM, workspace, clock).run())
        store.do_now(_change_all)
        before = len(outside.ledger.entries)
        written = asyncio.run(Push(store, FORUM, workspace, clock, policy()).drain())
    workspace.close()
    _expect(outside, "Done", written)
    return _calls(outside, before)


def _change_all(session: Session) -> None:
    for one in session.scalars(select(Measure).where(Measure.noun == MEASURE)):
        operations.put(session, FORUM, noun="measure", noun_id=one.id, values={"done": "Done"}, now=START)


def _naive(outside: Outside) -> int:
    """Calls of office365's client: a hundred updates queued, then its batch, as its documentation shows."""
    token = outside.directory.token(outside.url.removesuffix(outside.site.path))
    context = ClientContext(outside.url).with_access_token(
        lambda: TokenResponse(access_token=token, token_type="Bearer", expiresIn=0)
    )
    rows = context.web.lists.get_by_title("Pasākumi")
    for number in outside.site.list("Pasakumi").order:
        rows.get_item_by_id(number).set_property("Done", "Peer").update()  # type: ignore[no-untyped-call]
    before = len(outside.ledger.entries)
    context.execute_batch()
    _expect(outside, "Peer", ROWS)
    return _calls(outside, before)


def _expect(outside: Outside, words: str, written: int) -> None:
    """Calls count only where the work was done."""
    there = sum(row.get("Done") == words for row in outside.site.list("Pasakumi").rows())
    if (there, written) != (ROWS, ROWS):
        raise RuntimeError(f"{there} rows say {words}, {written} were written, not {ROWS}")


def _calls(outside: Outside, before: int) -> int:
    """What went over the wire; a batch is one call, whatever is in it."""
    return sum(not one.get("batch") for one in outside.ledger.entries[before:])


BENCHMARKS = [
    Benchmark(
        figures={
            "push_calls_per_100": Spec(unit="calls", better=Better.LESS, peer="office365, its own batch of updates")
        },
        measure=measure,
    )
]
