"""What kills lose and double: the service, the client library's own updater, and a delivery that sends, then keeps."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.rig import Benchmark, Better, Measured, Spec
from tests.databases import Files
from tests.faults.gathering import gathered
from tests.faults.killing import Toll, kill_again_and_again, settle
from tests.faults.peers import doubled_by_send_then_commit, lost_by_the_client_library
from tests.faults.verdict import Verdict, verdict

# Each of the three is killed so often in a run, while words and messages are under way.
KILLS = 10
LOST = Spec(unit=f"words in {KILLS} kills", better=Better.LESS, peer="python-telegram-bot's own polling")
DOUBLED = Spec(unit=f"messages in {KILLS} kills", better=Better.LESS, peer="send, then commit")


class RunFailed(Exception):
    """The kills of this run prove nothing."""


def measure() -> Mapping[str, Measured]:
    """One run. Raises RunFailed where a peer came through unharmed, or too few kills met something under way."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        databases = Files(folder)
        toll, found = _ours(databases.ready(), _in(folder, "ours"))
        lost = lost_by_the_client_library(databases.ready(), _in(folder, "updater"), kills=KILLS)
        doubled = doubled_by_send_then_commit(databases.ready(), _in(folder, "sender"), kills=KILLS)
    if not (lost and doubled):
        raise RunFailed(f"the peers lost {len(lost)} and doubled {len(doubled)}")
    if min(toll.sending, toll.fetching) * 2 < KILLS:
        raise RunFailed(f"of {toll.kills} kills {toll.sending} met a send and {toll.fetching} a fetch")
    return {
        "kill_lost": Measured(len(found.lost) + len(found.vanished), len(lost)),
        "kill_doubled": Measured(len(found.doubled) + len(found.twice), len(doubled)),
    }


def _in(folder: Path, name: str) -> Path:
    made = folder / name
    made.mkdir()
    return made


def _ours(url: str, folder: Path) -> tuple[Toll, Verdict]:
    with gathered(url, folder) as on:
        service = on.service()
        try:
            with on.talking():
                toll = kill_again_and_again(on, service, kills=KILLS, chance=random.Random(KILLS))
            toll.lives.append(settle(on, service))
        finally:
            service.kill()
        return toll, verdict(on, toll.lives)


BENCHMARKS = [Benchmark(figures={"kill_lost": LOST, "kill_doubled": DOUBLED}, measure=measure)]
